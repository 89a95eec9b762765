import type { EventTrigger } from '../diagram/model.ts';
import { throwEscalation } from './escalation.ts';
import { send } from './message.ts';
import type { Place } from './run/place.ts';
import type { Run } from './run/run.ts';
import { throwSignal } from './signal.ts';

/**
 * Throws what an event throws, in the order in which it is drawn, an escalation last, as it may end all around; whether the token goes on
 * from here: not where a payload could not be worked out, nor where its own escalation has interrupted it.
 */
export function throwAll(run: Run, place: Place): boolean {
  const { triggers } = place.element;
  const inTurn = [...triggers.filter(({ kind }) => kind !== 'escalation'), ...triggers.filter(({ kind }) => kind === 'escalation')];
  return inTurn.every((trigger) => throwOne(run, place, trigger) && run.tokens.has(place.token.visit));
}

function throwOne(run: Run, place: Place, trigger: EventTrigger): boolean {
  if (trigger.kind === 'message') return send(run, place, trigger);
  if (trigger.kind === 'signal') return throwSignal(run, place, trigger.name);
  if (trigger.kind === 'escalation') return throwEscalation(run, place, trigger);
  return true;
}
