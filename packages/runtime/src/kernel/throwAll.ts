import type { EventTrigger } from '../diagram/model.ts';
import { throwEscalations } from './escalation.ts';
import { send } from './message.ts';
import type { Place } from './run/place.ts';
import type { Run } from './run/run.ts';
import { throwSignal } from './signal.ts';

/**
 * Throws what an event throws once all is undone that it has undone (`compensation.ts`): in the order in which it is drawn, escalations
 * after the others, as they may end all around. False, with an incident, where a payload could not be worked out.
 */
export const throwAll = (run: Run, place: Place): boolean =>
  place.element.triggers.every((trigger) => throwOne(run, place, trigger)) && throwEscalations(run, place);

function throwOne(run: Run, place: Place, trigger: EventTrigger): boolean {
  if (trigger.kind === 'message') return send(run, place, trigger);
  if (trigger.kind === 'signal') return throwSignal(run, place, trigger.name);
  return true;
}
