import type { Json } from '../words/json.ts';
import { cancelTransaction, NOT_CANCELLED, transactionAround } from './cancel.ts';
import { type Catcher, isThere } from './catcher.ts';
import type { Construct } from './construct.ts';
import { errorTaker, handError } from './error.ts';
import type { Scope } from './marking.ts';
import { payloadOf } from './message.ts';
import { raise } from './run/incident.ts';
import { leave } from './run/leave.ts';
import type { Place } from './run/place.ts';
import type { Run } from './run/run.ts';
import { terminate, terminateBeside } from './terminate.ts';
import { throwAll } from './throwAll.ts';

/**
 * The token ends here. One that throws several things brings all of them about: first what it has undone, then what it sends, its
 * escalations, and last what ends more than its own token, from a cancel, which undoes what the others would only cut off, over an error,
 * which ends at least as much as a termination, to that.
 */
export const endEvent: Construct = (run, place) => {
  const ending = endingOf(run, place);
  if (ending && throwAll(run, place)) end(run, place, ending);
};

/** An error or a cancel that nobody took is tried again; what was thrown with it has been thrown. */
export function endAgain(run: Run, place: Place): void {
  const ending = endingOf(run, place);
  if (ending) end(run, place, ending);
}

/** What an end ends beside its own token, and who takes that: settled before an escalation of its own may end what is around. */
interface Ending {
  readonly error: { readonly code: string; readonly payload: Json; readonly catcher: Catcher | undefined } | undefined;
  readonly cancels: boolean;
  readonly transaction: Scope | undefined;
  readonly terminates: boolean;
}

/** Undefined, with an incident, where what the error is to carry could not be worked out. */
function endingOf(run: Run, place: Place): Ending | undefined {
  const { token, element } = place;
  const error = element.triggers.find((trigger) => trigger.kind === 'error');
  const payload = error && element.mapping ? payloadOf(run, place) : null;
  if (payload === undefined) return undefined;
  const { code = '' } = error ?? {};
  const cancels = element.triggers.some(({ kind }) => kind === 'cancel');
  return {
    error: error && { code, payload, catcher: errorTaker(run, { token, code, ends: true }) },
    cancels,
    transaction: cancels ? transactionAround(run, token.scope) : undefined,
    terminates: element.triggers.some(({ kind }) => kind === 'terminate'),
  };
}

function end(run: Run, place: Place, { error, cancels, transaction, terminates }: Ending): void {
  const { token } = place;
  if (transaction && run.scopes.has(transaction.id)) return cancelTransaction(run, transaction, token);
  if (error?.catcher) {
    if (isThere(run, error.catcher)) handError(run, { token, ends: true, ...error }, error.catcher);
    return;
  }
  const stands = run.tokens.has(token.visit);
  if (error || (cancels && !transaction)) {
    if (stands && terminates) terminateBeside(run, token);
    const what = error ? ({ code: 'errorUncaught', detail: { code: error.code, payload: error.payload } } as const) : NOT_CANCELLED;
    return raise(run, stands ? token : { element: token.element, visit: null }, what);
  }
  if (!stands) return;
  if (terminates) terminate(run, place);
  else leave(run, place, { ok: true, flows: [] });
}
