import { dayOf, yearOf } from '../../calendar/day.ts';
import { caseStream, id, type CaseId } from '../../words/ids.ts';
import { refuse } from '../../words/refusal.ts';
import type { CaseCommands } from '../decide.ts';
import { loadCase } from '../caseLog.ts';
import type { Parts } from '../parts.ts';

/** Where it stands for which years all cases were counted last. */
const COUNTED = 'calendar/counted';

/**
 * Once the notice of another year is known, all running cases with something provisional are counted anew: a case whose year was not
 * announced does not wait for its next step. Looks at every case, therefore only then; what it has done it notes for all servers.
 */
export function recountAll(parts: Parts, cases: CaseCommands): () => Promise<void> {
  let counted: string | undefined;
  return async () => {
    const announced = announcedNow(parts);
    if (counted === announced) return;
    const noted = await parts.store.notes.get(COUNTED);
    if (noted?.value !== announced) {
      await recountCases(parts, cases);
      await parts.store.notes.put(COUNTED, { value: announced, savedAt: parts.clock.now() });
    }
    counted = announced;
  };
}

/** The announced ones of this year and the four after it: no limit reaches further. */
function announcedNow(parts: Parts): string {
  const year = yearOf(dayOf(parts.clock.now()));
  return [0, 1, 2, 3, 4]
    .map((more) => year + more)
    .filter((one) => parts.calendar.announced(one))
    .join(' ');
}

async function recountCases(parts: Parts, cases: CaseCommands): Promise<void> {
  const prefix = caseStream(id(''));
  for (let after = ''; ; ) {
    const streams = await parts.store.streams(prefix, after, 200);
    for (const stream of streams) {
      const caseId: CaseId = id(stream.slice(prefix.length));
      const facts = (await loadCase(parts.store, caseId))?.facts;
      if (!facts || ![...facts.deadlines, ...facts.timers].some((one) => one.provisional)) continue;
      await cases.run(caseId, { who: 'system', via: 'system' }, async ({ draft }) =>
        draft.due.length > 0 ? undefined : refuse('notWaiting', caseId, { zh: '需要重新计算的时限', en: 'A limit to count anew' }),
      );
    }
    const last = streams.at(-1);
    if (last === undefined || streams.length < 200) return;
    after = last;
  }
}
