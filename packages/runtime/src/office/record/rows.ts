import type { OpenTask, RunningDeadline } from '../../case/facts.ts';
import type { CaseRow, Row, TaskRow } from '../../ports/rows.ts';
import type { Decision, Field, StepOffice } from '../../diagram/office.ts';
import { isEmpty } from '../../form/empty.ts';
import type { Form, FormEntry } from '../../form/form.ts';
import { shownFields } from '../../form/shownFields.ts';
import { compileForm } from '../../form/compile.ts';
import { id, taskId, type Instant } from '../../words/ids.ts';
import type { Data, Json } from '../../words/json.ts';
import type { Definition } from '../definitions.ts';
import { limitsOf } from '../limits.ts';
import { barredFrom } from './doers.ts';
import { seatsThatChoose } from './choosing.ts';
import type { CaseDraft } from './draft.ts';
import { looking, seenFrom, type Recorder } from './recorder.ts';

/** All rows of a commit: the case as it is now, and each task that it opened, changed or closed. */
export function rowsOf(
  recorder: Recorder,
  draft: CaseDraft,
  before: { readonly title: string; readonly number: string | null },
): readonly Row[] {
  const root = recorder.definition(draft.facts.definition);
  if (!root) return [];
  const retitled = before.title !== draft.facts.title || before.number !== draft.facts.number;
  const visits = new Set([...draft.touched.keys(), ...(retitled ? draft.facts.tasks.map((task) => task.visit) : [])]);
  const tasks = [...visits].flatMap((visit) => {
    const open = draft.facts.tasks.find((task) => task.visit === visit);
    const task = open ?? recorder.closed.get(visit);
    const state = open ? 'open' : (draft.touched.get(visit) ?? 'completed');
    return task ? [taskRow(recorder, draft, { task, state, root })] : [];
  });
  return [caseRow(recorder, draft, root), ...tasks, ...draft.due, ...draft.subscriptions, ...draft.outbox, ...draft.files];
}

const earliest = (instants: readonly (Instant | null)[]): Instant | null => instants.filter((at) => at !== null).sort()[0] ?? null;

/** The clock that a task's card shows: the first that runs out of all that limit it. */
const nextClock = (recorder: Recorder, draft: CaseDraft, task: OpenTask): RunningDeadline | undefined =>
  limitsOf(looking(recorder, draft), draft.facts.deadlines, task)[0];

function caseRow(recorder: Recorder, draft: CaseDraft, root: Definition): CaseRow {
  const { facts } = draft;
  const open = facts.tasks.map((task) => ({
    visit: task.visit,
    element: task.element,
    step: recorder.definition(task.definition)?.plan.element(task.element)?.name ?? { zh: task.element },
    seats: task.seats,
    takenBy: task.takenBy,
    openedAt: task.openedAt,
    due: nextClock(recorder, draft, task)?.due ?? null,
  }));
  const choosing = facts.endedAt
    ? []
    : recorder.choosing(draft).flatMap((scope) => seatsThatChoose(recorder, draft, { ...scope, scope: scope.id }));
  return {
    table: 'case',
    id: facts.case,
    revision: draft.revision,
    definition: facts.definition,
    flow: root.process.key,
    flowName: root.process.name,
    title: facts.title,
    number: facts.number,
    status: facts.status,
    startedAt: facts.startedAt,
    endedAt: facts.endedAt,
    initiator: facts.initiator,
    unit: facts.unit,
    open,
    due: earliest(facts.deadlines.map((running) => running.due)),
    readers: facts.readers,
    doers: [...new Set(Object.values(facts.doers).map((doer) => doer.person))].sort(),
    ...(choosing.length > 0 ? { choosing: [...new Set(choosing)].sort() } : {}),
    clearance: facts.clearance,
    updatedAt: draft.at,
    searchText: searchText(draft, root),
  };
}

/** Title, number, flow and the texts of the root's fields; never a file's content. */
function searchText(draft: CaseDraft, root: Definition): string {
  const texts = new Set<string>([draft.facts.title, draft.facts.number ?? '', root.process.name.zh, root.process.name.en ?? '']);
  for (const data of Object.values(draft.data))
    for (const field of root.process.fields) if (isText(field)) texts.add(asText(data, field.key));
  return [...texts]
    .filter((text) => text !== '')
    .join('\n')
    .slice(0, 4000);
}

const isText = (field: Field): boolean => field.type === 'text' || field.type === 'longText' || field.type === 'series';
const asText = (data: Data, key: string): string => (typeof data[key] === 'string' ? data[key] : '');

/** The decisions that can be taken on the card: nothing has to be confirmed, and nothing is missing that must be filled in for them. */
function quickOptions(
  recorder: Recorder,
  draft: CaseDraft,
  about: { readonly task: OpenTask; readonly form: Form; readonly office: StepOffice },
): readonly Decision['options'][number][] {
  const { task, form, office } = about;
  if (office.risks.some((risk) => risk.confirm)) return [];
  const values = seenFrom(recorder, draft, task.scope);
  const holds = (condition: string, data: Data): boolean => recorder.holds(id(condition), data, draft.at);
  return (office.decision?.options ?? []).filter((option) => {
    const shown = shownFields(form, { values, outcome: option.value }, holds);
    return !form.fields.some((field) => shown.has(field.key) && isMissing(field, values[field.key]));
  });
}

const isMissing = (field: FormEntry, value: Json | undefined): boolean =>
  field.access === 'write' && field.required && field.type !== 'series' && field.type !== 'signature' && isEmpty(value);

function taskRow(
  recorder: Recorder,
  draft: CaseDraft,
  about: { readonly task: OpenTask; readonly state: TaskRow['state']; readonly root: Definition },
): TaskRow {
  const { task, state } = about;
  const definition = recorder.definition(task.definition) ?? about.root;
  const element = definition.plan.element(task.element);
  const office = element?.office;
  const form = compileForm(definition.process, task.element);
  const running = state === 'open' ? nextClock(recorder, draft, task) : undefined;
  const urgency = Object.values(draft.data)
    .map((data) => data['urgency'])
    .find((value) => typeof value === 'string');
  const levels = (office?.risks ?? []).map((risk) => risk.level).sort();
  const barred = state === 'open' ? barredFrom(draft.facts, task.definition, element) : [];
  const quick = state === 'open' && office ? quickOptions(recorder, draft, { task, form, office }) : [];
  return {
    table: 'task',
    id: taskId(draft.facts.case, task.visit),
    revision: draft.revision,
    case: draft.facts.case,
    visit: task.visit,
    definition: task.definition,
    flow: definition.process.key,
    flowName: definition.process.name,
    element: task.element,
    step: element?.name ?? { zh: task.element },
    title: draft.facts.title,
    number: draft.facts.number,
    state,
    attention: office?.attention ?? 'do',
    seats: task.seats,
    takenBy: task.takenBy,
    doneBy: draft.doneBy.get(task.visit) ?? null,
    openedAt: task.openedAt,
    closedAt: state === 'open' ? null : draft.at,
    due: running?.due ?? null,
    provisional: running?.provisional ?? false,
    warnAt: running?.warnAt ?? null,
    from: task.from,
    returned: task.returned,
    risk: levels[0] ?? null,
    urgency: typeof urgency === 'string' ? urgency : null,
    clearance: draft.facts.clearance,
    batch: office?.operations.includes('batch') ?? false,
    quick: quick.map((option) => ({ value: option.value, name: option.name, manner: option.manner })),
    item: task.item ?? null,
    ...(barred.length > 0 ? { barred } : {}),
  };
}
