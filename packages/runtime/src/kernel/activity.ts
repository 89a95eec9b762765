import type { Element } from '../diagram/model.ts';
import { comesTooLate, endsWith } from './adHocSubProcess.ts';
import { noteDone } from './compensable.ts';
import { throwCompensation } from './compensation.ts';
import { CONSTRUCTS } from './constructs.ts';
import { loop, roundDone } from './loop.ts';
import { instanceDone, multiInstance } from './multiInstance.ts';
import { multiplied } from './quantities.ts';
import { arm } from './run/arm.ts';
import { isActivity } from './run/isActivity.ts';
import { leave } from './run/leave.ts';
import type { Place } from './run/place.ts';
import { repetitionIn } from './run/repetition.ts';
import type { Run } from './run/run.ts';
import { everyWay } from './run/sequenceFlow.ts';
import { unsupportedAt } from './unsupported.ts';

/** A token enters its element. The border of an activity is armed once, for the whole of a multi-instance or a loop. */
export function enter(run: Run, place: Place, again: boolean): void {
  const { element, plan } = place;
  const construct = CONSTRUCTS[element.type];
  const lacking = unsupportedAt(plan, element.id);
  if (lacking || !construct) {
    run.refused ??= lacking;
    return;
  }
  if (!again && comesTooLate(run, place)) return;
  const whole = repetitionIn(place.scope) === undefined;
  if (!again && whole && isActivity(element)) armBorder(run, place);
  if (element.many && whole) multiInstance(run, place);
  else if (element.loop && whole) loop(run, place);
  else if (!throws(element)) construct(run, place);
  else if (again || throwCompensation(run, place)) throwInTime(run, place);
}

const throws = ({ type }: Element): boolean => type === 'intermediateThrowEvent' || type === 'endEvent';

/** Nothing is left to be undone. A signal is thrown once all else rests, so that branches that have come as far in this step hear it. */
function throwInTime(run: Run, place: Place): void {
  if (place.element.triggers.some((trigger) => trigger.kind === 'signal')) run.throwing.push(place.token.visit);
  else throwNow(run, place);
}

/** A token throws what its element throws. */
export function throwNow(run: Run, place: Place): void {
  CONSTRUCTS[place.element.type]?.(run, place);
}

/** Waits for what may come to the border of an activity. */
export function armBorder(run: Run, { token, element, plan }: Place): void {
  for (const event of plan.boundaries(element.id)) arm(run, { element: event, scope: token.scope, visit: token.visit });
}

/**
 * The work of an activity is done: an instance reports to its multi-instance, a round to its loop, anything else goes on. Or all is undone
 * that an event waited for, and it throws what else it throws.
 */
export function finished(run: Run, place: Place): void {
  if (throws(place.element)) return throwInTime(run, place);
  if (isActivity(place.element)) noteDone(run, place);
  switch (repetitionIn(place.scope)) {
    case 'item':
      return instanceDone(run, place);
    case 'loop':
      return roundDone(run, place);
    default: {
      if (endsWith(run, place)) return;
      const ways = everyWay(run, place);
      return leave(run, place, ways.ok ? { ok: true, flows: multiplied(place.element, ways.flows) } : ways);
    }
  }
}
