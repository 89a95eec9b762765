import type { EventTrigger } from '../diagram/model.ts';
import { send } from './message.ts';
import type { Place } from './run/place.ts';
import type { Run } from './run/run.ts';
import { throwSignal } from './signal.ts';

/** Throws what an event throws, in the order in which it is drawn; false where a payload could not be worked out. */
export const throwAll = (run: Run, place: Place): boolean => place.element.triggers.every((trigger) => throwOne(run, place, trigger));

function throwOne(run: Run, place: Place, trigger: EventTrigger): boolean {
  if (trigger.kind === 'message') return send(run, place, trigger);
  if (trigger.kind === 'signal') return throwSignal(run, place, trigger.name);
  return true;
}
