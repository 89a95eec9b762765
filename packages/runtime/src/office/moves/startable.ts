import type { CaseFacts } from '../../case/facts.ts';
import type { Element } from '../../diagram/model.ts';
import type { Organization } from '../../organization/model.ts';
import type { HeldSeat, Viewer } from '../../organization/viewer.ts';
import type { Data } from '../../words/json.ts';
import type { Instant, Seat } from '../../words/ids.ts';
import { seatsThatHold } from '../commands/holder.ts';
import type { Definition } from '../definitions.ts';
import { barredFrom } from '../record/doers.ts';
import { seatsOf } from '../record/tasks.ts';

/** A step that somebody may begin, with what its seats are found by. */
export interface StartableStep {
  readonly organization: Organization;
  readonly facts: CaseFacts;
  readonly at: Instant;
  readonly definition: Definition;
  readonly element: Element;
  /** What the place sees in which it is begun. */
  readonly data: Data;
}

/** Whom a step of an ad-hoc sub-process would be addressed to; nobody where it is no person's. */
export function seatsAhead({ organization, facts, at, definition, element, data }: StartableStep): readonly Seat[] {
  if (element.type !== 'userTask' && element.type !== 'manualTask') return [];
  if (element.many) return [];
  return seatsOf({ organization }, { facts, at }, { definition: definition.ref, element, data }).seats;
}

/** The seat through which a person may begin it, being the one who would do it; undefined where they may not. */
export function seatToBegin(viewer: Viewer, step: StartableStep): HeldSeat | undefined {
  const barred = barredFrom(step.facts, step.definition.ref, step.element);
  if (barred.includes(viewer.person)) return undefined;
  const held = seatsThatHold(viewer, { seats: seatsAhead(step) }, step.definition);
  return held.find((seat) => !seat.onBehalfOf || !barred.includes(seat.onBehalfOf));
}
