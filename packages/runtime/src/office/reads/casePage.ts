import type { CaseRow } from '../../ports/rows.ts';
import { taskId, type CaseId, type PersonId } from '../../words/ids.ts';
import type { Data } from '../../words/json.ts';
import { commitsOf, definitionsOf, eventsOf, loadCase, type LoadedCase } from '../caseLog.ts';
import type { Commit } from '../../ports/commit.ts';
import type { Viewer } from '../../organization/viewer.ts';
import { notFound } from '../decide.ts';
import type { Office } from '../office.ts';
import type { CasePage, FileRef } from '../pages.ts';
import type { Parts } from '../parts.ts';
import { caseCard, type Showing } from './cards.ts';
import { readField } from './form.ts';
import { limitsOfCase, mayStopLimits } from './limits.ts';
import { incidentWords } from './incidents.ts';
import { opinionsOf } from './opinions.ts';
import { showingOf } from './showing.ts';

/** A case that this viewer may read, with its log and all that names are looked up in. */
export interface CaseReading {
  readonly viewer: Viewer;
  readonly row: CaseRow;
  readonly loaded: LoadedCase;
  readonly log: readonly Commit[];
  readonly showing: Showing;
}

/** Reads a case for somebody; undefined where it is not there for them. */
export async function readCase(parts: Parts, who: PersonId, caseId: CaseId): Promise<CaseReading | undefined> {
  const viewer = await parts.house.viewer(who);
  const row = viewer && (await parts.store.views.case(viewer, caseId));
  const loaded = row && (await loadCase(parts.store, caseId));
  if (!viewer || !row || !loaded) return undefined;
  const log = await commitsOf(parts.store, caseId);
  return { viewer, row, loaded, log, showing: await showingOf(parts, definitionsOf(loaded.facts, log)) };
}

/** One case: where it is, what was written, what hangs on it. */
export const casePage =
  (parts: Parts): Office['case'] =>
  async (who, caseId) => {
    const reading = await readCase(parts, who, caseId);
    if (!reading) return notFound(caseId);
    const { loaded, log, row, showing, viewer } = reading;
    const definition = showing.definition(loaded.facts.definition);
    if (!definition) return notFound(caseId);
    const data: Data = Object.values(loaded.head.data)[0] ?? {};
    const sent = await parts.store.views.outboxOfCase(viewer, caseId);
    const page: CasePage = {
      card: caseCard(showing, row),
      definition: loaded.facts.definition,
      revision: loaded.head.revision,
      processes: [definition, ...showingOthers(reading)].map((one) => ({ key: one.process.key, name: one.process.name })),
      fields: definition.process.fields
        .filter((field) => data[field.key] !== undefined)
        .map((field) => readField(showing.organization, field, data[field.key] ?? null)),
      opinions: opinionsOf(log, showing.organization, showing.definition),
      files: filesOf(log),
      undelivered: sent
        .filter((message) => message.state === 'undelivered' || message.state === 'pending')
        .map((message) => ({
          id: message.id,
          name: message.name,
          step: definition.plan.element(message.element)?.name ?? { zh: message.element },
          sentAt: message.sentAt,
        })),
      incidents: incidentWords(log, definition),
      limits: limitsOfCase(showing, loaded.facts),
      mayStop: mayStopLimits(viewer.roles),
      withdrawable: withdrawable(reading),
    };
    return { ok: true, value: page };
  };

function showingOthers({ log, loaded, showing }: CaseReading) {
  const refs = new Set(log.flatMap(eventsOf).flatMap((event) => (event.type === 'ScopeOpened' ? [event.definition] : [])));
  refs.delete(loaded.facts.definition);
  return [...refs].flatMap((ref) => showing.definition(ref) ?? []);
}

function filesOf(log: readonly Commit[]): readonly FileRef[] {
  const files = new Map<string, FileRef>();
  for (const event of log.flatMap(eventsOf)) {
    if (event.type === 'FileAttached')
      files.set(event.file, { id: event.file, name: event.name, mediaType: event.mediaType, size: event.size, sha256: event.sha256 });
  }
  return [...files.values()];
}

/** Steps of mine whose successors nobody has taken or done: all that the completion opened is still open and untaken. */
function withdrawable({ log, loaded, viewer, showing }: CaseReading): CasePage['withdrawable'] {
  if (loaded.facts.endedAt) return [];
  return log.flatMap((commit) => {
    const events = eventsOf(commit);
    const completed = events.find((event) => event.type === 'TaskCompleted');
    if (completed?.type !== 'TaskCompleted' || commit.actor.id !== viewer.person) return [];
    const opened = events.flatMap((event) => (event.type === 'TaskOpened' ? [event] : []));
    const untouched = opened.every((event) => loaded.facts.tasks.some((task) => task.visit === event.visit && !task.takenBy));
    const [first] = opened;
    if (!first || !untouched) return [];
    const name = [...new Set([loaded.facts.definition, first.definition])].flatMap(
      (ref) => showing.definition(ref)?.plan.element(completed.element)?.name ?? [],
    )[0];
    return [{ task: taskId(loaded.facts.case, completed.visit), step: name ?? { zh: completed.element } }];
  });
}
