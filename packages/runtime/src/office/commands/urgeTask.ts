import { caseAndVisit } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';
import { commitsOf } from '../caseLog.ts';
import { notFound, type CaseCommands } from '../decide.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';
import { refuse } from '../../words/refusal.ts';

/** 催办 as an operation: whoever may read the case asks the holders of an open task to get on; it stands in the timeline. */
export const urgeTask =
  (parts: Parts, cases: CaseCommands): Office['urgeTask'] =>
  async (who, task, input) => {
    const ids = caseAndVisit(task);
    if (!ids) return notFound(task);
    return cases.run(
      ids.caseId,
      { who, via: 'person', request: { id: input.request, input: { task, ...input } as unknown as Json } },
      async ({ draft, viewer }) => {
        const mayRead = viewer?.seats.some((held) => draft.facts.readers.includes(held.seat));
        if (!mayRead) return notFound(task);
        if (!draft.facts.tasks.some((open) => open.visit === ids.visit)) {
          const ended = (await commitsOf(parts.store, ids.caseId)).at(-1);
          return {
            ...refuse('alreadyDone', task, { zh: '这一步已经办完，无须催办', en: 'This step is done; there is nobody to urge' }),
            ...(ended ? { by: { name: String(ended.actor.id), at: ended.at } } : {}),
          };
        }
        draft.touched.set(ids.visit, 'open');
        draft.events.push({ type: 'TaskUrged', visit: ids.visit, words: input.words.trim() });
        return undefined;
      },
    );
  };
