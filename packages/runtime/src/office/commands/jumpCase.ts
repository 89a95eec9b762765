import { id, type VisitId } from '../../words/ids.ts';
import { refuse, type Refused } from '../../words/refusal.ts';
import type { CaseCommands, Deciding } from '../decide.ts';
import { inWords } from '../moveReasons.ts';
import { takableIn } from '../moves/takable.ts';
import type { Office } from '../office.ts';
import type { JumpCase } from '../pages.ts';
import type { Parts } from '../parts.ts';
import { ownerCommand, reasonIn } from './caseCommand.ts';

/** 跳转: takes what stands somewhere and puts the case at another step, forwards or backwards, with a reason; what was said stays. */
export const jumpCase = (parts: Parts, cases: CaseCommands): Office['jumpCase'] =>
  ownerCommand<JumpCase>(cases, 'jump', async (deciding, { input }) => {
    const reasoned = reasonIn(input.reason);
    if ('ok' in reasoned) return reasoned;
    if (deciding.draft.facts.endedAt) return over(deciding);
    const take = input.take.map((visit): VisitId => id(visit));
    const standing = deciding.draft.snapshot && parts.executor.standing?.(deciding.draft.snapshot);
    const stands = new Map(standing ? takableIn(standing).map(({ visit, element }) => [visit, element]) : []);
    const to = id<'bpmn'>(input.to.element);
    const scope = input.to.scope === 'fresh' ? ('fresh' as const) : id<'s'>(input.to.scope);
    const refused = await deciding.advance({ kind: 'move', move: { kind: 'jump', take, put: [{ element: to, scope }] } }, { trail: true });
    if (refused) return inWords(refused);
    deciding.draft.events.push({
      type: 'CaseJumped',
      take: take.flatMap((visit) => {
        const element = stands.get(visit);
        return element ? [{ visit, element }] : [];
      }),
      to,
      reason: reasoned.reason,
    });
    return undefined;
  });

const over = ({ draft }: Deciding): Refused =>
  refuse('alreadyDone', draft.facts.title, { zh: '办件已经结束', en: 'The case is over already' });
