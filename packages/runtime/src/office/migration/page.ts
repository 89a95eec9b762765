import type { Viewer } from '../../organization/viewer.ts';
import { keyAndVersion, type CaseId } from '../../words/ids.ts';
import { loadCase } from '../caseLog.ts';
import { mayRead } from '../commands/mayRead.ts';
import { notFound } from '../decide.ts';
import { ownerOf } from '../drawing/load.ts';
import type { Office } from '../office.ts';
import type { MigrationPage, MigrationResult } from '../pages.ts';
import type { Parts } from '../parts.ts';
import { personRef } from '../reads/done.ts';
import { migrationStream } from './facts.ts';
import { historyOf, loadJob, type Job } from './job.ts';
import { SHOWN } from './preview.ts';

/** How many jobs of a flow are listed. */
const LISTED = 20;

/** How many results are shown of one that goes on: it is looked at every second. */
const SHOWN_MEANWHILE = 50;

const isOver = ({ facts }: Job): boolean => facts.phase === 'moved' || facts.phase === 'undone';

/** One job with what came of each case. */
export const migration =
  (parts: Parts): Office['migration'] =>
  async (who, flow, wanted) => {
    const viewer = await ownerOf(parts, who);
    const file = viewer && (await parts.definitions.fileOf(flow));
    const job = file === undefined ? undefined : await loadJob(parts, migrationStream(file, wanted));
    if (!viewer || !job || job.facts.flow !== flow) return notFound(viewer && file !== undefined ? wanted : flow);
    return { ok: true, value: await pageOf(parts, viewer, job) };
  };

/** The jobs of a flow, newest first. */
export const migrations =
  (parts: Parts): Office['migrations'] =>
  async (who, flow) => {
    const viewer = await ownerOf(parts, who);
    const file = viewer && (await parts.definitions.fileOf(flow));
    if (!viewer || file === undefined) return notFound(flow);
    const jobs: Job[] = [];
    for (const stream of await parts.store.streams(migrationStream(file, ''), '', 1000)) {
      const job = await loadJob(parts, stream);
      if (job && job.facts.flow === flow) jobs.push(job);
    }
    const newest = jobs.toSorted((one, other) => (one.facts.at < other.facts.at ? 1 : -1)).slice(0, LISTED);
    return { ok: true, value: await Promise.all(newest.map(async (job) => listed(parts, job, []))) };
  };

/** A job as it is shown; titles only of cases that the asker may read. */
export async function pageOf(parts: Parts, viewer: Viewer, job: Job): Promise<MigrationPage> {
  const { left, outcomes } = await historyOf(parts, job.head.stream);
  const known = new Map<CaseId, Omit<MigrationResult, 'title' | 'number'>>();
  for (const one of left) known.set(one.case, { case: one.case, outcome: 'left', anew: false, reasons: one.reasons });
  for (const one of outcomes) {
    const reasons = 'reasons' in one ? one.reasons : [];
    known.set(one.case, { case: one.case, outcome: one.outcome, anew: 'anew' in one && one.anew, reasons });
  }
  const shown = [...known.entries()]
    .toSorted(([, one], [, other]) => Number(other.reasons.length > 0) - Number(one.reasons.length > 0))
    .slice(0, isOver(job) ? SHOWN : SHOWN_MEANWHILE);
  const results = await Promise.all(
    shown.map(async ([caseId, result]): Promise<MigrationResult> => {
      const facts = (await loadCase(parts.store, caseId))?.facts;
      const isShown = facts !== undefined && mayRead(viewer, facts);
      return { ...result, title: isShown ? facts.title : null, number: isShown ? facts.number : null };
    }),
  );
  return listed(parts, job, results);
}

async function listed(parts: Parts, { facts }: Job, results: readonly MigrationResult[]): Promise<MigrationPage> {
  const { id, flow, at, phase, total, moved, refused, left, undone, kept } = facts;
  const from = keyAndVersion(facts.from).version;
  const to = keyAndVersion(facts.to).version;
  const by = personRef(await parts.house.organization(), facts.by);
  return { id, flow, from, to, by, at, phase, total, moved, refused, left, undone, kept, results };
}
