import type { EventTrigger } from '../diagram/model.ts';
import { throwCompensation } from './compensation.ts';
import { throwEscalation } from './escalation.ts';
import { send } from './message.ts';
import type { Place } from './run/place.ts';
import type { Run } from './run/run.ts';
import { throwSignal } from './signal.ts';

/**
 * Throws what an event throws, in the order in which it is drawn, an escalation after the others, as it may end all around, and last what
 * is to be undone. Whether the token goes on from here: not where a payload could not be worked out, where its own escalation has
 * interrupted it, or where it waits until all is undone.
 */
export function throwAll(run: Run, place: Place): boolean {
  const { triggers } = place.element;
  const inTurn = [...triggers.filter(({ kind }) => kind !== 'escalation'), ...triggers.filter(({ kind }) => kind === 'escalation')];
  if (!inTurn.every((trigger) => throwOne(run, place, trigger) && run.tokens.has(place.token.visit))) return false;
  const undoing = triggers.flatMap((trigger) => (trigger.kind === 'compensate' ? [trigger] : []));
  return undoing.length === 0 || throwCompensation(run, place, undoing);
}

function throwOne(run: Run, place: Place, trigger: EventTrigger): boolean {
  if (trigger.kind === 'message') return send(run, place, trigger);
  if (trigger.kind === 'signal') return throwSignal(run, place, trigger.name);
  if (trigger.kind === 'escalation') return throwEscalation(run, place, trigger);
  return true;
}
