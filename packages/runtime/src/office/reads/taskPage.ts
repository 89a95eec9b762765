import { compileForm } from '../../form/compile.ts';
import { dayOf } from '../../calendar/day.ts';
import { evaluateCondition } from '../../diagram/feel/condition.ts';
import { names } from '../../diagram/feel/names.ts';
import type { Element } from '../../diagram/model.ts';
import { personName } from '../../organization/names.ts';
import type { Viewer } from '../../organization/viewer.ts';
import type { TaskRow } from '../../ports/rows.ts';
import { caseAndVisit, type ElementId } from '../../words/ids.ts';
import type { Data } from '../../words/json.ts';
import type { Text } from '../../words/text.ts';
import { commitsOf, definitionsOf, loadCase, type LoadedCase } from '../caseLog.ts';
import { seatsThatHold } from '../commands/holder.ts';
import { notFound } from '../decide.ts';
import type { Definition } from '../definitions.ts';
import type { Office } from '../office.ts';
import type { TaskPage } from '../pages.ts';
import { formDrafts } from '../drafts.ts';
import type { Parts } from '../parts.ts';
import { barredFrom, stepKey } from '../record/doers.ts';
import { taskCard, type Showing } from './cards.ts';
import { formFields } from './form.ts';
import { limitsOfTask } from './limits.ts';
import { nextSteps } from './next.ts';
import { opinionsOf } from './opinions.ts';
import { pathOf } from './path.ts';
import { showingOf } from './showing.ts';

/** One task with all that its doer needs: what to do, the form, what others wrote, what happens then. */
export const taskPage =
  (parts: Parts): Office['task'] =>
  async (who, task) => {
    const viewer = await parts.house.viewer(who);
    const ids = caseAndVisit(task);
    const row = viewer && ids && (await parts.store.views.task(viewer, task));
    const loaded = row && (await loadCase(parts.store, row.case));
    const definition = row && (await parts.definitions.get(row.definition));
    if (!viewer || !row || !loaded || !definition) return notFound(task);
    const log = await commitsOf(parts.store, row.case);
    const showing = await showingOf(parts, [row.definition, ...definitionsOf(loaded.facts, log)]);
    const data = dataSeen(parts, loaded, row);
    const draft = await formDrafts(parts.store).get(who, { task });
    const path = pathOf({ log, definition, showing, now: row.element });
    return {
      ok: true,
      value: {
        ...page(showing, { viewer, row, loaded, definition, data }),
        opinions: opinionsOf(log, showing.organization, showing.definition),
        path,
        limits: limitsOfTask(parts, showing, { head: loaded.head, facts: loaded.facts, visit: ids.visit }),
        draft: draft ?? null,
      },
    };
  };

interface Reading {
  readonly viewer: Viewer;
  readonly row: TaskRow;
  readonly loaded: LoadedCase;
  readonly definition: Definition;
  readonly data: Data;
}

function page(showing: Showing, reading: Reading): Omit<TaskPage, 'opinions' | 'path' | 'limits' | 'draft'> {
  const { row, definition, loaded, data } = reading;
  const element = definition.plan.element(row.element);
  const office = element?.office;
  const form = compileForm(definition.process, row.element);
  const notMine = whyNotMine(showing, reading);
  const decision = office?.decision;
  const ahead = (more: Data) => (element ? stepsAhead(showing, reading, { element, data: { ...data, ...more } }) : []);
  return {
    card: taskCard(showing, row),
    definition: row.definition,
    revision: loaded.head.revision,
    mine: notMine === null,
    notMine,
    guidance: office?.guidance ?? null,
    originals: office?.originals ?? [],
    checklist: office?.checklist ?? [],
    risks: (office?.risks ?? []).map(({ id, level, risk, control, confirm }) => ({ id, level, risk, control, confirm })),
    fields: formFields(showing.organization, form, data),
    decision: decision
      ? {
          key: decision.key,
          name: decision.name,
          options: decision.options.map((option) => ({ ...option, to: ahead({ [decision.key]: option.value }) })),
        }
      : null,
    next: decision ? [] : ahead({}),
    operations: office?.operations ?? [],
  };
}

function stepsAhead(showing: Showing, reading: Reading, at: { readonly element: Element; readonly data: Data }) {
  const { facts } = reading.loaded;
  const open = stillOpen(reading.definition, at.element);
  const doerOf = (step: ElementId) =>
    facts.doers[stepKey(reading.row.definition, step)] ??
    (step === at.element.id ? { person: reading.viewer.person, unit: null } : undefined);
  return nextSteps({
    definition: reading.definition,
    from: at.element,
    data: at.data,
    context: {
      organization: showing.organization,
      initiator: facts.initiator,
      initiatorUnit: facts.unit,
      doerOf,
      today: dayOf(showing.now),
      exclude: [],
    },
    tell: (condition, values) => {
      if (names(condition).some((name) => open.has(name))) return undefined;
      const told = evaluateCondition(condition, values, showing.now).value;
      return told === 'neither' ? undefined : told;
    },
  });
}

/** What this very step fills in or gathers: as long as it is open, no condition on it can be told. */
function stillOpen(definition: Definition, element: Element): ReadonlySet<string> {
  const form = compileForm(definition.process, element.id);
  const written = form.fields.filter((field) => field.access === 'write').map((field) => field.key);
  return new Set([...written, ...(element.many?.collect ?? []).map((one) => one.into)].filter((key) => key !== form.decision?.key));
}

/** Null where it is mine to do; else the reason, in words. */
function whyNotMine(showing: Showing, { viewer, row, loaded, definition }: Reading): Text | null {
  if (row.state !== 'open') return { zh: '这一步已经办完', en: 'This step is done' };
  const seats = seatsThatHold(viewer, row, definition);
  if (seats.length === 0) return { zh: '这一步由他人办理', en: 'This step is for others to do' };
  if (row.takenBy && row.takenBy !== viewer.person) {
    const name = personName(showing.organization, row.takenBy);
    return { zh: `已由${name.zh}签收`, en: `Signed for by ${name.en ?? name.zh}` };
  }
  const barred: ReadonlySet<string | undefined> = new Set(barredFrom(loaded.facts, row.definition, definition.plan.element(row.element)));
  const free = !barred.has(viewer.person) && seats.some((seat) => !seat.onBehalfOf || !barred.has(seat.onBehalfOf));
  return free ? null : { zh: '您已办理过须由他人经手的步骤', en: 'You did a step that must be done by somebody else' };
}

/** The values that the task's scope sees. A closed task's scope may be gone: then the case's own. */
function dataSeen(parts: Parts, loaded: LoadedCase, row: TaskRow): Data {
  const { head, facts } = loaded;
  const task = facts.tasks.find((open) => open.visit === row.visit);
  const scopes =
    task && head.snapshot ? parts.executor.dataScopes(head.snapshot, task.scope) : facts.runs.slice(0, 1).map((run) => run.scope);
  const seen: { [key: string]: Data[string] } = {};
  for (const scope of [...scopes].reverse()) Object.assign(seen, head.data[scope] ?? {});
  return seen;
}
