import { digest } from '../../words/digest.ts';
import { keyAndVersion } from '../../words/ids.ts';
import { canonical, type Json } from '../../words/json.ts';
import { refuse } from '../../words/refusal.ts';
import { append, nextInstant } from '../append.ts';
import { notFound, type CaseCommands } from '../decide.ts';
import {
  migrationStream,
  OPEN_JOBS,
  openNote,
  triedKey,
  type MigrationEvent,
  type MigrationFacts,
  type Tried,
} from '../migration/facts.ts';
import { loadJob } from '../migration/job.ts';
import { pageOf } from '../migration/page.ts';
import { versionsFor } from '../migration/versionsFor.ts';
import { workOn } from '../migration/work.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';

/** Begins to move the cases that could go in a dry run; the first fifty are done before it answers, the others by the sweeper. */
export const beginMigration =
  (parts: Parts, cases: CaseCommands): Office['beginMigration'] =>
  async (who, flow, input) => {
    const noted = await parts.store.notes.get(triedKey(input.preview));
    const tried = noted?.value as unknown as Tried | undefined;
    const from = tried ? keyAndVersion(tried.from).version : 0;
    const to = tried ? keyAndVersion(tried.to).version : 0;
    const versions = await versionsFor(parts, { who, flow, input: { from, to, map: tried?.map ?? {} } });
    if ('ok' in versions && (tried || versions.culprit === flow)) return versions;
    if (!tried || tried.who !== who || tried.flow !== flow || 'ok' in versions)
      return refuse('changedMeanwhile', 'preview', { zh: '试算已过期，请重新试算', en: 'The dry run is too old; make it again' });
    const migration = digest(canonical({ who, request: input.request })).slice(0, 32);
    const stream = migrationStream(versions.file, migration);
    const key = OPEN_JOBS + migration;
    if (!(await loadJob(parts, stream))) {
      if (tried.ready.length === 0)
        return refuse('illegalMove', 'preview', { zh: '没有可以转移的办件', en: 'There is no case that could go' });
      const at = nextInstant(parts.clock, undefined);
      // Before the job itself: one that was begun is always found again.
      await parts.store.notes.put(key, openNote(stream, at));
      const facts: MigrationFacts = {
        id: migration,
        file: versions.file,
        flow,
        from: tried.from,
        to: tried.to,
        map: tried.map,
        by: who,
        at,
        phase: 'moving',
        undoneBy: null,
        total: tried.ready.length,
        next: 0,
        moved: 0,
        refused: 0,
        left: tried.left.length,
        undone: 0,
        kept: 0,
      };
      const event: MigrationEvent = { type: 'MigrationBegun', ready: tried.ready, left: tried.left };
      // Lost: the same request has begun it elsewhere.
      await append(parts, undefined, {
        stream,
        at,
        actor: { id: who, via: 'person' },
        parts: { state: { snapshot: null, facts: facts as unknown as Json }, events: [event] as unknown as Json },
      });
    }
    await workOn(parts, cases, { key, stream });
    const job = await loadJob(parts, stream);
    return job ? { ok: true, value: await pageOf(parts, versions.viewer, job) } : notFound(flow);
  };
