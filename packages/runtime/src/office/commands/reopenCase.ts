import { id } from '../../words/ids.ts';
import type { CaseCommands } from '../decide.ts';
import { inWords } from '../moveReasons.ts';
import type { Office } from '../office.ts';
import type { ReopenCase } from '../pages.ts';
import { ownerCommand, reasonIn } from './caseCommand.ts';

/** 唤醒: a case that has ended goes on at one step, with its data and its history; with a reason. Numbers that were voided stay void. */
export const reopenCase = (cases: CaseCommands): Office['reopenCase'] =>
  ownerCommand<ReopenCase>(cases, 'reopen', async (deciding, { input }) => {
    const { draft } = deciding;
    const reasoned = reasonIn(input.reason);
    if ('ok' in reasoned) return reasoned;
    const at = id<'bpmn'>(input.at);
    const before = draft.facts;
    if (before.endedAt) draft.facts = { ...before, status: 'running', endedAt: null, incidents: [] };
    draft.events.push({ type: 'CaseReopened', at, reason: reasoned.reason });
    const refused = await deciding.advance({ kind: 'move', move: { kind: 'reopen', at } }, { trail: true });
    return refused && inWords(refused);
  });
