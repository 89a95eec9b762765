import { caseAndVisit, type PersonId, type VisitId } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';
import { commitsOf } from '../caseLog.ts';
import { notFound, type CaseCommands } from '../decide.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';
import type { CaseDraft } from '../record/draft.ts';
import { heldTask } from './holder.ts';

/** 签收: one of those it was addressed to takes it; the others no longer have it before them. */
export const takeTask = (parts: Parts, cases: CaseCommands): Office['takeTask'] => hold(parts, cases, 'TaskTaken');

/** Gives it back to all of them. */
export const releaseTask = (parts: Parts, cases: CaseCommands): Office['releaseTask'] => hold(parts, cases, 'TaskReleased');

const hold =
  (parts: Parts, cases: CaseCommands, type: 'TaskTaken' | 'TaskReleased'): Office['takeTask'] =>
  async (who, task, input) => {
    const ids = caseAndVisit(task);
    if (!ids) return notFound(task);
    return cases.run(
      ids.caseId,
      { who, via: 'person', request: { id: input.request, input: { task, type } satisfies Json } },
      async (deciding) => {
        const held = await heldTask(deciding, ids.visit, () => commitsOf(parts.store, ids.caseId));
        if ('ok' in held) return held;
        changeHolder(deciding.draft, ids.visit, type === 'TaskTaken' ? who : null);
        deciding.draft.events.push({ type, visit: ids.visit });
        return undefined;
      },
    );
  };

function changeHolder(draft: CaseDraft, visit: VisitId, takenBy: PersonId | null): void {
  const takenAt = takenBy ? draft.at : null;
  draft.facts = {
    ...draft.facts,
    tasks: draft.facts.tasks.map((task) => (task.visit === visit ? { ...task, takenBy, takenAt } : task)),
  };
  draft.touched.set(visit, 'open');
}
