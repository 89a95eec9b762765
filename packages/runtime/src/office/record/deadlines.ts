import type { OpenActivity, OpenTask, RunningDeadline } from '../../case/facts.ts';
import { type Occasion, type StartedDeadline, startDeadlines } from '../../deadline/start.ts';
import { isStoppedBy } from '../../deadline/stop.ts';
import type { Element } from '../../diagram/model.ts';
import type { Change } from '../../kernel/change.ts';
import type { Pass } from '../../kernel/marking.ts';
import type { ElementId, ScopeId, VisitId } from '../../words/ids.ts';
import type { Definition } from '../definitions.ts';
import { deadlineOf } from '../limits.ts';
import { endClocks, startClock } from './clocks.ts';
import type { CaseDraft } from './draft.ts';
import { type Recorder, seenFrom } from './recorder.ts';

/** One run of a definition in the case: the case's own, or a call. */
interface Run {
  readonly scope: ScopeId;
  readonly definition: Definition;
  readonly since: CaseDraft['at'];
}

/** An element, and the stay at it that is limited: null while it has not opened. */
interface Spot {
  readonly run: Run;
  readonly element: Element;
  readonly stay: Pick<OpenActivity, 'visit' | 'scope'> | null;
}

/** A definition begins to run: limits that count from there start once the step has written what it was given. */
export function startOnBeginning(recorder: Recorder, draft: CaseDraft, scope: ScopeId): void {
  const run = runOf(recorder, draft, scope);
  if (!run) return;
  for (const element of limited(run, 'caseStart')) {
    if (isAhead(draft, run, element)) startThose(recorder, draft, { run, element, stay: null, on: { kind: 'caseStart' } });
  }
}

/** A task, sub-process or call has opened; a clock that ran ahead of it goes on as its own. */
export function startOnOpening(recorder: Recorder, draft: CaseDraft, opened: OpenActivity): void {
  const run = runOf(recorder, draft, opened.scope);
  const element = run?.definition.plan.element(opened.element);
  if (!run || !element || element.office.deadlines.length === 0) return;
  const ahead = draft.facts.deadlines.filter((one) => one.visit === null && one.element === element.id && one.scope === run.scope);
  endClocks(recorder, draft, ahead);
  for (const running of ahead) startClock(recorder, draft, { ...running, visit: opened.visit });
  const kept = new Set(ahead.map((running) => running.deadline));
  startThose(recorder, draft, { run, element, stay: opened, on: { kind: 'opened' }, kept });
}

/**
 * Another version has limits that the one of before had not: those of open stays count from when they opened, those of what is still to
 * come from the case's start. `had`: which an element of the new version had before.
 */
export function startNew(
  recorder: Recorder,
  draft: CaseDraft,
  about: { readonly scope: ScopeId; readonly had: (element: ElementId) => readonly string[] },
): void {
  const run = runOf(recorder, draft, about.scope);
  if (!run) return;
  for (const element of run.definition.process.elements) {
    const kept = new Set(about.had(element.id));
    if (element.office.deadlines.every((deadline) => kept.has(deadline.id))) continue;
    for (const spot of spotsOf(recorder, draft, { run, element })) {
      const opened = draft.facts.tasks.find((task) => task.visit === spot.stay?.visit)?.openedAt;
      const on: Occasion = spot.stay ? { kind: 'opened' } : { kind: 'caseStart' };
      startThose(recorder, draft, { ...spot, on, kept, ...(opened ? { at: opened } : {}) });
    }
  }
}

/** A step is done: limits of it, and of others, that count from there start – and those that it ends, end. */
export function onPass(recorder: Recorder, draft: CaseDraft, pass: Pass): void {
  const run = runOf(recorder, draft, pass.scope);
  const whole = recorder.closed.get(pass.visit)?.item === undefined;
  const over = draft.facts.deadlines.filter((running) => isOver(recorder, running, { pass, scope: whole ? run?.scope : undefined }));
  if (pass.closed === 'takenBack') resume(recorder, draft, pass.visit);
  else if (pass.closed === 'completed')
    remember(
      draft,
      over.filter((running) => running.visit !== pass.visit),
      pass.visit,
    );
  endClocks(recorder, draft, over);
  if (pass.closed !== 'joined') draft.facts = withoutActivity(draft.facts, pass.visit);
  if (!run || !whole) return;
  if (pass.closed === 'takenBack') forgetCompletion(draft, run, pass);
  if (pass.closed !== 'completed') return;
  const waiting = run.definition.process.elements.filter((element) =>
    element.office.deadlines.some(({ from }) => from.kind === 'completed' && from.step === pass.element),
  );
  const own = run.definition.plan.element(pass.element)?.office.deadlines ?? [];
  if (waiting.length === 0 && own.length === 0) return;
  draft.facts = {
    ...draft.facts,
    completed: { ...draft.facts.completed, [`${run.scope}/${pass.element}`]: { at: draft.at, visit: pass.visit } },
  };
  const on: Occasion = { kind: 'completed', step: pass.element };
  for (const element of waiting)
    for (const spot of spotsOf(recorder, draft, { run, element })) startThose(recorder, draft, { ...spot, on, after: pass.visit });
}

/** A later step has stopped these clocks. */
function remember(draft: CaseDraft, over: readonly RunningDeadline[], by: VisitId): void {
  if (over.length === 0) return;
  draft.facts = { ...draft.facts, stopped: [...draft.facts.stopped, ...over.map((running) => ({ running, by }))] };
}

/** What a visit had stopped runs again now that the visit is taken back; what it limited, if that is taken back too, is not resumed. */
function resume(recorder: Recorder, draft: CaseDraft, visit: VisitId): void {
  const again = draft.facts.stopped.filter((one) => one.by === visit);
  draft.facts = {
    ...draft.facts,
    stopped: draft.facts.stopped.filter((one) => one.by !== visit && one.running.visit !== visit),
  };
  for (const { running } of again) startClock(recorder, draft, running);
}

/** A date field was written: limits that count from it are set anew, and end where there is no date any more. */
export function startOnField(recorder: Recorder, draft: CaseDraft, change: Change): void {
  const run = runOf(recorder, draft, change.scope);
  const field = change.path[0];
  if (!run || field === undefined) return;
  for (const element of limited(run, 'field')) {
    const counting = new Set(
      element.office.deadlines.flatMap(({ id, from }) => (from.kind === 'field' && from.field === field ? [id] : [])),
    );
    if (counting.size === 0) continue;
    for (const spot of spotsOf(recorder, draft, { run, element })) {
      const sees = recorder.dataScopes(draft, spot.stay?.scope ?? run.scope).includes(change.scope);
      if (!sees) continue;
      const started = startThose(recorder, draft, { ...spot, on: { kind: 'field', field } });
      const undated = draft.facts.deadlines.filter(
        (one) =>
          counting.has(one.deadline) && one.visit === (spot.stay?.visit ?? null) && one.scope === run.scope && !started.has(one.deadline),
      );
      endClocks(recorder, draft, undated);
    }
  }
}

/** A definition no longer runs in the case, or the case has ended (no scope): nothing of it is limited any more. */
export function endAllOf(recorder: Recorder, draft: CaseDraft, scope?: ScopeId): void {
  const over = draft.facts.deadlines.filter((running) => scope === undefined || running.scope === scope);
  const stopped = draft.facts.stopped.filter(({ running }) => scope !== undefined && running.scope !== scope);
  draft.facts = { ...draft.facts, stopped };
  endClocks(recorder, draft, over);
}

/** What has happened to a spot that may start its limits. */
interface Happening extends Spot {
  readonly on: Occasion;
  /** The completion that it was. */
  readonly after?: VisitId;
  /** Limits that run already. */
  readonly kept?: ReadonlySet<string>;
  /** When it happened; now where absent. */
  readonly at?: CaseDraft['at'];
}

/** Starts the limits of one element that an occasion starts; returns which. */
function startThose(recorder: Recorder, draft: CaseDraft, happening: Happening): ReadonlySet<string> {
  const { run, element, stay } = happening;
  const data = seenFrom(recorder, draft, stay?.scope ?? run.scope);
  const started = startDeadlines({
    deadlines: element.office.deadlines.filter((deadline) => !happening.kept?.has(deadline.id)),
    on: happening.on,
    at: happening.at ?? draft.at,
    caseStartedAt: run.since,
    data,
    calendar: recorder.calendar,
    holds: (condition) => recorder.holds(condition, data, draft.at),
    completedAt: (step) => draft.facts.completed[`${run.scope}/${step}`]?.at,
  });
  for (const one of started) {
    const after = happening.after ?? afterWhich(draft, run, one);
    startClock(recorder, draft, {
      deadline: one.deadline.id,
      element: element.id,
      definition: run.definition.ref,
      scope: run.scope,
      visit: stay?.visit ?? null,
      from: one.from,
      after,
      due: one.due,
      warnAt: one.warnAt ?? null,
      provisional: one.provisional,
      warned: false,
      passed: false,
    });
  }
  return new Set(started.map((one) => one.deadline.id));
}

const afterWhich = (draft: CaseDraft, run: Run, { deadline }: StartedDeadline): VisitId | null =>
  deadline.from.kind === 'completed' ? (draft.facts.completed[`${run.scope}/${deadline.from.step}`]?.visit ?? null) : null;

/** Whether a pass ends a clock: the stay that it limits is over (unless it runs on until a later step), or what started it was taken back. */
function isOver(
  recorder: Recorder,
  running: RunningDeadline,
  { pass, scope }: { readonly pass: Pass; readonly scope: ScopeId | undefined },
): boolean {
  if (pass.closed === 'joined') return false;
  if (pass.closed !== 'completed') return running.visit === pass.visit || (pass.closed === 'takenBack' && running.after === pass.visit);
  const deadline = deadlineOf(recorder, running);
  if (!deadline?.until) return running.visit === pass.visit;
  return scope === running.scope && isStoppedBy(deadline, running.element, pass.element);
}

/** The run that a scope belongs to. */
function runOf(recorder: Recorder, draft: CaseDraft, scope: ScopeId): Run | undefined {
  const root = recorder.dataScopes(draft, scope).at(-1);
  const run = draft.facts.runs.find((one) => one.scope === root);
  const definition = run && recorder.definition(run.definition);
  return run && definition ? { scope: run.scope, definition, since: run.since } : undefined;
}

const limited = ({ definition }: Run, from: 'caseStart' | 'field'): readonly Element[] =>
  definition.process.elements.filter((element) => element.office.deadlines.some((deadline) => deadline.from.kind === from));

/** The open stays at an element; one ahead of all, where it was not there yet. */
function spotsOf(
  recorder: Recorder,
  draft: CaseDraft,
  { run, element }: { readonly run: Run; readonly element: Element },
): readonly Spot[] {
  const open: readonly (OpenTask | OpenActivity)[] = [...draft.facts.tasks, ...draft.facts.activities];
  const stays = open.filter(
    (stay) =>
      stay.element === element.id && stay.definition === run.definition.ref && recorder.dataScopes(draft, stay.scope).at(-1) === run.scope,
  );
  if (stays.length > 0) return stays.map((stay) => ({ run, element, stay }));
  return isAhead(draft, run, element) ? [{ run, element, stay: null }] : [];
}

/** Whether an element is still to come, as far as can be told: it was not completed and is not open. */
const isAhead = (draft: CaseDraft, run: Run, element: Element): boolean =>
  draft.facts.completed[`${run.scope}/${element.id}`] === undefined &&
  !draft.facts.deadlines.some((one) => one.element === element.id && one.scope === run.scope && one.visit !== null);

function forgetCompletion(draft: CaseDraft, run: Run, pass: Pass): void {
  const key = `${run.scope}/${pass.element}`;
  if (draft.facts.completed[key]?.visit !== pass.visit) return;
  const { [key]: _, ...completed } = draft.facts.completed;
  draft.facts = { ...draft.facts, completed };
}

const withoutActivity = (facts: CaseDraft['facts'], visit: VisitId): CaseDraft['facts'] =>
  facts.activities.some((one) => one.visit === visit)
    ? { ...facts, activities: facts.activities.filter((one) => one.visit !== visit) }
    : facts;
