import type { Construct } from './construct.ts';
import { followLink } from './link.ts';
import { leave } from './run/leave.ts';
import { throwAll } from './throwAll.ts';

/** Sends its message or signal and goes on; a link goes on elsewhere. */
export const intermediateThrowEvent: Construct = (run, place) => {
  if (place.element.triggers.some((trigger) => trigger.kind === 'link')) return followLink(run, place);
  if (throwAll(run, place)) leave(run, place, { ok: true, flows: place.plan.outgoing(place.element.id) });
};
