import { caseAndVisit } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';
import { refuse } from '../../words/refusal.ts';
import { commitsOf } from '../caseLog.ts';
import { notFound, type CaseCommands } from '../decide.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';
import { withdrawal } from '../withdrawal.ts';

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
        const log = await commitsOf(parts.store, ids.caseId);
        const mine = withdrawal(log, ids.visit);
        if (!mine || mine.by !== who) return notFound(task);
        const taken = deciding.draft.facts.tasks.find((open) => open.takenBy && open.takenBy !== who && mine.opened.includes(open.visit));
        if (taken)
          return refuse('illegalMove', task, {
            zh: '下一步已有人签收，不能撤回',
            en: 'The next step was signed for and can no longer be taken back',
          });
        const refused = await deciding.advance({ kind: 'move', move: { kind: 'withdraw', visit: ids.visit } }, { trail: true });
        if (refused) return refused;
        deciding.draft.events.push({ type: 'CaseWithdrawn', visit: ids.visit, element: mine.element, reason: input.reason.trim() });
        return undefined;
      },
    );
  };
