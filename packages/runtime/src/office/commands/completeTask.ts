import type { Change } from '../../kernel/change.ts';
import { compileForm } from '../../form/compile.ts';
import { checkValues } from '../../form/check.ts';
import { unconfirmed } from '../../risk/unconfirmed.ts';
import { id, type ScopeId, type TaskId } from '../../words/ids.ts';
import { sameJson, type Data, type Json } from '../../words/json.ts';
import { refuse, type Refused } from '../../words/refusal.ts';
import { commitsOf } from '../caseLog.ts';
import { type CaseCommands, type Deciding } from '../decide.ts';
import { formDrafts } from '../drafts.ts';
import type { Office } from '../office.ts';
import type { CompleteTask } from '../pages.ts';
import type { Parts } from '../parts.ts';
import { lookups } from '../lookups.ts';
import { keepNumbers, recordNumbers, takeNumbers } from '../numbers.ts';
import { holds, seenFrom } from '../record/recorder.ts';
import { leaderSeats, rememberDoer, unitOfDoer, withReaders } from '../record/tasks.ts';
import { recordFiles } from '../record/files.ts';
import { fieldConflict } from './fieldConflict.ts';
import { heldTask, type Held } from './holder.ts';
import { taskCommand } from './taskCommand.ts';

/** A person ends a step: values checked, numbers taken, the case moved on – one commit. */
export function completeTask(parts: Parts, cases: CaseCommands): Office['completeTask'] {
  const run = taskCommand<CompleteTask>(cases, 'complete', async (deciding, { input, task, caseId, visit }) => {
    const held = await heldTask(deciding, visit, () => commitsOf(parts.store, caseId));
    return 'ok' in held ? held : complete(parts, deciding, { held, input, task });
  });
  return async (who, task, input) => {
    const answer = await run(who, task, input);
    if (answer.ok) await formDrafts(parts.store).drop(who, { task });
    return answer;
  };
}

interface Completion {
  readonly held: Held;
  readonly input: CompleteTask;
  readonly task: TaskId;
}

async function complete(parts: Parts, deciding: Deciding, completion: Completion): Promise<Refused | undefined> {
  const { held, input } = completion;
  const { draft, recorder } = deciding;
  const { element } = held;
  const known = seenFrom(recorder, draft, held.task.scope);
  const outcome = outcomeProblem(held, input.outcome);
  if (outcome) return outcome;
  const written: { [field: string]: Json } = {};
  for (const [field, value] of Object.entries(input.values)) written[field] = value.to;
  const form = compileForm(held.definition.process, element.id);
  const checked = checkValues({
    form,
    values: written,
    known,
    outcome: input.outcome,
    holds: (condition, values) => holds(id(condition), values, draft.at),
    ...(await lookups(parts, held.viewer, { case: draft.facts.case, form, values: written })),
  });
  if (!checked.ok) return checked;
  const open = unconfirmed(element.office.risks, input.confirmed);
  if (open.length > 0) {
    return {
      ...refuse('required', element.name.zh, { zh: '请先确认风险防控措施', en: 'Confirm the risk controls first' }),
      fields: open.map((risk) => ({ field: risk.id, code: 'required' as const, expected: risk.control })),
    };
  }
  const scopes = recorder.dataScopes(draft, held.task.scope);
  const { fields } = held.definition.process;
  const conflict = await fieldConflict(parts, deciding, { fields, scopes, values: input.values, known });
  if (conflict) return conflict;
  const changes = changesOf(completion, { values: checked.values, known, scopes });
  const root = scopes.at(-1) ?? held.task.scope;
  const given = await takeNumbers(parts, draft, { process: held.definition.process, form, known, scope: root });
  recordNumbers(draft, given, { scope: root, visit: held.task.visit });
  keepNumbers(draft, form, { scope: root, visit: held.task.visit });
  const numbers = given.map((one): Change => ({ scope: root, path: [one.field], to: one.number }));
  const { onBehalfOf } = held.seat;
  const unit = unitOfDoer(recorder.organization, held.viewer.person, held.seat);
  draft.events.push({
    type: 'TaskCompleted',
    visit: held.task.visit,
    element: element.id,
    ...(input.outcome === undefined ? {} : { outcome: input.outcome }),
    confirmed: input.confirmed,
  });
  rememberDoer(draft, held.task, { person: held.viewer.person, unit, ...(onBehalfOf ? { onBehalfOf } : {}) });
  draft.facts = { ...draft.facts, readers: withReaders(draft.facts.readers, leaderSeats(recorder.organization, unit)) };
  await recordFiles(parts, draft, { form, values: checked.values });
  return deciding.advance({
    kind: 'complete',
    visit: held.task.visit,
    changes: [...changes, ...numbers, ...signed(held, scopes[0])],
    ...(input.outcome === undefined ? {} : { outcome: input.outcome }),
  });
}

/** Whoever did one item of a multi-instance stands beside what is collected from it. */
const signed = (held: Held, scope: ScopeId | undefined): readonly Change[] =>
  held.task.item === undefined || !scope ? [] : [{ scope, path: ['$by'], to: held.viewer.person }];

function outcomeProblem(held: Held, outcome: string | undefined): Refused | undefined {
  const { decision } = held.element.office;
  if (!decision)
    return outcome === undefined
      ? undefined
      : refuse('unknownField', 'outcome', { zh: '这一步没有可选的决定', en: 'This step has nothing to decide' });
  if (decision.options.some((option) => option.value === outcome)) return undefined;
  const names = decision.options.map((option) => option.name);
  return refuse(outcome === undefined ? 'required' : 'wrongType', decision.key, {
    zh: `请选择：${names.map((name) => name.zh).join('、')}`,
    en: `Choose one of: ${names.map((name) => name.en ?? name.zh).join(', ')}`,
  });
}

function changesOf(
  completion: Completion,
  about: { readonly values: Data; readonly known: Data; readonly scopes: readonly ScopeId[] },
): readonly Change[] {
  const { fields } = completion.held.definition.process;
  const perItem = new Set(fields.filter((field) => field.perItem).map((field) => field.key));
  // The same words once more are a statement of their own: whoever agrees again after a return has agreed again.
  const opinions = new Set(fields.filter((field) => field.type === 'opinion').map((field) => field.key));
  const inner = about.scopes[0] ?? completion.held.task.scope;
  const outer = about.scopes.at(-1) ?? inner;
  return Object.entries(about.values).flatMap(([field, to]) => {
    const was = about.known[field];
    if (sameJson(was, to) && (to === null || !opinions.has(field))) return [];
    return [{ scope: perItem.has(field) ? inner : outer, path: [field], to, ...(was === undefined ? {} : { was }) }];
  });
}
