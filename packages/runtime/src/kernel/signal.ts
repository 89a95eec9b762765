import type { Data } from '../words/json.ts';
import type { VisitId } from '../words/ids.ts';
import { payloadOf } from './message.ts';
import type { Place } from './run/place.ts';
import type { Run } from './run/run.ts';
import { type Arming, addWait } from './run/wait.ts';

/** Waits for a signal by its name: everybody who does hears it, in every case, and whoever begins to wait later does not. */
export function listen(run: Run, arming: Arming, name: string): void {
  const wait = addWait(run, arming, { kind: 'signal', name });
  run.effects.push({ kind: 'subscribed', wait: wait.id, to: 'signal', name });
}

/** Throws a signal: what waits for it in this case hears it in this step, other cases by the outbox. False where it has no payload. */
export function throwSignal(run: Run, place: Place, name: string): boolean {
  const payload = payloadOf(run, place);
  if (!payload) return false;
  run.effects.push({ kind: 'signalSent', element: place.element.id, name, payload });
  broadcast(run, { name, payload, cause: place.token.visit });
  return true;
}

/** A signal on its way to whoever waits for it, apart from the border of a host that has caught it already. */
export interface Spread {
  readonly name: string;
  readonly payload: Data;
  readonly cause: VisitId | null;
  readonly except?: VisitId;
}

/** All that wait for a signal at this moment hear it, in the order in which they began to wait; how many. */
export function broadcast(run: Run, { name, payload, cause, except }: Spread): number {
  const heard = run.waits
    .in('asked', 'signal')
    .filter((wait) => !wait.met && wait.name === name && (except === undefined || wait.visit !== except));
  for (const wait of heard) run.queue.push({ do: 'occur', wait: wait.id, payload, cause });
  return heard.length;
}
