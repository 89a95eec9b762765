import type { Construct } from './construct.ts';
import { followLink } from './link.ts';
import { closeVisit } from './run/close.ts';
import { leave } from './run/leave.ts';
import { throwAll } from './throwAll.ts';

/**
 * Throws what it throws, after what it has undone, and goes on, unless its own escalation has interrupted it; a link goes on elsewhere. In
 * an ad-hoc sub-process that waited for it only to end, nothing comes after it.
 */
export const intermediateThrowEvent: Construct = (run, place) => {
  if (place.element.triggers.some((trigger) => trigger.kind === 'link')) return followLink(run, place);
  if (!throwAll(run, place) || !run.tokens.has(place.token.visit)) return;
  if (place.scope.phase !== 'ending') return leave(run, place, { ok: true, flows: place.plan.outgoing(place.element.id) });
  closeVisit(run, place.token, 'completed');
  run.queue.push({ do: 'drained', scope: place.scope.id });
};
