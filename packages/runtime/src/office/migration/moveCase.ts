import type { Revision } from '../../words/ids.ts';
import { keyAndVersion } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';
import { BrokenPromise, refuse, type Refused } from '../../words/refusal.ts';
import type { Text } from '../../words/text.ts';
import type { LoadedCase } from '../caseLog.ts';
import type { CaseCommands, Deciding } from '../decide.ts';
import type { Parts } from '../parts.ts';
import type { Meant, MigrationFacts, Outcome } from './facts.ts';
import { verdictOn } from './verdict.ts';

/** Moves one case of a job: one commit on the case, under a request id of its own, so that a job that is taken up again does none twice. */
export async function moveCase(
  parts: Parts,
  cases: CaseCommands,
  { job, meant }: { readonly job: MigrationFacts; readonly meant: Meant },
): Promise<Outcome> {
  const request = { id: `migration/${job.id}`, input: { migrate: job.id, case: meant.case } satisfies Json };
  const asked = { who: job.by, via: 'person', request, also: [job.to] } as const;
  let seen: Revision = meant.revision;
  const refusal = await whole(() =>
    cases.run(meant.case, asked, async (deciding) => {
      seen = deciding.head?.revision ?? 0;
      return move(parts, deciding, job);
    }),
  );
  if (refusal.ok)
    return { case: meant.case, outcome: 'moved', revision: refusal.value.revision, anew: refusal.value.revision !== meant.revision + 1 };
  return { case: meant.case, outcome: 'refused', anew: seen !== meant.revision, reasons: reasonsIn(refusal) };
}

async function move(parts: Parts, { draft, advance, head }: Deciding, { id, from, to, map }: MigrationFacts): Promise<Refused | undefined> {
  const { facts } = draft;
  if (facts.endedAt) return refuse('alreadyDone', facts.case, { zh: '办件已经结束', en: 'The case is over already' });
  if (facts.definition !== from) {
    const { version } = keyAndVersion(facts.definition);
    return refuse('changedMeanwhile', facts.case, { zh: `这件已在第 ${version} 版办理`, en: `The case runs version ${version} by now` });
  }
  const against = head && (await reasonsAgainst(parts, { head, facts }, { from, to, map }));
  if (against) return against;
  const refused = await advance({ kind: 'move', move: { kind: 'migrate', to, map } }, { trail: true });
  if (refused) return refused;
  const at = draft.events.findIndex((event) => event.type === 'CaseMigrated');
  const event = draft.events[at];
  if (event?.type === 'CaseMigrated') draft.events[at] = { ...event, migration: id };
  return undefined;
}

/** Looked at as in the dry run, so that it is said in the same words. */
async function reasonsAgainst(
  parts: Parts,
  loaded: LoadedCase,
  { from, to, map }: Pick<MigrationFacts, 'from' | 'to' | 'map'>,
): Promise<Refused | undefined> {
  const [old, next] = [await parts.definitions.get(from), await parts.definitions.get(to)];
  if (!old || !next) throw new BrokenPromise(`${from} or ${to} is gone`);
  const { reasons } = await verdictOn(parts, loaded, { from: old, to: next, map });
  const [first] = reasons;
  const fields = reasons.map((expected) => ({ field: String(loaded.facts.case), code: 'illegalMove' as const, expected }));
  return first && { ...refuse('illegalMove', loaded.facts.case, first), fields };
}

/** Each reason once, where there are several. */
export const reasonsIn = ({ expected, fields }: Refused): readonly Text[] => [
  ...new Map((fields && fields.length > 0 ? fields.map((one) => one.expected) : [expected]).map((one) => [one.zh, one])).values(),
];

/** A case that breaks must not keep the others from going: it is refused, and says so. */
export async function whole<Value extends { readonly ok: true } | Refused>(run: () => Promise<Value>): Promise<Value | Refused> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof BrokenPromise)) throw error;
    return refuse('broken', '', {
      zh: '系统处理这件时出错，请联系管理员',
      en: 'Something went wrong with this case; tell an administrator',
    });
  }
}
