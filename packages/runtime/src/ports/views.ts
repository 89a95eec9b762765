import type { Viewer } from '../organization/viewer.ts';
import type { CaseId, DefinitionRef, Instant, ProcessKey, TaskId } from '../words/ids.ts';
import type { CaseStatus } from '../case/facts.ts';
import type { CaseRow, DefinitionRow, OutboxRow, TaskRow } from './rows.ts';

/** A page by key: `next` is the cursor of the page after, null at the end. */
export interface Page<Entry> {
  readonly rows: readonly Entry[];
  readonly next: string | null;
}

export interface TaskQuery {
  /** todo 待办, read 待阅, done 已办 (by me, newest first). */
  readonly list: 'todo' | 'read' | 'done';
  readonly flow?: ProcessKey;
  readonly element?: string;
  readonly dueBefore?: Instant;
  readonly limit: number;
  readonly cursor?: string;
}

export interface CaseQuery {
  /** started 我发起, all = all that the viewer may read, choosing = where it is the viewer's to choose what is begun next. */
  readonly list: 'started' | 'all' | 'choosing';
  readonly flow?: ProcessKey;
  /** Only those that go by this version. */
  readonly definition?: DefinitionRef;
  /** running: all that have not ended, what stands still too. */
  readonly status?: CaseStatus;
  readonly limit: number;
  readonly cursor?: string;
}

/** Badges count no further; the browser writes 99+. */
export const MANY = 100;

/** Badges; each stops at `MANY`. */
export interface Counts {
  readonly todo: number;
  readonly read: number;
  readonly started: number;
  readonly overdue: number;
}

/** What can be read, always through somebody's eyes: of whatever the viewer may not see there is nothing, not even a count – but `running`. */
export interface Views {
  /** Sorted by due time (none last), then opening; merged per seat. */
  tasks(viewer: Viewer, query: TaskQuery): Promise<Page<TaskRow>>;
  /** An open task of mine, or any task of a case I may read. */
  task(viewer: Viewer, task: TaskId): Promise<TaskRow | undefined>;
  tasksOfCase(viewer: Viewer, caseId: CaseId): Promise<readonly TaskRow[]>;
  counts(viewer: Viewer, now: Instant): Promise<Counts>;
  cases(viewer: Viewer, query: CaseQuery): Promise<Page<CaseRow>>;
  case(viewer: Viewer, caseId: CaseId): Promise<CaseRow | undefined>;
  /** By our own grams: characters, pairs, pinyin initials. Visibility is joined before ranking. */
  search(viewer: Viewer, words: string, limit: number): Promise<readonly CaseRow[]>;
  outboxOfCase(viewer: Viewer, caseId: CaseId): Promise<readonly OutboxRow[]>;
  definitions(viewer: Viewer): Promise<readonly DefinitionRow[]>;
  /** Running cases per definition: those that the viewer may read; for process owners all, as they must know whom a new version touches. */
  running(viewer: Viewer): Promise<readonly { readonly definition: DefinitionRef; readonly cases: number }[]>;
  /** Which these are of one definition, by id, those after `after`: for process owners all, as with `running`. Ids only. */
  runningOf(
    viewer: Viewer,
    of: { readonly definition: DefinitionRef; readonly after: string; readonly limit: number },
  ): Promise<readonly CaseId[]>;
}
