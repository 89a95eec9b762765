import type { Construct } from './construct.ts';
import { leave } from './run/leave.ts';

/**
 * What it stood for has happened: the token goes on. How a case begins is told in `stimuli/start.ts`, that of an event sub-process in
 * `eventSubProcess.ts`.
 */
export const startEvent: Construct = (run, place) => leave(run, place, { ok: true, flows: place.plan.outgoing(place.element.id) });
