import type { Data, Json } from '../words/json.ts';
import { crossBoundary } from './boundaryEvent.ts';
import { type Catcher, catcherAround, catcherAtBorder, isThere, type Outward } from './catcher.ts';
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
export const escalate = (run: Run, raised: Raised): void => handOver(run, raised, takerOf(run, raised));

function takerOf(run: Run, { token, code, by }: Raised): Catcher | undefined {
  const what: Outward = { kind: 'escalation', code };
  return (by === 'event' ? undefined : catcherAtBorder(run, token, what)) ?? catcherAround(run, scopeOf(run, token.scope), what);
}

function handOver(run: Run, { token, code, payload, by }: Raised, catcher: Catcher | undefined): void {
  if (!catcher) {
    run.effects.push({ kind: 'noted', code: 'escalationUncaught', element: token.element, detail: { code, payload } });
    return;
  }
  const carried: Data = { ...membersOf(payload), escalationCode: code };
  const interrupts = ('host' in catcher ? catcher.event : catcher.start).interrupting !== false;
  // The event has done what it is there for, even where that ends all around it.
  if (interrupts && by === 'event' && run.tokens.has(token.visit)) closeVisit(run, token, 'completed');
  if ('host' in catcher) {
    const own = catcher.host.visit === token.visit;
    crossBoundary(run, { ...catcher, payload: carried, cause: own ? null : token.visit, spares: own && by === 'many' });
  }
  if ('start' in catcher) startEventSubProcess(run, { ...catcher, payload: carried, cause: token.visit });
}

/**
 * An event raises its escalations; false where what they are to carry could not be worked out. Who takes each is settled first: one that
 * interrupts ends what is around the event, and not what is further out.
 */
export function throwEscalations(run: Run, place: Place): boolean {
  const codes = place.element.triggers.flatMap((trigger) => (trigger.kind === 'escalation' ? [trigger.code ?? ''] : []));
  if (codes.length === 0) return true;
  const payload = payloadOf(run, place);
  if (!payload) return false;
  const raised = codes.map((code): Raised => ({ token: place.token, code, payload, by: 'event' }));
  const takers = raised.map((one) => takerOf(run, one));
  for (const [index, one] of raised.entries()) {
    const taker = takers[index];
    if (!taker || isThere(run, taker)) handOver(run, one, taker);
  }
  return true;
}
