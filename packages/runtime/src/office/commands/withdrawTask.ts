import { caseAndVisit } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';
import { refuse } from '../../words/refusal.ts';
import { commitsOf } from '../caseLog.ts';
import { notFound, type CaseCommands } from '../decide.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';
import { MOVE_REASONS, withReason } from '../moveReasons.ts';
import { isTheirs, withdrawalProblem, withdrawals } from '../withdrawal.ts';
import { mayRead } from './mayRead.ts';

/** 撤回: takes back a step that I completed, while nobody has taken or done what came of it. */
export const withdrawTask =
  (parts: Parts, cases: CaseCommands): Office['withdrawTask'] =>
  async (who, task, input) => {
    const ids = caseAndVisit(task);
    if (!ids) return notFound(task);
    return cases.run(
      ids.caseId,
      { who, via: 'person', request: { id: input.request, input: { task, ...input } as unknown as Json } },
      async (deciding) => {
        const { draft, recorder, viewer } = deciding;
        if (!viewer || !mayRead(viewer, draft.facts)) return notFound(task);
        const mine = withdrawals(await commitsOf(parts.store, ids.caseId)).find((one) => one.visit === ids.visit);
        if (!mine && !draft.facts.tasks.some((open) => open.visit === ids.visit)) return notFound(task);
        if (!mine) return refuse('illegalMove', task, MOVE_REASONS.notCompleted);
        if (!isTheirs(mine, who)) return refuse('notAllowed', task, MOVE_REASONS.notYours);
        const problem = withdrawalProblem(recorder, draft.facts, mine);
        if (problem) return problem;
        const refused = await deciding.advance({ kind: 'move', move: { kind: 'withdraw', visit: ids.visit } }, { trail: true });
        if (refused) return withReason(parts, deciding, { refused, from: ids.visit, is: (choice) => choice.move === 'withdraw' });
        deciding.draft.events.push({ type: 'CaseWithdrawn', visit: ids.visit, element: mine.element, reason: input.reason.trim() });
        return undefined;
      },
    );
  };
