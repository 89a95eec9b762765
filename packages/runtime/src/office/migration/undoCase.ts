import type { CaseId, PersonId, Revision } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';
import { refuse } from '../../words/refusal.ts';
import type { CaseCommands } from '../decide.ts';
import type { Parts } from '../parts.ts';
import type { MigrationFacts, Outcome } from './facts.ts';
import { reasonsIn, whole } from './moveCase.ts';
import { putBack } from './putBack.ts';

/** A case that went over, with the commit by which it did. */
export interface Moved {
  readonly case: CaseId;
  readonly revision: Revision;
}

/** Puts one case of a job back, as long as nothing has happened in it since; else it stays, and says why. */
export async function undoCase(
  parts: Parts,
  cases: CaseCommands,
  about: { readonly job: MigrationFacts; readonly by: PersonId; readonly moved: Moved },
): Promise<Outcome> {
  const { job, by, moved } = about;
  const request = { id: `migration-undo/${job.id}`, input: { undo: job.id, case: moved.case } satisfies Json };
  const answer = await whole(() =>
    cases.run(moved.case, { who: by, via: 'person', request, also: [job.from, job.to] }, async (deciding) => {
      if (deciding.head?.revision !== moved.revision) return happenedSince(moved.case);
      const refused = await putBack(parts, deciding, moved.revision);
      if (refused) return refused;
      deciding.draft.events.push({ type: 'MigrationUndone', from: job.to, to: job.from, migration: job.id });
      return undefined;
    }),
  );
  return answer.ok
    ? { case: moved.case, outcome: 'undone' }
    : { case: moved.case, outcome: 'kept', anew: false, reasons: reasonsIn(answer) };
}

const happenedSince = (caseId: CaseId) =>
  refuse('changedMeanwhile', caseId, {
    zh: '转移之后这件又有了办理，不能再退回旧版本',
    en: 'Something has happened in the case since; it stays in the new version',
  });
