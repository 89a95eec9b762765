import type { ElementId } from '../words/ids.ts';
import type { Node } from './explore.ts';
import type { Flaw, FlawKind } from './flaw.ts';

/** What a sound process keeps; a finding names the one that is broken. Closed: these names stand in the JSON of `guicheng check`. */
export type Property =
  /** From every state the case can go on to its end: no join waits for ever, some way on can always be taken, errors are caught. */
  | 'optionToComplete'
  /** When the end is reached nothing is left behind at a join, and each end is reached once at most. */
  | 'properCompletion'
  /** Some run comes to every activity. */
  | 'deadActivity'
  /** A case is never twice at one place: branches that run beside each other are joined before they share a step. */
  | 'markedTwice'
  /** No circle goes on for ever without a way to the end, with people or without. */
  | 'livelock'
  /** Whoever waits for somebody outside has another way on should they stay silent. */
  | 'mayWaitForever';

const OF: { readonly [Kind in FlawKind]: Property } = {
  joinStuck: 'optionToComplete',
  noWayHolds: 'optionToComplete',
  conditionUndecided: 'optionToComplete',
  listEmpty: 'optionToComplete',
  errorUncaught: 'optionToComplete',
  endless: 'livelock',
  neverEnds: 'livelock',
  twice: 'markedTwice',
  endTwice: 'properCompletion',
};

/** The property that a flaw breaks. What waits at a join when an end was reached before is left behind by it. */
export function propertyOf({ kind, element }: Flaw, { state }: Node): Property {
  if (kind !== 'joinStuck') return OF[kind];
  const scope = state.marking.arrivals.find(({ join }) => join === element)?.scope;
  return scope !== undefined && state.ends.has(scope) ? 'properCompletion' : OF[kind];
}

/** The places that a finding is about. */
export const elementsOf = ({ element, stuck }: Flaw): readonly ElementId[] => [element, ...stuck.filter((one) => one !== element)];
