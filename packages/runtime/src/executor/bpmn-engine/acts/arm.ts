import type { EventTrigger } from '../../../diagram/model.ts';
import type { VisitId } from '../../../words/ids.ts';
import { planOf, type Step } from '../step/step.ts';
import { subscribe } from './message.ts';
import { armTimer } from './timer.ts';
import { addWait, type Arming } from './wait.ts';

/** Waits for all that an event can be triggered by; errors are looked up when thrown. */
export function arm(step: Step, arming: Arming): void {
  for (const trigger of arming.element.triggers) armOne(step, arming, trigger);
}

function armOne(step: Step, arming: Arming, trigger: EventTrigger): void {
  if (trigger.kind === 'timer') armTimer(step, arming, trigger.timer);
  if (trigger.kind === 'message') subscribe(step, arming, trigger);
  if (trigger.kind === 'signal') {
    const wait = addWait(step, arming, { kind: 'signal', name: trigger.name });
    step.effects.push({ kind: 'subscribed', wait: wait.id, to: 'signal', name: trigger.name });
  }
}

/** The border of an activity is armed once, for the whole of a multi-instance. */
export function armBorder(step: Step, visit: VisitId): void {
  const host = step.visits.get(visit);
  if (!host) return;
  for (const event of planOf(step, host.scope).boundaries(host.element)) arm(step, { element: event, scope: host.scope, visit });
}
