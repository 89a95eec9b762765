import type { Element } from '../diagram/model.ts';
import type { VisitId } from '../words/ids.ts';
import type { Data } from '../words/json.ts';
import type { Construct } from './construct.ts';
import type { Token } from './marking.ts';
import { takeIn } from './message.ts';
import { closeVisit } from './run/close.ts';
import { leave } from './run/leave.ts';
import type { Run } from './run/run.ts';
import { spawn } from './run/token.ts';

/**
 * It has happened to its host: the token goes on from the border. It waits from when the host is entered (`activity.ts`); errors and
 * escalations look for it when they are thrown (`catcher.ts`).
 */
export const boundaryEvent: Construct = (run, place) => leave(run, place, { ok: true, flows: place.plan.outgoing(place.element.id) });

/** What comes to a border: to whom, at which event, what it carries, and the visit that threw it where it came from within the case. */
export interface Coming {
  readonly host: Token;
  readonly event: Element;
  readonly payload: Data;
  readonly cause: VisitId | null;
  readonly spares?: boolean;
}

/** An interrupting event ends its host with all that runs inside; any other, and one that it throws itself, sets a token beside it that goes with the host. */
export function crossBoundary(run: Run, { host, event, payload, cause, spares = false }: Coming): void {
  const interrupting = event.interrupting !== false && !spares;
  if (interrupting) closeVisit(run, host, 'interrupted');
  takeIn(run, { element: event, scope: host.scope }, payload);
  spawn(run, {
    element: event.id,
    scope: host.scope,
    from: cause ? [host.visit, cause] : [host.visit],
    side: interrupting ? host.side : host.visit,
  });
}
