import type { Refused } from '../../words/refusal.ts';
import { endCase } from '../endCase.ts';
import type { Run } from '../run/run.ts';
import { notWaiting } from './complete.ts';

/** Ends the whole case with all that it waits for; why, the office notes. */
export function cancel(run: Run): Refused | undefined {
  const root = run.scopes.values().find((scope) => scope.parent === null);
  if (!root || isOver(run)) return notWaiting(root?.element ?? '');
  endCase(run, root.id, 'cancelled');
  return undefined;
}

/** Whether nothing lives any more: the case has ended. One that ran away at its start has not begun to live, and waits for a person. */
export const isOver = (run: Run): boolean =>
  run.tokens.size === 0 &&
  run.arrivals.length === 0 &&
  run.scopes.size <= 1 &&
  !run.incidents.values().some((incident) => incident.code === 'stepBudget');
