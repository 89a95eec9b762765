import type { EventTrigger } from '../diagram/model.ts';
import type { Data, Json } from '../words/json.ts';
import { crossBoundary } from './boundaryEvent.ts';
import { catcherAround, catcherAtBorder, type Outward } from './catcher.ts';
import { membersOf } from './error.ts';
import { startEventSubProcess } from './eventSubProcess.ts';
import type { Token } from './marking.ts';
import { payloadOf } from './message.ts';
import { closeVisit } from './run/close.ts';
import type { Place } from './run/place.ts';
import { scopeOf, type Run } from './run/run.ts';

/** An escalation and who raises it: an event, or an activity while it is at work. */
export interface Raised {
  readonly token: Token;
  readonly code: string;
  readonly payload: Json;
  /** A multi-instance is spared by its own border. */
  readonly by: 'event' | 'work' | 'many';
}

/**
 * Hands an escalation to the nearest that takes it, outwards as an error goes. It is no failure: unless it interrupts, whoever raised it
 * goes on; one that nobody takes is only noted.
 */
export function escalate(run: Run, { token, code, payload, by }: Raised): void {
  const what: Outward = { kind: 'escalation', code };
  const catcher = (by === 'event' ? undefined : catcherAtBorder(run, token, what)) ?? catcherAround(run, scopeOf(run, token.scope), what);
  if (!catcher) {
    run.effects.push({ kind: 'noted', code: 'escalationUncaught', element: token.element, detail: { code, payload } });
    return;
  }
  const carried: Data = { ...membersOf(payload), escalationCode: code };
  const interrupts = ('host' in catcher ? catcher.event : catcher.start).interrupting !== false;
  // The event has done what it is there for, even where that ends all around it.
  if (interrupts && by === 'event') closeVisit(run, token, 'completed');
  if ('host' in catcher) {
    const own = catcher.host.visit === token.visit;
    crossBoundary(run, { ...catcher, payload: carried, cause: own ? null : token.visit, spares: own && by === 'many' });
  }
  if ('start' in catcher) startEventSubProcess(run, { ...catcher, payload: carried, cause: token.visit });
}

/** An event raises its escalation; false where what it is to carry could not be worked out. */
export function throwEscalation(run: Run, place: Place, { code = '' }: Extract<EventTrigger, { kind: 'escalation' }>): boolean {
  const payload = payloadOf(run, place);
  if (!payload) return false;
  escalate(run, { token: place.token, code, payload, by: 'event' });
  return true;
}
