import type { CaseFacts } from '../case/facts.ts';
import type { Element } from '../diagram/model.ts';
import type { Commit } from '../ports/commit.ts';
import type { DefinitionRef, ElementId, PersonId, VisitId } from '../words/ids.ts';
import { refuse, type Refused } from '../words/refusal.ts';
import { eventsOf } from './caseLog.ts';
import type { Looking } from './limits.ts';
import { placeNow } from './placeNow.ts';

/** A completed step as its doer could take it back: who did it, and which tasks the same commit opened. */
export interface Withdrawal {
  readonly visit: VisitId;
  readonly element: ElementId;
  readonly definition: DefinitionRef;
  readonly by: PersonId | 'system';
  readonly onBehalfOf: PersonId | null;
  readonly opened: readonly VisitId[];
}

/** The steps that people have completed, oldest first. */
export function withdrawals(log: readonly Commit[]): readonly Withdrawal[] {
  const definitions = new Map<VisitId, DefinitionRef>();
  const now = placeNow(log.flatMap(eventsOf));
  const all = log.flatMap((commit) => {
    const events = eventsOf(commit);
    const opened = events.flatMap((event) => (event.type === 'TaskOpened' ? [event] : []));
    const found = events.flatMap((event): readonly Withdrawal[] => {
      const definition = event.type === 'TaskCompleted' ? definitions.get(event.visit) : undefined;
      if (event.type !== 'TaskCompleted' || !definition) return [];
      const { visit, element } = event;
      const { id: by, onBehalfOf = null } = commit.actor;
      return [{ visit, element, definition, by, onBehalfOf, opened: opened.map((one) => one.visit) }];
    });
    for (const event of opened) definitions.set(event.visit, event.definition);
    return found;
  });
  return all.map(now);
}

/** Whether it is this person's to take back: who did it, or for whom it was done. */
export const isTheirs = (withdrawal: Withdrawal, person: PersonId): boolean => withdrawal.by === person || withdrawal.onBehalfOf === person;

/** What of the office stands in the way of taking a step back; whether the diagram allows it is the executor's to say. */
export function withdrawalProblem(looking: Pick<Looking, 'definition'>, facts: CaseFacts, withdrawal: Withdrawal): Refused | undefined {
  const step = looking.definition(withdrawal.definition)?.plan.element(withdrawal.element);
  const culprit = step?.name.zh ?? withdrawal.element;
  if (!step?.office.operations.includes('withdraw'))
    return refuse('illegalMove', culprit, { zh: '这一步不允许撤回', en: 'This step may not be taken back' });
  if (facts.endedAt)
    return refuse('illegalMove', culprit, { zh: '办件已经结束，不能撤回', en: 'The case is over; nothing is taken back any more' });
  const taken = facts.tasks.some(
    (open) =>
      withdrawal.opened.includes(open.visit) &&
      open.takenBy !== null &&
      open.takenBy !== withdrawal.by &&
      stepOf(looking, open)?.office.withdrawUntil === 'taken',
  );
  return taken
    ? refuse('illegalMove', culprit, {
        zh: '下一步已有人签收，不能撤回',
        en: 'The next step was signed for and can no longer be taken back',
      })
    : undefined;
}

const stepOf = (looking: Pick<Looking, 'definition'>, task: CaseFacts['tasks'][number]): Element | undefined =>
  looking.definition(task.definition)?.plan.element(task.element);
