import type { WaitId } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';
import { detailOf } from '../run/incident.ts';
import type { Run } from '../run/run.ts';
import type { Stimulus } from '../stimulus.ts';

/** What comes from outside but once. A person can do again what they did, because their task is open as before. */
const ONCE: ReadonlySet<string> = new Set(['due', 'message', 'signal', 'answer', 'jobFailed']);

/** What a step that ran away keeps of its stimulus, so that it can be tried again. */
export const told = (stimulus: Stimulus): { readonly again?: Json } =>
  ONCE.has(stimulus.kind) ? { again: JSON.parse(JSON.stringify(stimulus)) as Json } : {};

/** The stimulus of a step that ran away, where its incident kept it. */
export function ranAway(run: Run, id: WaitId): Stimulus | undefined {
  const incident = run.incidents.get(id);
  return incident?.code === 'stepBudget' ? (detailOf(incident, 'again') as Stimulus | undefined) : undefined;
}
