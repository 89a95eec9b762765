import type { OpenTask } from '../../case/facts.ts';
import { id } from '../../words/ids.ts';
import { refuse } from '../../words/refusal.ts';
import { commitsOf } from '../caseLog.ts';
import { type CaseCommands } from '../decide.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';
import { visitsOf } from '../reads/visits.ts';
import type { CaseDraft } from '../record/draft.ts';
import { withReason } from '../moveReasons.ts';
import { heldTask } from './holder.ts';
import { taskCommand } from './taskCommand.ts';

/** 退回: sends the case back to a step that was done, with a reason; the one who did it finds it before them again. */
export const returnTask = (parts: Parts, cases: CaseCommands): Office['returnTask'] =>
  taskCommand(cases, 'return', async (deciding, { who, input, caseId, visit }) => {
    const { draft } = deciding;
    const log = await commitsOf(parts.store, caseId);
    const held = await heldTask(deciding, visit, async () => log);
    if ('ok' in held) return held;
    if (!held.element.office.operations.includes('return'))
      return refuse('illegalMove', held.element.name.zh, { zh: '这一步不允许退回', en: 'This step may not send back' });
    const target = visitsOf(log, draft.facts.definition).get(id(input.to));
    if (!target)
      return refuse('illegalMove', input.to, { zh: '只能退回到已经办过的步骤', en: 'Only steps that were done can be sent back to' });
    const reason = input.reason.trim();
    if (reason === '') return refuse('required', 'reason', { zh: '请写明退回理由', en: 'Say why it goes back' });
    const refused = await deciding.advance(
      { kind: 'move', move: { kind: 'return', from: visit, to: id(input.to), siblings: input.siblings, then: input.then } },
      { trail: true },
    );
    if (refused)
      return withReason(parts, deciding, {
        refused,
        from: visit,
        is: (choice) => choice.move === 'return' && choice.visit === input.to,
      });
    draft.events.push({
      type: 'CaseReturned',
      from: visit,
      fromElement: held.element.id,
      to: target.visit,
      toElement: target.element,
      reason,
      siblings: input.siblings,
      then: input.then,
    });
    readdress(draft, { by: who, reason });
    return undefined;
  });

/** What was opened anew – the step, or what begins a sub-process or call – says who sent it back and why. */
function readdress(draft: CaseDraft, returned: NonNullable<OpenTask['returned']>): void {
  const anew = new Set(draft.events.flatMap((event) => (event.type === 'TaskOpened' ? [event.visit] : [])));
  draft.facts = {
    ...draft.facts,
    tasks: draft.facts.tasks.map((task) => (anew.has(task.visit) ? { ...task, returned } : task)),
  };
}
