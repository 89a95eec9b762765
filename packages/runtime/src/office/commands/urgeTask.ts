import { commitsOf } from '../caseLog.ts';
import { notFound, type CaseCommands } from '../decide.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';
import { alreadyDone } from './alreadyDone.ts';
import { mayRead } from './mayRead.ts';
import { taskCommand } from './taskCommand.ts';

/** 催办 as an operation: whoever may read the case asks the holders of an open task to get on; it stands in the timeline. */
export const urgeTask = (parts: Parts, cases: CaseCommands): Office['urgeTask'] =>
  taskCommand(cases, 'urge', async (deciding, { task, input, caseId, visit }) => {
    const { draft, viewer } = deciding;
    if (!viewer || !mayRead(viewer, draft.facts)) return notFound(task);
    if (!draft.facts.tasks.some((open) => open.visit === visit)) return alreadyDone(deciding, visit, await commitsOf(parts.store, caseId));
    draft.touched.set(visit, 'open');
    draft.events.push({ type: 'TaskUrged', visit: visit, words: input.words.trim() });
    return undefined;
  });
