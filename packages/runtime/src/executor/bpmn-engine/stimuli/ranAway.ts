import type { Stimulus } from '../../../ports/executor.ts';
import type { WaitId } from '../../../words/ids.ts';
import type { Json } from '../../../words/json.ts';
import type { Step } from '../step/step.ts';

/** What comes from outside but once. A person can do again what they did, because their task is open as before. */
const ONCE: ReadonlySet<string> = new Set(['due', 'message', 'signal', 'answer', 'jobFailed']);

/** What a step that ran away keeps of its stimulus, so that it can be tried again. */
export const told = (stimulus: Stimulus): { readonly again?: Json } =>
  ONCE.has(stimulus.kind) ? { again: JSON.parse(JSON.stringify(stimulus)) as Json } : {};

/** The stimulus of a step that ran away, where its incident kept it. */
export function ranAway(step: Step, incident: WaitId): Stimulus | undefined {
  const { code, detail } = step.incidents.get(incident) ?? {};
  const kept = code === 'stepBudget' && typeof detail === 'object' && detail !== null && 'again' in detail ? detail.again : undefined;
  return kept as Stimulus | undefined;
}
