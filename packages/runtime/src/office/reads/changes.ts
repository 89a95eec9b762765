import { dayOf } from '../../calendar/day.ts';
import { covers } from '../../organization/clearance.ts';
import { directoryOf } from '../../organization/directory.ts';
import type { Organization } from '../../organization/model.ts';
import { actingFor } from '../../organization/people.ts';
import type { CaseFacts } from '../../case/facts.ts';
import { keyAndVersion, personSeat, type CaseId, type PersonId, type Revision } from '../../words/ids.ts';
import { loadCase } from '../caseLog.ts';
import { notFound } from '../decide.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';

/** How many commits are looked at for one question; who was away longer reloads the lists anyway. */
const PAGE = 500;

interface Changed {
  readonly case: CaseId;
  readonly revision: Revision;
}

interface Moved {
  readonly cursor: string;
  readonly cases: readonly Changed[];
  /** Some drawing changed, too. */
  readonly drawings: boolean;
}

async function changedSince(parts: Parts, since: string, limit: number): Promise<Moved> {
  const { rows, cursor } = await parts.store.changes(since, limit);
  const cases = new Map<CaseId, Revision>();
  for (const row of rows) {
    if (!row.stream.startsWith('case/')) continue;
    const caseId = row.stream.slice('case/'.length) as CaseId;
    cases.set(caseId, Math.max(row.revision, cases.get(caseId) ?? 0));
  }
  return {
    cursor,
    cases: [...cases].map(([caseId, revision]) => ({ case: caseId, revision })),
    drawings: rows.some((row) => row.stream.startsWith('drawing/')),
  };
}

/** Since that cursor: the cases this person may read that have changed, and whether a drawing did. */
export const changes =
  (parts: Parts): Office['changes'] =>
  async (who, since) => {
    const viewer = await parts.house.viewer(who);
    if (!viewer) return notFound(who);
    if (since === '') return { ok: true, value: { cursor: await parts.store.tail(), cases: [] } };
    const { cursor, cases, drawings } = await changedSince(parts, since, PAGE);
    const mine: Changed[] = [];
    for (const changed of cases) if (await parts.store.views.case(viewer, changed.case)) mine.push(changed);
    const draws = drawings && viewer.roles.includes('processOwner');
    return { ok: true, value: { cursor, cases: mine, ...(draws ? { drawings: true } : {}) } };
  };

/** Whom a case concerns now: those with an open task of it, its initiator, and those who have done a step. */
export function concerned(facts: CaseFacts): readonly ReturnType<typeof personSeat>[] {
  const people = [...Object.values(facts.doers).map((doer) => doer.person), ...(facts.initiator ? [facts.initiator] : [])];
  return [...new Set([...facts.tasks.flatMap((task) => task.seats), ...facts.readers, ...people.map(personSeat)])];
}

/** Nobody is told of a case that they may not read. */
const cleared = (organization: Organization, person: PersonId, facts: CaseFacts): boolean =>
  covers(directoryOf(organization).person(person)?.clearance ?? 'open', facts.clearance);

/** Since that cursor, whom each changed case concerns, and whom changed drawings do: what the sockets are told. */
export const announcements =
  (parts: Parts): Office['announcements'] =>
  async (since, limit) => {
    const { cursor, cases, drawings } = await changedSince(parts, since, limit);
    const organization = await parts.house.organization();
    const rows: { case: CaseId; revision: Revision; people: readonly PersonId[] }[] = [];
    for (const changed of cases) {
      const kept = parts.kept.get(changed.case);
      const loaded = kept && kept.head.revision >= changed.revision ? kept : await loadCase(parts.store, changed.case);
      if (loaded) {
        const { key: flow } = keyAndVersion(loaded.facts.definition);
        const acting = actingFor(organization, concerned(loaded.facts), { today: dayOf(parts.clock.now()), flow });
        rows.push({
          ...changed,
          people: [...new Set(acting.map((one) => one.person))].filter((one) => cleared(organization, one, loaded.facts)),
        });
      }
    }
    const owners = organization.people.filter((one) => one.active && one.roles.includes('processOwner'));
    return { cursor, rows, drawers: drawings ? owners.map((one) => one.id) : [] };
  };
