import { evaluateCondition } from '../diagram/feel/condition.ts';
import type { Data } from '../words/json.ts';
import { complexHolds } from './manyBehavior.ts';
import { collected } from './manyCollected.ts';
import type { ManyState, Scope, Token } from './marking.ts';
import { visible } from './run/data.ts';
import { raise, resolveAsked } from './run/incident.ts';
import { activeIn } from './run/many.ts';
import { placeOf } from './run/place.ts';
import type { Run } from './run/run.ts';

/**
 * Whether the whole is done: none are left, or a condition holds over the counts and what was gathered so far; undefined, with an incident,
 * where that cannot be told. The conditions that throw something are asked even at the end.
 */
export function isEnough(
  run: Run,
  host: Token,
  { scope, state, none }: { readonly scope: Scope; readonly state: ManyState; readonly none: boolean },
): boolean | undefined {
  const { many } = placeOf(run, host).element;
  if (!many || (!many.completion && many.behavior !== 'complex')) return none;
  resolveAsked(run, host.visit);
  const counts = countsOf(state);
  const context = { ...visible(run, host.scope), ...collected(run, host, scope), ...counts };
  const thrown = complexHolds(run, host, { many, counts, context });
  if (thrown !== false || none || !many.completion) return thrown === undefined ? undefined : thrown || none;
  const held = evaluateCondition(many.completion, context, run.at);
  if (held.value !== 'neither') return held.value;
  raise(run, host, { code: 'conditionUndecided', detail: { condition: many.completion, reason: { ...held.reason } } });
  return undefined;
}

/** What the conditions of a multi-instance may ask for: how many there are without those taken away, are done, run now, were taken away. */
export const countsOf = (many: ManyState): Data => ({
  numberOfInstances: many.total - many.ended,
  numberOfCompletedInstances: many.done,
  numberOfActiveInstances: activeIn(many),
  numberOfTerminatedInstances: many.ended,
});
