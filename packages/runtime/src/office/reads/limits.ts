import type { CaseFacts, RunningDeadline } from '../../case/facts.ts';
import type { Role } from '../../organization/model.ts';
import type { Head } from '../../ports/commit.ts';
import type { VisitId } from '../../words/ids.ts';
import { deadlineOf, limitId, limitsOf } from '../limits.ts';
import type { RunningLimit } from '../pages.ts';
import type { Parts } from '../parts.ts';
import { dueOf, type Showing } from './cards.ts';

/** The limits on an open task, as they read. */
export function limitsOfTask(
  parts: Pick<Parts, 'executor'>,
  showing: Showing,
  about: { readonly head: Head; readonly facts: CaseFacts; readonly visit: VisitId },
): readonly RunningLimit[] {
  const { head, facts, visit } = about;
  const task = facts.tasks.find((open) => open.visit === visit);
  if (!task) return [];
  const looking = {
    definition: showing.definition,
    root: (scope: typeof task.scope) => (head.snapshot ? parts.executor.dataScopes(head.snapshot, scope).at(-1) : undefined),
  };
  return limitsOf(looking, facts.deadlines, task).flatMap((running) => inWords(showing, running));
}

/** All limits that run in a case, the first to run out first. */
export const limitsOfCase = (showing: Showing, facts: CaseFacts): readonly RunningLimit[] =>
  facts.deadlines.toSorted((left, right) => (left.due < right.due ? -1 : 1)).flatMap((running) => inWords(showing, running));

/** Whose office it is to stop a clock. */
export const mayStopLimits = (roles: readonly Role[]): boolean => roles.includes('leader') || roles.includes('processOwner');

function inWords(showing: Showing, running: RunningDeadline): readonly RunningLimit[] {
  const deadline = deadlineOf(showing, running);
  const due = dueOf(showing, running.due, running.provisional);
  if (!deadline || !due) return [];
  const step = showing.definition(running.definition)?.plan.element(running.element)?.name ?? { zh: running.element };
  const name = deadline.name.zh === '' ? step : deadline.name;
  return [{ id: limitId(running), name, step, due, words: deadline.words ?? null }];
}
