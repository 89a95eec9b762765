import { refuse } from '../../words/refusal.ts';
import { commitsOf } from '../caseLog.ts';
import { notFound, type CaseCommands } from '../decide.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';
import { MOVE_REASONS, withReason } from '../moveReasons.ts';
import { isTheirs, withdrawalProblem, withdrawals } from '../withdrawal.ts';
import { mayRead } from './mayRead.ts';
import { taskCommand } from './taskCommand.ts';

/** 撤回: takes back a step that I completed, while nobody has taken or done what came of it. */
export const withdrawTask = (parts: Parts, cases: CaseCommands): Office['withdrawTask'] =>
  taskCommand(cases, 'withdraw', async (deciding, { who, task, input, caseId, visit }) => {
    const { draft, recorder, viewer } = deciding;
    if (!viewer || !mayRead(viewer, draft.facts)) return notFound(task);
    const mine = withdrawals(await commitsOf(parts.store, caseId)).find((one) => one.visit === visit);
    if (!mine && !draft.facts.tasks.some((open) => open.visit === visit)) return notFound(task);
    if (!mine) return refuse('illegalMove', task, MOVE_REASONS.notCompleted);
    if (!isTheirs(mine, who)) return refuse('notAllowed', task, MOVE_REASONS.notYours);
    const problem = withdrawalProblem(recorder, draft.facts, mine);
    if (problem) return problem;
    const refused = await deciding.advance({ kind: 'move', move: { kind: 'withdraw', visit: visit } }, { trail: true });
    if (refused) return withReason(parts, deciding, { refused, from: visit, is: (choice) => choice.move === 'withdraw' });
    deciding.draft.events.push({ type: 'CaseWithdrawn', visit: visit, element: mine.element, reason: input.reason.trim() });
    return undefined;
  });
