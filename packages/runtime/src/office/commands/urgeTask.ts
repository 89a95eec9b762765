import { caseAndVisit } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';
import { commitsOf } from '../caseLog.ts';
import { notFound, type CaseCommands } from '../decide.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';
import { alreadyDone } from './alreadyDone.ts';
import { mayRead } from './mayRead.ts';

/** 催办 as an operation: whoever may read the case asks the holders of an open task to get on; it stands in the timeline. */
export const urgeTask =
  (parts: Parts, cases: CaseCommands): Office['urgeTask'] =>
  async (who, task, input) => {
    const ids = caseAndVisit(task);
    if (!ids) return notFound(task);
    return cases.run(
      ids.caseId,
      { who, via: 'person', request: { id: input.request, input: { task, ...input } as unknown as Json } },
      async (deciding) => {
        const { draft, viewer } = deciding;
        if (!viewer || !mayRead(viewer, draft.facts)) return notFound(task);
        if (!draft.facts.tasks.some((open) => open.visit === ids.visit))
          return alreadyDone(deciding, ids.visit, await commitsOf(parts.store, ids.caseId));
        draft.touched.set(ids.visit, 'open');
        draft.events.push({ type: 'TaskUrged', visit: ids.visit, words: input.words.trim() });
        return undefined;
      },
    );
  };
