import { evaluateCondition } from '../diagram/feel/condition.ts';
import { names } from '../diagram/feel/names.ts';
import type { ScopeId } from '../words/ids.ts';
import type { Data, Json } from '../words/json.ts';
import type { Choice } from './act.ts';
import type { Model } from './model.ts';
import { MOMENT } from './moment.ts';
import type { State } from './state.ts';
import type { Write } from './writes.ts';

/** More combinations than this at one place are not gone through. */
const MOST = 1024;

/** What is written at a place, into the item of which multi-instance, and what the step there may ask at once. */
export interface Occasion {
  readonly writes: readonly Write[];
  readonly item: ScopeId | null;
  readonly read: ReadonlySet<string>;
}

export interface Chosen {
  readonly choices: readonly Choice[];
  readonly opens: ReadonlyMap<string, 'some' | 'maybe'>;
}

/**
 * Every way to choose what must be known now. A value that is written is left open until something asks for it, so that a run does not
 * part before it has to; an item's own values are chosen as they are written. Undefined: too many.
 */
export function chosen(model: Model, state: State, { writes, item, read }: Occasion): readonly Chosen[] | undefined {
  const opens = new Map<string, 'some' | 'maybe'>();
  const asked: Asked[] = [];
  const own = new Set(writes.filter(({ own }) => !own || item === null).map(({ name }) => name));
  for (const { name, maybe, own: kept } of writes) {
    if (kept && item !== null) asked.push({ name, maybe, scope: item, now: true });
    else opens.set(name, maybe ? 'maybe' : 'some');
  }
  for (const name of inOrder(model, read)) {
    const how = model.free.has(name) ? 'some' : (opens.get(name) ?? state.open.get(name));
    if (how) asked.push({ name, maybe: how === 'maybe', scope: null, now: own.has(name) || model.free.has(name) });
  }
  let found: readonly (readonly Choice[])[] = [[]];
  for (const one of asked) {
    found = found.flatMap((before) => possible(model, rootData(state), { before, one }).map((value) => [...before, choiceOf(one, value)]));
    if (found.length > MOST) return undefined;
  }
  for (const { name, scope } of asked) if (scope === null) opens.delete(name);
  return found.map((choices) => ({ choices, opens }));
}

interface Asked {
  readonly name: string;
  readonly maybe: boolean;
  readonly scope: ScopeId | null;
  readonly now: boolean;
}

const choiceOf = ({ name, scope, now }: Asked, value: Json): Choice => ({ name, value, scope, now });

const rootData = ({ marking, data }: State): Data => data[marking.scopes[0]?.id ?? ''] ?? {};

/** What decides whether a field is shown is chosen before the field. */
function inOrder(model: Model, read: ReadonlySet<string>): readonly string[] {
  const known = ordered.get(read);
  if (known) return known;
  const names = sortedByDepth(model, read);
  ordered.set(read, names);
  return names;
}

const ordered = new WeakMap<ReadonlySet<string>, readonly string[]>();

function sortedByDepth(model: Model, read: ReadonlySet<string>): readonly string[] {
  const depth = (name: string, seen: readonly string[]): number => {
    const { showWhen } = model.subject.fields.get(name) ?? {};
    if (!showWhen || seen.includes(name)) return 0;
    return 1 + Math.max(0, ...names(showWhen).map((other) => depth(other, [...seen, name])));
  };
  return [...read]
    .map((name) => ({ name, depth: depth(name, []) }))
    .sort((one, other) => one.depth - other.depth)
    .map(({ name }) => name);
}

/** The values that one name may have, beside what was chosen for others: a field that is hidden has none. */
function possible(
  model: Model,
  known: Data,
  { before, one }: { readonly before: readonly Choice[]; readonly one: Asked },
): readonly Json[] {
  const { showWhen } = model.subject.fields.get(one.name) ?? {};
  if (showWhen) {
    const seen: Data = { ...known, ...Object.fromEntries(before.map(({ name, value }) => [name, value])) };
    if (evaluateCondition(showWhen, seen, MOMENT).value !== true) return [null];
  }
  return one.maybe ? [...model.values(one.name), null] : model.values(one.name);
}
