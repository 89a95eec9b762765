/**
 * What the server and the browser app say to each other: types only, so that the app carries no schema. The server checks every input
 * with zod schemas of these very shapes, and its OpenAPI document is made from those.
 */
import type { Changes, PersonRef, Text } from '@guicheng/runtime/model';

export type {
  AddSigners,
  BeginMigration,
  BeginStep,
  CancelCase,
  CaseCard,
  CaseDiagram,
  CasePage,
  Changes,
  CompleteTask,
  ConcludeSteps,
  Counts,
  Done,
  DrawingPage,
  DrawingSaved,
  DrawingState,
  Due,
  FileRef,
  FlowCard,
  FlowPage,
  FormField,
  FormOption,
  HoldDrawing,
  Holder,
  IncidentActs,
  Json,
  JumpCase,
  KeepDrawing,
  KeptMessage,
  KeptPoint,
  Language,
  MigrationPage,
  MigrationPreview,
  NewFlow,
  NextStep,
  Opinion,
  OwnDrawing,
  Page,
  PathStep,
  PersonOption,
  PersonRef,
  PlaceOption,
  PlacesPage,
  Plain,
  PreviewMigration,
  PublishDrawing,
  PublishedPage,
  ReassignTask,
  RemoveSigner,
  ReopenCase,
  RetryIncident,
  ReturnTarget,
  ReturnTask,
  RiskPoint,
  RunningLimit,
  SaveDraft,
  SaveDrawing,
  SeatRef,
  Signer,
  Signing,
  SkipIncident,
  Stands,
  StartCase,
  StartForm,
  Startable,
  StartableInCase,
  StepCard,
  StopLimit,
  Surroundings,
  TaskCard,
  TaskPage,
  Text,
  TimelineEntry,
  UnitOption,
  UrgeTask,
  VersionCard,
  WithdrawTask,
} from '@guicheng/runtime/model';

/** RFC 9457. `code` is one of the runtime's closed refusal codes. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  /** What is at fault. */
  readonly culprit: string;
  /** What was expected, in both languages. */
  readonly expected: Text;
  readonly by?: { readonly name: string; readonly at: string };
  readonly fields?: readonly { readonly field: string; readonly code: string; readonly expected: Text }[];
}

/** GET /api/session; 401 where nobody is signed in. `demo`: the pick-a-person sign-in exists. */
export interface Session {
  readonly person: PersonRef;
  readonly posts: readonly Text[];
  readonly roles: readonly string[];
  readonly demo: boolean;
  readonly office: Text;
}
/** GET /api/sign-in: what the sign-in page must know. */
export interface SignIn {
  readonly demo: boolean;
  /** The first start: nobody can sign in before the set-up with the token that the server printed. */
  readonly setUpNeeded: boolean;
  readonly office: Text;
}
/** POST /api/session */
export interface PasswordSignIn {
  readonly name: string;
  readonly password: string;
}
/** GET /api/demo/people (demo only) */
export interface DemoPerson extends PersonRef {
  readonly posts: readonly Text[];
  readonly unit: Text;
}
/** POST /api/demo/session (demo only) */
export interface DemoSignIn {
  readonly person: string;
}
/** POST /api/set-up */
export interface SetUp {
  readonly token: string;
  readonly person: string;
  readonly password: string;
}

/** GET /api/accounts (administrator only) */
export interface AccountRow extends PersonRef {
  readonly unit: Text;
  readonly roles: readonly string[];
  /** invited: may choose a password; active: has one. */
  readonly account: 'none' | 'invited' | 'active';
}
/** POST /api/accounts/:person/invitation (administrator only): told once, for the administrator to hand over. */
export interface Invitation {
  readonly token: string;
  readonly until: string;
}
/** POST /api/invitation: whom it names chooses a password and is signed in. */
export interface AcceptInvitation {
  readonly token: string;
  readonly password: string;
}

/** PUT /api/me/password: ends all other sessions of whoever asks. */
export interface ChangePassword {
  readonly old: string;
  readonly password: string;
}

/** How the board is arranged and narrowed down. */
export interface BoardQuery {
  readonly arrange: 'urgency' | 'flow' | 'post' | 'list';
  readonly flow?: string;
  /** At most 100 characters. */
  readonly text?: string;
  readonly due?: 'overdue' | 'today' | 'soon';
}
/** A way of looking at the board that somebody keeps under a name of at most 40 characters. */
export interface SavedView {
  readonly name: string;
  readonly query: BoardQuery;
}
/** GET and PUT /api/me/settings: what one person likes, the same on every machine; at most 20 views. The last write wins. */
export interface PersonalSettings {
  readonly views: readonly SavedView[];
  /** The name of the view that the board opens with; null: the board's own. */
  readonly startView: string | null;
  readonly language?: 'zh' | 'en';
  readonly theme?: 'light' | 'dark' | 'system';
}

/** GET /api/health */
export interface Health {
  readonly status: 'ok' | 'failing';
  readonly version: string;
  readonly store: string;
  readonly revision?: string;
}

/** What the socket (path /socket.io, websocket only) says: ids and revisions, never contents. */
export interface ServerSays {
  changes(changes: Changes): void;
}
