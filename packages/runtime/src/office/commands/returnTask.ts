import type { OpenTask } from '../../case/facts.ts';
import { caseAndVisit, id } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';
import { refuse } from '../../words/refusal.ts';
import { commitsOf, eventsOf } from '../caseLog.ts';
import { notFound, type CaseCommands } from '../decide.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';
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
        const opened = log.flatMap(eventsOf).find((event) => event.type === 'TaskOpened' && event.visit === input.to);
        if (opened?.type !== 'TaskOpened')
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
          to: opened.visit,
          toElement: opened.element,
          reason,
          siblings: input.siblings,
          then: input.then,
        });
        readdress(draft, { opened, returned: { by: who, reason } });
        return undefined;
      },
    );
  };

/** The step that was opened anew says who sent it back and why. */
function readdress(
  draft: Parameters<Parameters<CaseCommands['run']>[2]>[0]['draft'],
  about: {
    readonly opened: Pick<OpenTask, 'element' | 'definition'>;
    readonly returned: { readonly by: Parameters<Office['returnTask']>[0]; readonly reason: string };
  },
): void {
  const { element, definition } = about.opened;
  const newest = draft.facts.tasks.findLast(
    (task) =>
      task.element === element && task.definition === definition && task.openedAt === draft.at && draft.touched.get(task.visit) === 'open',
  );
  if (!newest) return;
  draft.facts = {
    ...draft.facts,
    tasks: draft.facts.tasks.map((task) => (task === newest ? { ...task, returned: about.returned } : task)),
  };
}
