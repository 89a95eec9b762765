import { type PersonId, type VisitId } from '../../words/ids.ts';
import { commitsOf } from '../caseLog.ts';
import { type CaseCommands } from '../decide.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';
import type { CaseDraft } from '../record/draft.ts';
import { heldTask } from './holder.ts';
import { taskCommand } from './taskCommand.ts';

/** 签收: one of those it was addressed to takes it; the others no longer have it before them. */
export const takeTask = (parts: Parts, cases: CaseCommands): Office['takeTask'] => hold(parts, cases, 'TaskTaken');

/** Gives it back to all of them. */
export const releaseTask = (parts: Parts, cases: CaseCommands): Office['releaseTask'] => hold(parts, cases, 'TaskReleased');

const hold = (parts: Parts, cases: CaseCommands, type: 'TaskTaken' | 'TaskReleased'): Office['takeTask'] =>
  taskCommand(cases, type, async (deciding, { who, caseId, visit }) => {
    const held = await heldTask(deciding, visit, () => commitsOf(parts.store, caseId));
    if ('ok' in held) return held;
    changeHolder(deciding.draft, visit, type === 'TaskTaken' ? who : null);
    deciding.draft.events.push({ type, visit: visit });
    return undefined;
  });

function changeHolder(draft: CaseDraft, visit: VisitId, takenBy: PersonId | null): void {
  const takenAt = takenBy ? draft.at : null;
  draft.facts = {
    ...draft.facts,
    tasks: draft.facts.tasks.map((task) => (task.visit === visit ? { ...task, takenBy, takenAt } : task)),
  };
  draft.touched.set(visit, 'open');
}
