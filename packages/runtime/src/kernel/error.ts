import type { Data, Json } from '../words/json.ts';
import { crossBoundary } from './boundaryEvent.ts';
import { type Catcher, catcherAround, catcherAtBorder, type Outward } from './catcher.ts';
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
  const catcher = errorTaker(run, thrown);
  if (catcher) handError(run, thrown, catcher);
  else raise(run, thrown.token, { code: 'errorUncaught', detail: { code: thrown.code, payload: thrown.payload } });
}

/** Who catches an error. */
export function errorTaker(run: Run, { token, code, ends }: Omit<Thrown, 'payload'>): Catcher | undefined {
  const what: Outward = { kind: 'error', code };
  return (ends ? undefined : catcherAtBorder(run, token, what)) ?? catcherAround(run, scopeOf(run, token.scope), what);
}

/** An error is caught. */
export function handError(run: Run, thrown: Thrown, catcher: Catcher): void {
  const { token, code, ends } = thrown;
  const payload: Data = { ...membersOf(thrown.payload), errorCode: code };
  if (ends && run.tokens.has(token.visit)) closeVisit(run, token, 'completed');
  // What has failed is over, whatever the drawing says.
  if ('host' in catcher) crossBoundary(run, { ...catcher, event: { ...catcher.event, interrupting: true }, payload, cause: null });
  else startEventSubProcess(run, { ...catcher, start: { ...catcher.start, interrupting: true }, payload, cause: null });
}

/** What an error or an escalation carries, as named values; a single value has no name and is not taken in. */
export const membersOf = (value: Json): Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {};
