import type { Organization } from '../organization/model.ts';
import type { CaseId, FileId, Instant, PersonId, Seat, TaskId } from '../words/ids.ts';
import type { Json } from '../words/json.ts';
import type { Refused } from '../words/refusal.ts';
import type { CaseStatus } from '../case/facts.ts';
import type {
  AddSigners,
  BeginMigration,
  BeginStep,
  BringMessage,
  CancelCase,
  CaseCard,
  CaseDiagram,
  CasePage,
  Changes,
  CompleteTask,
  ConcludeSteps,
  Counts,
  Done,
  KeptMessage,
  DrawingPage,
  DrawingSaved,
  DrawingState,
  FileRef,
  FlowCard,
  FlowPage,
  HoldDrawing,
  JumpCase,
  KeepDrawing,
  KeptPoint,
  MigrationPage,
  MigrationPreview,
  NewFlow,
  OwnDrawing,
  Page,
  PersonOption,
  PlacesPage,
  StartableInCase,
  Plain,
  PreviewMigration,
  PublishDrawing,
  PublishedPage,
  ReassignTask,
  RemoveSigner,
  ReopenCase,
  ResendMessage,
  RetryIncident,
  ReturnTarget,
  ReturnTask,
  SaveDrawing,
  SkipIncident,
  StartCase,
  StartForm,
  StopLimit,
  TaskCard,
  TaskPage,
  TimelineEntry,
  UnitOption,
  UrgeTask,
  VersionCard,
  WithdrawTask,
} from './pages.ts';

/** What came of something asked: a value, or why not. What the asker may not see is refused as `notFound`, word for word like an unknown id. */
export type Answer<Value> = { readonly ok: true; readonly value: Value } | Refused;

/** A new version of all processes of one BPMN file. */
export interface Publication {
  readonly file: string;
  readonly xml: string;
  readonly note: string;
  /** Processes that are published in the same batch: they may be called though they are not there yet. */
  readonly beside?: readonly string[];
}

/**
 * Everything that can be asked of the office. The first argument is always who asks; every read and write is checked against them.
 * Commands carry a request id: asked twice, the same answer is given once more and nothing is done twice.
 */
export interface Office {
  // commands
  startCase(who: PersonId, input: StartCase): Promise<Answer<Done>>;
  takeTask(who: PersonId, task: TaskId, input: Plain): Promise<Answer<Done>>;
  releaseTask(who: PersonId, task: TaskId, input: Plain): Promise<Answer<Done>>;
  completeTask(who: PersonId, task: TaskId, input: CompleteTask): Promise<Answer<Done>>;
  returnTask(who: PersonId, task: TaskId, input: ReturnTask): Promise<Answer<Done>>;
  withdrawTask(who: PersonId, task: TaskId, input: WithdrawTask): Promise<Answer<Done>>;
  reassignTask(who: PersonId, task: TaskId, input: ReassignTask): Promise<Answer<Done>>;
  urgeTask(who: PersonId, task: TaskId, input: UrgeTask): Promise<Answer<Done>>;
  /** Ends a case that should not go on, with a reason; its numbers are voided. */
  cancelCase(who: PersonId, caseId: CaseId, input: CancelCase): Promise<Answer<Done>>;
  /** Has what stands still tried again, with other values where some are given; process owners. */
  retryIncident(who: PersonId, caseId: CaseId, input: RetryIncident): Promise<Answer<Done>>;
  /** Goes on as if what stands still had been done; process owners. */
  skipIncident(who: PersonId, caseId: CaseId, input: SkipIncident): Promise<Answer<Done>>;
  /** 跳转; process owners. */
  jumpCase(who: PersonId, caseId: CaseId, input: JumpCase): Promise<Answer<Done>>;
  /** 唤醒; process owners. */
  reopenCase(who: PersonId, caseId: CaseId, input: ReopenCase): Promise<Answer<Done>>;
  /** 加签; process owners, and whoever has a part of the step where the diagram lets them. */
  addSigners(who: PersonId, caseId: CaseId, input: AddSigners): Promise<Answer<Done>>;
  /** 减签; the same. */
  removeSigner(who: PersonId, caseId: CaseId, input: RemoveSigner): Promise<Answer<Done>>;
  /** Begins a step of an ad-hoc sub-process; whoever would do it, and process owners. */
  beginStep(who: PersonId, caseId: CaseId, input: BeginStep): Promise<Answer<Done>>;
  /** Says that an ad-hoc sub-process is done; whoever would do one of its steps, and process owners. */
  concludeSteps(who: PersonId, caseId: CaseId, input: ConcludeSteps): Promise<Answer<Done>>;
  /** A message from outside: to the case that waits for it, or to begin the flow that begins with it. */
  bringMessage(who: PersonId, input: BringMessage): Promise<Answer<Done | KeptMessage>>;
  /** Has a message sent again that could not be delivered; leaders and process owners. */
  resendMessage(who: PersonId, caseId: CaseId, input: ResendMessage): Promise<Answer<Done>>;
  /** Stops the clock of a time limit; leaders and process owners, with a reason. */
  stopLimit(who: PersonId, caseId: CaseId, input: StopLimit): Promise<Answer<Done>>;
  saveDraft(
    who: PersonId,
    form: { readonly task: TaskId } | { readonly flow: string },
    values: { readonly [field: string]: Json },
  ): Promise<Answer<{ readonly savedAt: Instant }>>;
  publish(
    who: PersonId | 'system',
    publication: Publication,
  ): Promise<Answer<{ readonly definitions: readonly string[]; readonly unchanged: boolean }>>;
  /** Draws on a flow's file; all of this is for process owners, for whoever else asks there is no such flow. */
  holdDrawing(who: PersonId, flow: string, input: HoldDrawing): Promise<Answer<DrawingState>>;
  saveDrawing(who: PersonId, flow: string, input: SaveDrawing): Promise<Answer<DrawingSaved>>;
  releaseDrawing(who: PersonId, flow: string, input: OwnDrawing): Promise<Answer<DrawingState>>;
  discardDrawing(who: PersonId, flow: string, input: OwnDrawing): Promise<Answer<DrawingState>>;
  keepDrawing(who: PersonId, flow: string, input: KeepDrawing): Promise<Answer<KeptPoint>>;
  publishDrawing(who: PersonId, flow: string, input: PublishDrawing): Promise<Answer<PublishedPage>>;
  callOffVersion(who: PersonId, flow: string, version: number): Promise<Answer<readonly VersionCard[]>>;
  /** Tries how the running cases of one version would go over to another; nothing is changed. */
  previewMigration(who: PersonId, flow: string, input: PreviewMigration): Promise<Answer<MigrationPreview>>;
  /** Moves those that could go; the job goes on by itself, after a restart too. */
  beginMigration(who: PersonId, flow: string, input: BeginMigration): Promise<Answer<MigrationPage>>;
  /** Puts back those in which nothing has happened since. */
  undoMigration(who: PersonId, flow: string, migration: string): Promise<Answer<MigrationPage>>;
  newFlow(who: PersonId, input: NewFlow): Promise<Answer<{ readonly flow: string }>>;
  /** Puts the organization in force; refused with the first thing that is wrong in it. */
  setOrganization(who: PersonId | 'system', organization: unknown): Promise<Answer<{ readonly revision: number }>>;
  /** Stores an upload whose type was made sure of by its first bytes; unreferenced after thirty days it is swept (docs/decisions/0006). */
  upload(
    who: PersonId,
    file: { readonly name: string; readonly mediaType: string; readonly content: AsyncIterable<Uint8Array> },
  ): Promise<Answer<FileRef>>;
  /** Fires what is due (timers, deadlines) up to now; returns how many. Called by the server's clock, under a lease. */
  sweep(holder: string): Promise<number>;

  // reads
  tasks(
    who: PersonId,
    query: { readonly list: 'todo' | 'read' | 'done'; readonly flow?: string; readonly cursor?: string; readonly limit: number },
  ): Promise<Answer<Page<TaskCard>>>;
  task(who: PersonId, task: TaskId): Promise<Answer<TaskPage>>;
  returns(who: PersonId, task: TaskId): Promise<Answer<readonly ReturnTarget[]>>;
  counts(who: PersonId): Promise<Answer<Counts>>;
  /** What may be begun at any time, or be said to be done, in ad-hoc sub-processes of the newest cases where that is this person's. */
  startable(who: PersonId): Promise<Answer<readonly StartableInCase[]>>;
  cases(
    who: PersonId,
    query: {
      readonly list: 'started' | 'all';
      readonly flow?: string;
      /** Of that flow. */
      readonly version?: number;
      readonly status?: CaseStatus;
      readonly cursor?: string;
      readonly limit: number;
    },
  ): Promise<Answer<Page<CaseCard>>>;
  case(who: PersonId, caseId: CaseId): Promise<Answer<CasePage>>;
  /** Where a case may be moved to, taking these visits, or woken; process owners. */
  places(who: PersonId, caseId: CaseId, take: readonly string[]): Promise<Answer<PlacesPage>>;
  timeline(who: PersonId, caseId: CaseId): Promise<Answer<readonly TimelineEntry[]>>;
  diagrams(who: PersonId, caseId: CaseId): Promise<Answer<readonly CaseDiagram[]>>;
  search(who: PersonId, words: string): Promise<Answer<readonly CaseCard[]>>;
  flows(who: PersonId): Promise<Answer<readonly FlowCard[]>>;
  flow(who: PersonId, key: string, version?: number): Promise<Answer<FlowPage>>;
  /** The versions of a flow's file, newest first; planned ones for process owners only. */
  versions(who: PersonId, key: string): Promise<Answer<readonly VersionCard[]>>;
  version(who: PersonId, key: string, version: number): Promise<Answer<{ readonly xml: string }>>;
  migration(who: PersonId, flow: string, migration: string): Promise<Answer<MigrationPage>>;
  /** The last jobs of a flow, newest first, without their results. */
  migrations(who: PersonId, flow: string): Promise<Answer<readonly MigrationPage[]>>;
  drawing(who: PersonId, flow: string, hold?: string): Promise<Answer<DrawingPage>>;
  keptDrawings(who: PersonId, flow: string): Promise<Answer<readonly KeptPoint[]>>;
  keptDrawing(who: PersonId, flow: string, point: string): Promise<Answer<{ readonly xml: string }>>;
  startForm(who: PersonId, key: string): Promise<Answer<StartForm>>;
  people(who: PersonId, words: string): Promise<Answer<readonly PersonOption[]>>;
  units(who: PersonId): Promise<Answer<readonly UnitOption[]>>;
  file(who: PersonId, file: FileId): Promise<Answer<{ readonly about: FileRef; readonly content: AsyncIterable<Uint8Array> }>>;
  changes(who: PersonId, since: string): Promise<Answer<Changes>>;

  // for the server itself
  organization(): Promise<Organization>;
  /** What is published, in force or planned. */
  published(): Promise<readonly { readonly definition: string; readonly file: string }[]>;
  /** What is published and cannot be read any more, each a fault of this release: for the server's log. */
  unread(): Promise<readonly { readonly definition: string; readonly file: string }[]>;
  /** Since that cursor: which people each commit concerns, with case and revision, and who is to hear of drawings; what the sockets say. */
  announcements(
    since: string,
    limit: number,
  ): Promise<{
    readonly cursor: string;
    readonly rows: readonly { readonly case: CaseId; readonly revision: number; readonly people: readonly PersonId[] }[];
    readonly drawers: readonly PersonId[];
  }>;
  /** How often a command here was decided anew because another server had been faster on its case. */
  lostRaces(): number;
  /** The cursor of now. */
  tail(): Promise<string>;
  onChange(tell: () => void): () => void;
  peopleOf(seats: readonly Seat[]): Promise<readonly PersonId[]>;
  close(): Promise<void>;
}
