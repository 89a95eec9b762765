import type { Json } from '../../words/json.ts';
import { refuse, type Refused } from '../../words/refusal.ts';
import { notFound, type CaseCommands, type Deciding } from '../decide.ts';
import type { Office } from '../office.ts';
import { mayCancel } from './mayCancel.ts';
import { mayRead } from './mayRead.ts';

/** 撤销办件: ends a case that should not go on, with a reason; its numbers are voided, visibly. */
export const cancelCase =
  (cases: CaseCommands): Office['cancelCase'] =>
  async (who, caseId, input) =>
    cases.run(
      caseId,
      { who, via: 'person', request: { id: input.request, input: { case: caseId, cancel: input.reason } satisfies Json } },
      async (deciding) => problemOf(deciding, input.reason.trim()) ?? cancel(deciding, input.reason.trim()),
    );

function problemOf({ draft, viewer }: Deciding, reason: string): Refused | undefined {
  const { facts } = draft;
  if (!viewer || !mayRead(viewer, facts)) return notFound(facts.case);
  if (facts.endedAt) return refuse('alreadyDone', facts.title, { zh: '办件已经结束', en: 'The case is over already' });
  if (!mayCancel(viewer, facts))
    return refuse('notAllowed', facts.title, {
      zh: '别人办理过的件，只有领导和流程管理员可以撤销',
      en: 'A case on which others have worked is cancelled by leaders and process owners only',
    });
  return reason === '' ? refuse('required', 'reason', { zh: '请写明撤销理由', en: 'Say why the case is cancelled' }) : undefined;
}

async function cancel(deciding: Deciding, reason: string): Promise<Refused | undefined> {
  const refused = await deciding.advance({ kind: 'cancel', reason });
  if (refused) return refused;
  const { events } = deciding.draft;
  const ended = events.findIndex((event) => event.type === 'CaseEnded');
  if (ended >= 0) events[ended] = { type: 'CaseEnded', how: 'cancelled', reason };
  return undefined;
}
