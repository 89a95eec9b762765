import { instant, milliseconds } from '../../words/clock.ts';
import type { Json } from '../../words/json.ts';
import { refuse } from '../../words/refusal.ts';
import { notFound, type CaseCommands } from '../decide.ts';
import { readLetter } from '../messages/letter.ts';
import { sendAgain } from '../messages/onSender.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';
import { mayStopLimits } from '../reads/limits.ts';
import { mayRead } from './mayRead.ts';

/** Has a message sent once more that could not be delivered: whoever waits now gets it, and it is kept as long as the first time. */
export const resendMessage =
  (parts: Parts, cases: CaseCommands): Office['resendMessage'] =>
  async (who, caseId, input) =>
    cases.run(
      caseId,
      { who, via: 'person', request: { id: input.request, input: { case: caseId, resend: input.message } satisfies Json } },
      async ({ draft, viewer }) => {
        if (!viewer || !mayRead(viewer, draft.facts)) return notFound(caseId);
        if (!mayStopLimits(viewer.roles))
          return refuse('notAllowed', caseId, {
            zh: '只有领导和流程管理员可以重新发送',
            en: 'Only leaders and process owners have a message sent again',
          });
        const sent = draft.facts.sent?.find((one) => one.id === input.message && one.trouble !== undefined);
        const letter = sent && (await readLetter(parts.store, sent.id));
        if (!sent || !letter)
          return refuse('notWaiting', input.message, {
            zh: '该办件没有送达的消息',
            en: 'A message of this case that could not be delivered',
          });
        const until = sent.until && instant(milliseconds(draft.at) + milliseconds(sent.until) - milliseconds(letter.sentAt));
        sendAgain(draft, letter, until);
        return undefined;
      },
    );
