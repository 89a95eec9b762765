import type { Json } from '../../words/json.ts';
import { refuse } from '../../words/refusal.ts';
import { notFound, type CaseCommands } from '../decide.ts';
import { limitId } from '../limits.ts';
import type { Office } from '../office.ts';
import { mayStopLimits } from '../reads/limits.ts';
import { endClocks } from '../record/clocks.ts';
import { mayRead } from './mayRead.ts';

/** Stops the clock of one time limit, with a reason that stands in the timeline; nothing is fired of it any more. */
export const stopLimit =
  (cases: CaseCommands): Office['stopLimit'] =>
  async (who, caseId, input) =>
    cases.run(
      caseId,
      { who, via: 'person', request: { id: input.request, input: { case: caseId, ...input } as unknown as Json } },
      async (deciding) => {
        const { draft, recorder, viewer } = deciding;
        if (!viewer || !mayRead(viewer, draft.facts)) return notFound(caseId);
        if (!mayStopLimits(viewer.roles))
          return refuse('notAllowed', caseId, {
            zh: '只有领导和流程管理员可以停止计时',
            en: 'Only leaders and process owners stop a time limit',
          });
        const running = draft.facts.deadlines.find((one) => limitId(one) === input.limit);
        if (!running)
          return refuse('notWaiting', input.limit, { zh: '该办件正在计时的时限', en: 'A time limit of this case that is running' });
        const reason = input.reason.trim();
        if (reason === '') return refuse('required', 'reason', { zh: '请写明停止计时的理由', en: 'Say why the clock is stopped' });
        endClocks(recorder, draft, [running]);
        const { deadline, element, visit } = running;
        draft.events.push({ type: 'DeadlineStopped', deadline, element, visit, reason });
        return undefined;
      },
    );
