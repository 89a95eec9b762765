import type { Process } from '../../../packages/runtime/src/diagram/model.ts';
import { type ScopedData, withChange } from '../../../packages/runtime/src/kernel/change.ts';
import type { Marking } from '../../../packages/runtime/src/kernel/marking.ts';
import { markingKey } from '../../../packages/runtime/src/kernel/markingKey.ts';
import { step } from '../../../packages/runtime/src/kernel/step.ts';
import type { Stimulus } from '../../../packages/runtime/src/kernel/stimulus.ts';
import { canonical, type Data } from '../../../packages/runtime/src/words/json.ts';
import { AT, plansOf } from '../kernel/harness.ts';

interface Place {
  readonly marking: Marking;
  readonly data: ScopedData;
  readonly good: boolean;
  /** Ends that were reached, each with the scope. */
  readonly ends: readonly string[];
  readonly from: Place[];
}

/**
 * Whether every run can end, by the plainest means: every order, every value at every step, nothing left out. Undefined where that is too
 * much. It shares nothing with what it is the measure of but the kernel's step and its key.
 */
export function naively(process: Process, most: number): 'sound' | 'unsound' | undefined {
  const plans = plansOf([process]);
  const places = new Map<string, Place>();
  // Nearest first: what may be begun again and again would lead away for ever.
  const open: Place[] = [];
  const single = mainEnds(process);
  let bad = false;
  const go = (from: Place | undefined, stimulus: Stimulus, data: ScopedData): void => {
    const stepped = step({ plans, marking: from?.marking ?? null, data, stimulus, at: AT });
    if (!stepped.ok) throw new Error(stepped.culprit);
    let after = data;
    let ended = false;
    const ends = [...(from?.ends ?? [])];
    for (const effect of stepped.effects) {
      if (effect.kind === 'changed') for (const change of effect.changes) after = withChange(after, change);
      if (effect.kind === 'ended') ended = true;
      if (effect.kind === 'passed' && effect.pass.closed === 'completed' && single.has(effect.pass.element))
        ends.push(`${effect.pass.scope} ${effect.pass.element}`);
    }
    const { marking } = stepped;
    const wrong = new Set(ends).size < ends.length || (!ended && (marking.incidents.length > 0 || doubled(marking)));
    const living = ends.filter((end) => marking.scopes.some(({ id }) => end.startsWith(`${id} `))).map((end) => end.split(' ')[1]);
    const key = `${markingKey(marking)} ${canonical(after[marking.scopes[0]?.id ?? ''] ?? {})} ${ended} ${wrong} ${living.sort().join()}`;
    const known = places.get(key);
    if (known) {
      if (from) known.from.push(from);
      return;
    }
    const place: Place = { marking, data: after, good: ended && !wrong, ends, from: from ? [from] : [] };
    places.set(key, place);
    bad ||= wrong;
    if (!ended && !wrong) open.push(place);
  };
  const start = process.elements.find(({ type, parent }) => type === 'startEvent' && parent === null);
  if (!start) throw new Error('no start');
  go(undefined, { kind: 'start', at: start.id, payload: {} }, {});
  for (const place of open) {
    if (bad) return 'unsound';
    if (places.size > most) return undefined;
    const root = place.marking.scopes[0]?.id ?? '';
    for (const wait of place.marking.waits) {
      if (wait.kind === 'timer') go(place, { kind: 'due', timer: wait.id, occurrence: 1 }, place.data);
      if (wait.kind !== 'task' || !wait.visit) continue;
      const asks = process.elements.find(({ id }) => id === wait.element)?.office.access.map(({ field }) => field) ?? [];
      for (const values of everyValue(asks)) {
        const data = { ...place.data, [root]: { ...place.data[root], ...values } };
        go(place, { kind: 'complete', visit: wait.visit, changes: [] }, data);
      }
    }
  }
  if (bad) return 'unsound';
  const saved = new Set([...places.values()].filter(({ good }) => good));
  const back = [...saved];
  for (let place = back.pop(); place; place = back.pop()) {
    for (const before of place.from) {
      if (saved.has(before)) continue;
      saved.add(before);
      back.push(before);
    }
  }
  return saved.size === places.size ? 'sound' : 'unsound';
}

/** Ends to which no reminder leads. */
function mainEnds({ elements, flows }: Process): ReadonlySet<string> {
  const beside = new Set<string>(elements.filter(({ interrupting }) => interrupting === false).map(({ id }) => id));
  for (let size = 0; size < beside.size; ) {
    size = beside.size;
    for (const { from, to } of flows) if (beside.has(from)) beside.add(to);
  }
  return new Set(elements.filter(({ id, type }) => type === 'endEvent' && !beside.has(id)).map(({ id }) => id));
}

function everyValue(variables: readonly string[]): readonly Data[] {
  let found: readonly Data[] = [{}];
  for (const name of variables)
    found = found.flatMap((data) => [
      { ...data, [name]: true },
      { ...data, [name]: false },
    ]);
  return found;
}

/** Two at one place, unless both are reminders beside something. */
function doubled({ tokens, arrivals }: Marking): boolean {
  const main = tokens.filter(({ instance, side }) => !instance && side === undefined).map(({ scope, element }) => `${scope} ${element}`);
  const beside = new Set(tokens.filter(({ side }) => side !== undefined).map(({ scope, element }) => `${scope} ${element}`));
  const places = [...main, ...beside, ...arrivals.map(({ scope, flow }) => `${scope} ${flow}`)];
  return new Set(places).size < places.length;
}
