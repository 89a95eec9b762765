import type { Json } from '../../words/json.ts';
import { refuse } from '../../words/refusal.ts';
import { append, nextInstant } from '../append.ts';
import { notFound, type CaseCommands } from '../decide.ts';
import { ownerOf } from '../drawing/load.ts';
import { migrationStream, OPEN_JOBS, openNote, type MigrationEvent } from '../migration/facts.ts';
import { loadJob } from '../migration/job.ts';
import { pageOf } from '../migration/page.ts';
import { workOn } from '../migration/work.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';

/** Puts the cases of a job back that nothing has happened in since; each other stays, with its reason. Asked again, nothing more is done. */
export const undoMigration =
  (parts: Parts, cases: CaseCommands): Office['undoMigration'] =>
  async (who, flow, migration) => {
    const viewer = await ownerOf(parts, who);
    const file = viewer && (await parts.definitions.fileOf(flow));
    if (!viewer || file === undefined) return notFound(flow);
    const stream = migrationStream(file, migration);
    for (;;) {
      const job = await loadJob(parts, stream);
      if (!job || job.facts.flow !== flow) return notFound(migration);
      const key = OPEN_JOBS + migration;
      const { facts, head } = job;
      if (facts.phase === 'moving')
        return refuse('illegalMove', migration, {
          zh: '还在转移，请等全部办完再撤销',
          en: 'It is still going on; undo it when all are done',
        });
      if (facts.phase === 'moved') {
        await parts.store.notes.put(key, openNote(stream, parts.clock.now()));
        const next = { ...facts, phase: 'undoing' as const, undoneBy: who, next: 0 };
        const event: MigrationEvent = { type: 'UndoBegun' };
        const { result } = await append(parts, head, {
          stream,
          at: nextInstant(parts.clock, head),
          actor: { id: who, via: 'person' },
          parts: { state: { snapshot: null, facts: next as unknown as Json }, events: [event] as unknown as Json },
        });
        if (!result.ok) continue;
      }
      await workOn(parts, cases, { key, stream });
      const now = await loadJob(parts, stream);
      return now ? { ok: true, value: await pageOf(parts, viewer, now) } : notFound(migration);
    }
  };
