import { throwCancel } from './cancel.ts';
import type { Construct } from './construct.ts';
import { throwError } from './error.ts';
import { payloadOf } from './message.ts';
import { leave } from './run/leave.ts';
import { terminate } from './terminate.ts';
import { throwAll } from './throwAll.ts';

/** The token ends here, after what the event throws. An error, a termination and a cancel take more with them. */
export const endEvent: Construct = (run, place) => {
  const { token, element } = place;
  if (!throwAll(run, place)) return;
  const error = element.triggers.find((trigger) => trigger.kind === 'error');
  if (error) {
    const carried = element.mapping ? payloadOf(run, place) : null;
    return carried === undefined ? undefined : throwError(run, { token, code: error.code ?? '', payload: carried, ends: true });
  }
  if (element.triggers.some((trigger) => trigger.kind === 'terminate')) return terminate(run, place);
  if (element.triggers.some((trigger) => trigger.kind === 'cancel')) return throwCancel(run, place);
  leave(run, place, { ok: true, flows: [] });
};
