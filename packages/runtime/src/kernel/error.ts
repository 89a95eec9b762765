import type { Data, Json } from '../words/json.ts';
import { crossBoundary } from './boundaryEvent.ts';
import { catcherAround, catcherAtBorder, type Outward } from './catcher.ts';
import { startEventSubProcess } from './eventSubProcess.ts';
import type { Token } from './marking.ts';
import { closeVisit } from './run/close.ts';
import { raise } from './run/incident.ts';
import { scopeOf, type Run } from './run/run.ts';

/** An error and where it is thrown: by an end event, which is then done, or by the work of an activity. */
export interface Thrown {
  readonly token: Token;
  readonly code: string;
  readonly payload: Json;
  readonly ends: boolean;
}

/** Hands an error to the nearest that catches it: each time by its code, then whoever takes any. Uncaught it is an incident. */
export function throwError(run: Run, thrown: Thrown): void {
  const { token, code } = thrown;
  const payload: Data = { ...membersOf(thrown.payload), errorCode: code };
  const what: Outward = { kind: 'error', code };
  const catcher = (thrown.ends ? undefined : catcherAtBorder(run, token, what)) ?? catcherAround(run, scopeOf(run, token.scope), what);
  if (!catcher) return raise(run, token, { code: 'errorUncaught', detail: { code, payload: thrown.payload } });
  if (thrown.ends) closeVisit(run, token, 'completed');
  // What has failed is over, whatever the drawing says.
  if ('host' in catcher) crossBoundary(run, { ...catcher, event: { ...catcher.event, interrupting: true }, payload, cause: null });
  else startEventSubProcess(run, { ...catcher, start: { ...catcher.start, interrupting: true }, payload, cause: null });
}

/** What an error or an escalation carries, as named values; a single value has no name and is not taken in. */
export const membersOf = (value: Json): Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {};
