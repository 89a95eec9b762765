import { dayOf } from '../../calendar/day.ts';
import type { CaseFacts, OpenTask, RunningDeadline } from '../../case/facts.ts';
import { countFrom, warningOf } from '../../deadline/count.ts';
import type { Element } from '../../diagram/model.ts';
import type { Deadline } from '../../diagram/office.ts';
import type { Effect } from '../../kernel/effect.ts';
import { covers } from '../../organization/clearance.ts';
import type { Clearance } from '../../organization/model.ts';
import { viewerOf } from '../../organization/viewerOf.ts';
import type { DefinitionRef, ElementId, Seat } from '../../words/ids.ts';
import { canonical, type Json } from '../../words/json.ts';
import { BrokenPromise } from '../../words/refusal.ts';
import type { Definition } from '../definitions.ts';
import { deadlineOf } from '../limits.ts';
import { endClocks, startClock } from './clocks.ts';
import { startNew } from './deadlines.ts';
import { stepKey } from './doers.ts';
import type { CaseDraft } from './draft.ts';
import { type Recorder, seenFrom } from './recorder.ts';
import { seatsOf, withReaders } from './tasks.ts';

type Migrated = Extract<Effect, { kind: 'migrated' }>;

/** What of the case goes over, and how its elements are called from then on. */
interface Going extends Migrated {
  readonly next: Definition;
  rename(element: ElementId): ElementId;
  old(element: ElementId): Element | undefined;
}

/**
 * The case runs another version: open tasks keep who has signed for them and when they opened, and get the seats, limits and forms of the
 * new version; where this asks for the same, they stay as they are.
 */
export function recordMigrated(recorder: Recorder, draft: CaseDraft, effect: Migrated): void {
  const next = recorder.definition(effect.to);
  if (!next) throw new BrokenPromise(`a case goes over to ${effect.to}, which was not loaded`);
  const before = effect.from.flatMap((ref) => recorder.definition(ref) ?? []);
  const named = new Map(Object.entries(effect.renamed).map(([from, to]) => [to, from as ElementId]));
  const going: Going = {
    ...effect,
    next,
    rename: (element) => (Object.hasOwn(effect.renamed, element) ? effect.renamed[element] : undefined) ?? element,
    old: (element) => before.map((one) => one.plan.element(named.get(element) ?? element)).find((one) => one !== undefined),
  };
  const moved = draft.facts.tasks.filter((task) => effect.from.includes(task.definition));
  draft.facts = renamedFacts(draft.facts, going);
  const seats = moved.flatMap((task) => reseat(recorder, draft, { going, visit: task.visit }));
  moveClocks(recorder, draft, going);
  for (const run of draft.facts.runs)
    if (run.definition === effect.to) startNew(recorder, draft, { scope: run.scope, had: (element) => sameLimits(going, element) });
  for (const task of draft.facts.tasks) draft.touched.set(task.visit, 'open');
  const { from, to, renamed } = effect;
  draft.events.push({ type: 'CaseMigrated', from, to, renamed, seats });
}

function renamedFacts(facts: CaseFacts, { from, to, rename, next }: Going): CaseFacts {
  const over = <One extends { readonly definition: DefinitionRef; readonly element: ElementId }>(one: One): One =>
    from.includes(one.definition) ? { ...one, definition: to, element: rename(one.element) } : one;
  const scopes = new Set(facts.runs.filter((run) => from.includes(run.definition)).map((run) => run.scope as string));
  const inScope = (step: string): string => {
    const at = step.indexOf('/');
    return scopes.has(step.slice(0, at)) ? `${step.slice(0, at)}/${rename(step.slice(at + 1) as ElementId)}` : step;
  };
  const prefix = stepKey(to, '' as ElementId);
  const doers = Object.entries(facts.doers).flatMap(([step, doer]) =>
    step.startsWith(prefix) ? [[stepKey(to, rename(step.slice(prefix.length) as ElementId)), doer] as const] : [],
  );
  return {
    ...facts,
    definition: from.includes(facts.definition) ? next.ref : facts.definition,
    clearance: from.includes(facts.definition) ? higher(facts.clearance, next.process.office.clearance) : facts.clearance,
    runs: facts.runs.map((run) => (from.includes(run.definition) ? { ...run, definition: to } : run)),
    tasks: facts.tasks.map(over),
    activities: facts.activities.map(over),
    // Whoever did a step is known under its old and its new name: another version may be called again.
    doers: { ...facts.doers, ...Object.fromEntries(doers) },
    completed: Object.fromEntries(Object.entries(facts.completed).map(([step, done]) => [inScope(step), done])),
    timers: facts.timers.map((timer) => ({ ...timer, element: rename(timer.element) })),
    stopped: facts.stopped.map((one) => ({ ...one, running: over(one.running) })),
  };
}

/** A version that asks for more is obeyed; one that asks for less lets nobody in who was kept out. */
const higher = (one: Clearance, other: Clearance): Clearance => (covers(one, other) ? one : other);

/** Who is to do it is asked anew only where the new version says otherwise; whoever has signed for it keeps it while it is still theirs. */
function reseat(
  recorder: Recorder,
  draft: CaseDraft,
  { going, visit }: { readonly going: Going; readonly visit: OpenTask['visit'] },
): readonly { readonly visit: OpenTask['visit']; readonly element: ElementId; readonly seats: readonly Seat[] }[] {
  const task = draft.facts.tasks.find((one) => one.visit === visit);
  const element = task && going.next.plan.element(task.element);
  if (!task || !element || asks(element) === asks(going.old(task.element))) return [];
  const { seats, empty } = seatsOf(recorder, draft, {
    definition: task.definition,
    element,
    data: seenFrom(recorder, draft, task.scope),
    ...(task.item === undefined ? {} : { item: task.item }),
  });
  const taker = task.takenBy === null ? undefined : viewerOf(recorder.organization, task.takenBy, dayOf(draft.at));
  const keeps = taker?.seats.some((held) => seats.includes(held.seat)) ?? false;
  const now: OpenTask = { ...task, seats, ...(keeps ? {} : { takenBy: null, takenAt: null }) };
  draft.facts = {
    ...draft.facts,
    tasks: draft.facts.tasks.map((one) => (one === task ? now : one)),
    readers: withReaders(draft.facts.readers, seats),
  };
  if (task.takenBy !== null && !keeps) draft.events.push({ type: 'TaskReleased', visit });
  if (empty) draft.events.push({ type: 'SeatEmpty', visit, element: task.element, wanted: empty.wanted, fellTo: empty.fellTo });
  return canonical(seats) === canonical(task.seats) ? [] : [{ visit, element: task.element, seats }];
}

const asks = (element: Element | undefined): string => text([element?.office.assignment ?? null, element?.office.notSameAs ?? []]);

/** Limits that an element of the new version had before, counted from the same thing: they run already, or were stopped. */
function sameLimits({ old, next }: Going, element: ElementId): readonly string[] {
  const limits = next.plan.element(element)?.office.deadlines ?? [];
  return (old(element)?.office.deadlines ?? [])
    .filter((before) => limits.some((one) => one.id === before.id && one.from.kind === before.from.kind))
    .map((before) => before.id);
}

/** Clocks that the new version has too run on; one that it counts otherwise is counted anew from where it began. */
function moveClocks(recorder: Recorder, draft: CaseDraft, going: Going): void {
  for (const running of draft.facts.deadlines) {
    if (!going.from.includes(running.definition)) continue;
    const moved: RunningDeadline = { ...running, definition: going.to, element: going.rename(running.element) };
    const deadline = deadlineOf(recorder, moved);
    const before = deadlineOf(recorder, running);
    if (!deadline || deadline.from.kind !== before?.from.kind) {
      endClocks(recorder, draft, [running]);
      continue;
    }
    draft.facts = { ...draft.facts, deadlines: draft.facts.deadlines.map((one) => (one === running ? moved : one)) };
    if (counts(deadline) !== counts(before)) countAnew(recorder, draft, { moved, deadline });
  }
}

function countAnew(
  recorder: Recorder,
  draft: CaseDraft,
  { moved, deadline }: { readonly moved: RunningDeadline; readonly deadline: Deadline },
): void {
  const counted = countFrom(recorder.calendar, deadline, moved.from);
  if (!counted) return;
  const warnAt = warningOf(recorder.calendar, deadline, { due: counted.due, at: draft.at }) ?? null;
  const again = counted.due > draft.at;
  startClock(recorder, draft, { ...moved, ...counted, warnAt, warned: warnAt === null, passed: moved.passed && !again });
}

const counts = ({ amount, unit, warnBefore }: Deadline): string => text([amount, unit, warnBefore ?? null]);
const text = (value: unknown): string => canonical(value as Json);
