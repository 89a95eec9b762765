// The server's door: everything a server needs to run an office on a store of its choice.
export * from './model.ts';
export { officialCalendar, type Calendar } from './calendar/calendar.ts';
export { durationIn } from './calendar/duration.ts';
export { timerDue } from './calendar/timerDue.ts';
export { checkDiagram } from './diagram/check.ts';
export { evaluateCondition } from './diagram/feel/condition.ts';
export type { Element, Process, TimerSpec } from './diagram/model.ts';
export { parseDiagram } from './diagram/parse.ts';
export { decode } from './diagram/parse/decode.ts';
export { bpmnEngineExecutor } from './executor/bpmn-engine/bpmnEngineExecutor.ts';
export { kernelExecutor } from './executor/kernel/kernelExecutor.ts';
export { executorsTogether } from './executor/together.ts';
export { withChange, type ScopedData } from './kernel/change.ts';
export type { Effect } from './kernel/effect.ts';
export type { Plans, Stimulus } from './kernel/stimulus.ts';
export { examineHere } from './office/examine.ts';
export { createOffice } from './office/create.ts';
export type { Answer, Office, Publication } from './office/office.ts';
export { seedOffice, type Seed } from './office/seed.ts';
export type { Organization, Role } from './organization/model.ts';
export type { Examiner } from './ports/examiner.ts';
export { compile } from './plan/compile.ts';
export type { Plan } from './plan/plan.ts';
export { beginsWithOthers, startsOn } from './plan/startsOn.ts';
export type { Executor, Snapshot } from './ports/executor.ts';
export type { Notes, Store } from './ports/store.ts';
export { StoreUnavailable } from './ports/store.ts';
export { contractOn, type ContractResult } from './store/contractOn.ts';
export { createMemoryStore } from './store/memory/memoryStore.ts';
export { openStore, type StoreChoice } from './store/open.ts';
export { FolderTaken } from './store/sqlite/folder.ts';
export { createSqliteStore } from './store/sqlite/sqliteStore.ts';
export { fixedClock, systemClock, type Clock } from './words/clock.ts';
export {
  caseAndVisit,
  definitionRef,
  id,
  type CaseId,
  type DefinitionRef,
  type FileId,
  type Instant,
  type PersonId,
  type TaskId,
} from './words/ids.ts';
export { isSafeKey } from './words/json.ts';
export { readBy } from './words/readBy.ts';
export { refuse, type Refused } from './words/refusal.ts';
