import type { Plan } from '../../plan/plan.ts';
import type { ElementId } from '../../words/ids.ts';
import type { MoveObstacle } from '../stimulus.ts';
import { type Outcomes, outcomes } from './net/outcomes.ts';
import type { Spot } from './net/spot.ts';
import { togetherIn } from './net/together.ts';
import type { Inside } from './standing.ts';

/** A scope before and after a move: what stood there, what of it is left, what is put beside it, what gateways that wait to be reset have taken. */
export interface Rearranged {
  readonly before: readonly Spot[];
  readonly left: readonly Spot[];
  readonly put: readonly ElementId[];
  readonly taken?: readonly Spot[];
}

/**
 * Why tokens cannot stand so; undefined where they can. Nothing may be left waiting at a join that could not have been before, and nothing
 * may stand beside what it never stands beside: a join would then fire early, or a place be marked twice.
 */
export function misfit(inside: Inside, scope: Rearranged): MoveObstacle | undefined {
  const { left, put, before, taken = [] } = scope;
  const { plan, container } = inside;
  const then = outcomes(plan, [...left, ...put, ...taken]);
  const was = outcomes(plan, [...before, ...taken]);
  const risks = outcomes(
    plan,
    plan.entries(container).map((entry) => entry.id),
  );
  if ([...then.stuck].some((join) => !was.stuck.has(join) && !risks.stuck.has(join)) || neverEnds(then)) return 'joinWaits';
  // Where it would go round by itself for ever.
  if (then.decided && !then.ends && was.decided && was.ends) return 'noPlace';
  if (standsWrong(inside, scope)) return 'markedTwice';
  return then.decided ? undefined : 'undecided';
}

const neverEnds = ({ ends, stuck, decided }: Outcomes): boolean => decided && !ends && stuck.size > 0;

/** Whether anything would stand beside what it cannot stand beside. What stood wrongly before the move does not count against it. */
function standsWrong({ plan, container }: Inside, { before, left, put }: Rearranged): boolean {
  const together = togetherIn(plan, container);
  const gone = without(before, left);
  // Where a token only ends it is beside nothing.
  const wrong = (one: ElementId, other: Spot): boolean => !isPlainEnd(plan, one) && !isPlainEnd(plan, other) && !together.has(one, other);
  const wasRight = (other: Spot): boolean => gone.every((one) => together.has(one, other));
  return put.some(
    (spot, index) =>
      put.slice(index + 1).some((other) => wrong(spot, other)) || left.some((other) => wrong(spot, other) && wasRight(other)),
  );
}

const isPlainEnd = (plan: Plan, spot: Spot): boolean => {
  const element = plan.element(spot as ElementId);
  return element?.type === 'endEvent' && element.triggers.length === 0;
};

function without(before: readonly Spot[], left: readonly Spot[]): readonly Spot[] {
  const gone = [...before];
  for (const spot of left) gone.splice(gone.indexOf(spot), 1);
  return gone;
}
