import type { OpenTask } from '../../case/facts.ts';
import { caseAndVisit, id } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';
import { refuse } from '../../words/refusal.ts';
import { commitsOf } from '../caseLog.ts';
import { notFound, type CaseCommands } from '../decide.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';
import { visitsOf } from '../reads/visits.ts';
import type { CaseDraft } from '../record/draft.ts';
import { withReason } from '../moveReasons.ts';
import { heldTask } from './holder.ts';

/** 退回: sends the case back to a step that was done, with a reason; the one who did it finds it before them again. */
export const returnTask =
  (parts: Parts, cases: CaseCommands): Office['returnTask'] =>
  async (who, task, input) => {
    const ids = caseAndVisit(task);
    if (!ids) return notFound(task);
    return cases.run(
      ids.caseId,
      { who, via: 'person', request: { id: input.request, input: { task, ...input } as unknown as Json } },
      async (deciding) => {
        const { draft } = deciding;
        const log = await commitsOf(parts.store, ids.caseId);
        const held = await heldTask(deciding, ids.visit, async () => log);
        if ('ok' in held) return held;
        if (!held.element.office.operations.includes('return'))
          return refuse('illegalMove', held.element.name.zh, { zh: '这一步不允许退回', en: 'This step may not send back' });
        const target = visitsOf(log, draft.facts.definition).get(id(input.to));
        if (!target)
          return refuse('illegalMove', input.to, { zh: '只能退回到已经办过的步骤', en: 'Only steps that were done can be sent back to' });
        const reason = input.reason.trim();
        if (reason === '') return refuse('required', 'reason', { zh: '请写明退回理由', en: 'Say why it goes back' });
        const refused = await deciding.advance(
          { kind: 'move', move: { kind: 'return', from: ids.visit, to: id(input.to), siblings: input.siblings, then: input.then } },
          { trail: true },
        );
        if (refused)
          return withReason(parts, deciding, {
            refused,
            from: ids.visit,
            is: (choice) => choice.move === 'return' && choice.visit === input.to,
          });
        draft.events.push({
          type: 'CaseReturned',
          from: ids.visit,
          fromElement: held.element.id,
          to: target.visit,
          toElement: target.element,
          reason,
          siblings: input.siblings,
          then: input.then,
        });
        readdress(draft, { by: who, reason });
        return undefined;
      },
    );
  };

/** What was opened anew – the step, or what begins a sub-process or call – says who sent it back and why. */
function readdress(draft: CaseDraft, returned: NonNullable<OpenTask['returned']>): void {
  const anew = new Set(draft.events.flatMap((event) => (event.type === 'TaskOpened' ? [event.visit] : [])));
  draft.facts = {
    ...draft.facts,
    tasks: draft.facts.tasks.map((task) => (anew.has(task.visit) ? { ...task, returned } : task)),
  };
}
