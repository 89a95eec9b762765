import type { Element, EventTrigger } from '../../../diagram/model.ts';
import type { Wait } from '../../../ports/executor.ts';
import { id, type ScopeId, type VisitId, type WaitId } from '../../../words/ids.ts';
import { number, planOf, type Step } from '../step/step.ts';
import { subscribe } from './message.ts';
import { armTimer } from './timer.ts';

/** What is to be waited for: by the element's own visit, by the host of a boundary event, by nobody for the start of an event sub-process. */
export interface Arming {
  readonly element: Element;
  readonly scope: ScopeId;
  readonly visit: VisitId | null;
  /** Waits of which the first to come clears the others. */
  readonly group?: WaitId | undefined;
}

/** Notes a wait. */
export function addWait(step: Step, { element, scope, visit, group }: Arming, about: Pick<Wait, 'kind' | 'name' | 'key' | 'left'>): Wait {
  const wait: Wait = { id: id(`w${number(step)}`), element: element.id, scope, visit, ...about, ...(group ? { group } : {}) };
  step.waits.set(wait.id, wait);
  return wait;
}

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

/** The waits of a visit, in the order in which they began. */
export const waitsOf = (step: Step, visit: VisitId): readonly Wait[] => [...step.waits.values()].filter((wait) => wait.visit === visit);
