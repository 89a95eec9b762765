import type { IncidentCode, Marking } from '../kernel/marking.ts';
import type { ElementId } from '../words/ids.ts';
import type { Act } from './act.ts';
import type { Pauses } from './pauses.ts';
import type { Performed } from './perform.ts';

/** What is wrong with the state that a run has come to. */
export interface Flaw {
  readonly kind: FlawKind;
  readonly element: ElementId;
  /** Those that can never go on, or are there twice. */
  readonly stuck: readonly ElementId[];
}

export type FlawKind =
  /** A join waits for a branch that never comes. */
  | 'joinStuck'
  /** No way out of an element may be taken. */
  | 'noWayHolds'
  /** A condition asks for something that may not be filled in. */
  | 'conditionUndecided'
  | 'listEmpty'
  | 'errorUncaught'
  /** It runs in circles without ever waiting for anybody. */
  | 'endless'
  /** One case comes to a step twice at the same time. */
  | 'twice'
  /** One case comes to the same end twice. */
  | 'endTwice'
  /** Whatever is done, the end is never reached. */
  | 'neverEnds';

const KINDS: { readonly [Code in IncidentCode]?: FlawKind } = {
  noWayOn: 'noWayHolds',
  conditionUndecided: 'conditionUndecided',
  listEmpty: 'listEmpty',
  listInvalid: 'listEmpty',
  errorUncaught: 'errorUncaught',
  stepBudget: 'endless',
};

/** The first thing that is wrong after a step, if anything; a step that never came to rest is told by where it began. */
export function flawIn(
  { state: { marking }, effects, again }: Performed,
  { act, pauses }: { readonly act: Act; readonly pauses: Pauses },
): Flaw | undefined {
  for (const effect of effects) {
    if (effect.kind !== 'incident') continue;
    const { code, element, visit } = effect.incident;
    // What has been resolved within the step is none.
    if (!marking.incidents.some(({ id }) => id === effect.incident.id)) continue;
    const kind = code === 'noWayOn' && visit === null ? 'joinStuck' : KINDS[code];
    const at = kind === 'endless' ? (pauses.get(act.element) ?? act.element) : element;
    if (kind) return { kind, element: at, stuck: [at] };
  }
  return twiceIn(marking, pauses) ?? (again && { kind: 'endTwice', element: again, stuck: [again] });
}

/**
 * Two tokens of one case at the same element at once; at a join, two over the same flow. Items of a multi-instance may be, and so may
 * reminders of several rounds, which nothing waits for.
 */
function twiceIn({ tokens, arrivals }: Marking, pauses: Pauses): Flaw | undefined {
  const seen = new Map<string, boolean>();
  for (const { element, scope, instance, side } of tokens) {
    if (pauses.has(element)) continue;
    const place = `${scope} ${element}`;
    const beside = side !== undefined;
    if (!instance && seen.has(place) && !(beside && seen.get(place))) return { kind: 'twice', element, stuck: [element] };
    seen.set(place, beside && seen.get(place) !== false);
  }
  for (const { join, flow, scope } of arrivals) {
    const place = `${scope} ${join} ${flow}`;
    if (seen.has(place)) return { kind: 'twice', element: join, stuck: [join] };
    seen.set(place, false);
  }
  return undefined;
}
