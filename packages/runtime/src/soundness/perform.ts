import { type ScopedData, withChange } from '../kernel/change.ts';
import type { Effect } from '../kernel/effect.ts';
import type { Marking } from '../kernel/marking.ts';
import { step } from '../kernel/step.ts';
import type { Json } from '../words/json.ts';
import type { ElementId } from '../words/ids.ts';
import type { Refused } from '../words/refusal.ts';
import type { Act } from './act.ts';
import { MOMENT } from './moment.ts';
import { endsOf } from './endsOf.ts';
import type { Model } from './model.ts';
import { withoutRepeats } from './withoutRepeats.ts';
import { withoutRounds } from './withoutRounds.ts';
import { withoutSpare } from './withoutSpare.ts';
import { NO_ENDS, type State } from './state.ts';

/** What an act has come to. */
export interface Performed {
  readonly ok: true;
  readonly state: State;
  readonly effects: readonly Effect[];
  /** An end that was reached before in the same run. */
  readonly again: ElementId | undefined;
}

/** Lets the kernel do one act, and forgets what nothing can ask for any more. */
export function perform(model: Model, before: State | undefined, act: Act): Performed | Refused {
  const given = dataFor(before, act);
  const stepped = step({ plans: model.plans, marking: before?.marking ?? null, data: given, stimulus: act.stimulus, at: MOMENT });
  if (!stepped.ok) return stepped;
  const { effects } = stepped;
  const marking = withoutSpare(model.plans, withoutRepeats(withoutRounds(model, fallen(stepped.marking))));
  const root = marking.scopes[0]?.id ?? '';
  let data = given;
  const open = new Map([...(before?.open ?? []), ...act.opens]);
  for (const { name, scope } of act.choices) if (scope === null) open.delete(name);
  for (const effect of effects) {
    if (effect.kind === 'scopeClosed') data = withChange(data, { scope: effect.scope, path: [], to: undefined });
    if (effect.kind !== 'changed') continue;
    for (const change of effect.changes) {
      data = withChange(data, change);
      if (change.scope === root) open.delete(change.path[0] ?? '');
    }
  }
  const ended = effects.some(({ kind }) => kind === 'ended');
  const live = ended ? NOTHING : liveIn(model, marking);
  for (const name of open.keys()) if (!live.has(name)) open.delete(name);
  const kept: { [name: string]: Json } = {};
  for (const [name, value] of Object.entries(data[root] ?? {})) if (live.has(name) && !model.free.has(name)) kept[name] = value;
  const { ends, again } = endsOf(model, before?.ends ?? NO_ENDS, stepped);
  return { ok: true, state: { marking, data: { ...data, [root]: kept }, open, ended, ends }, effects, again };
}

/** A condition that has become true was so for the moment only. */
function fallen(marking: Marking): Marking {
  if (!marking.waits.some(({ was }) => was)) return marking;
  return { ...marking, waits: marking.waits.map(({ was: _was, ...wait }) => wait) };
}

const NOTHING: ReadonlySet<string> = new Set();

/** The data that the kernel sees: with what was chosen, without what has a new value that nobody has asked for yet. */
function dataFor(before: State | undefined, { kind, choices, opens }: Act): ScopedData {
  const root = before?.marking.scopes[0]?.id;
  if (!before || !root) return {};
  if (choices.length === 0 && opens.size === 0) return before.data;
  const data: { [scope: string]: { [name: string]: Json } } = { ...before.data, [root]: { ...before.data[root] } };
  for (const name of opens.keys()) delete data[root]?.[name];
  for (const { name, value, scope } of choices) {
    // What stands for the condition of an event becomes true with the step itself.
    if (kind === 'change' && name.startsWith('_when_')) continue;
    const own = scope === null ? root : scope;
    const { [name]: _, ...others } = data[own] ?? {};
    data[own] = value === null ? others : { ...others, [name]: value };
  }
  return data;
}

/** Names that something may still ask for. */
function liveIn(model: Model, marking: Marking): ReadonlySet<string> {
  const live = new Set(model.reading.anyTime);
  for (const { element } of marking.tokens) for (const name of model.reading.later(element)) live.add(name);
  for (const { join } of marking.arrivals) for (const name of model.reading.later(join)) live.add(name);
  return live;
}
