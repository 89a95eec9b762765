import type { ElementId, PersonId, VisitId } from '../words/ids.ts';
import type { Commit } from '../ports/commit.ts';
import { eventsOf } from './caseLog.ts';

/** A completed step as its doer could take it back: who did it, and which tasks the same commit opened. */
export interface Withdrawal {
  readonly visit: VisitId;
  readonly element: ElementId;
  readonly by: PersonId | 'system';
  readonly opened: readonly VisitId[];
}

/** The completion of this visit in the log; undefined where it was never completed by a person. */
export function withdrawal(log: readonly Commit[], visit: VisitId): Withdrawal | undefined {
  for (const commit of log) {
    const events = eventsOf(commit);
    const completed = events.find((event) => event.type === 'TaskCompleted' && event.visit === visit);
    if (completed?.type !== 'TaskCompleted') continue;
    const opened = events.flatMap((event) => (event.type === 'TaskOpened' ? [event.visit] : []));
    return { visit, element: completed.element, by: commit.actor.id, opened };
  }
  return undefined;
}
