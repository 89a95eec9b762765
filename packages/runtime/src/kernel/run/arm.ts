import type { EventTrigger } from '../../diagram/model.ts';
import { awaitCondition } from '../conditional.ts';
import { subscribe } from '../message.ts';
import { listen } from '../signal.ts';
import { armTimer } from '../timer.ts';
import { unsupportedAt } from '../unsupported.ts';
import { planOf, type Run } from './run.ts';
import type { Arming } from './wait.ts';

/** Waits for all that an event can be triggered by. Errors and escalations are not waited for: who takes them is looked up when they are thrown. */
export function arm(run: Run, arming: Arming): void {
  const lacking = unsupportedAt(planOf(run, arming.scope), arming.element.id);
  if (lacking) run.refused ??= lacking;
  else for (const trigger of arming.element.triggers) armOne(run, arming, trigger);
}

function armOne(run: Run, arming: Arming, trigger: EventTrigger): void {
  if (trigger.kind === 'timer') armTimer(run, arming, trigger.timer);
  if (trigger.kind === 'message') subscribe(run, arming, trigger);
  if (trigger.kind === 'signal') listen(run, arming, trigger.name);
  if (trigger.kind === 'conditional') awaitCondition(run, arming, trigger.condition);
}
