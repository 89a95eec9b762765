import type { Doer, OpenTask } from '../../case/facts.ts';
import { directoryOf, unitOfPerson } from '../../organization/directory.ts';
import { seatParts } from '../../organization/seat.ts';
import type { HeldSeat } from '../../organization/viewer.ts';
import { resolveAssignment } from '../../organization/resolve.ts';
import { leadersInCharge } from '../../organization/leaders.ts';
import type { Organization } from '../../organization/model.ts';
import { dayOf } from '../../calendar/day.ts';
import type { Effect } from '../../kernel/effect.ts';
import type { Element } from '../../diagram/model.ts';
import { personSeat, type DefinitionRef, type ElementId, type PersonId, type Seat, type UnitId } from '../../words/ids.ts';
import type { Data, Json } from '../../words/json.ts';
import { BrokenPromise } from '../../words/refusal.ts';
import { barredFrom, stepKey } from './doers.ts';
import type { CaseDraft } from './draft.ts';
import { deadlineOf } from '../limits.ts';
import { endClocks } from './clocks.ts';
import { startOnOpening } from './deadlines.ts';
import { seenFrom, type Recorder } from './recorder.ts';

type Opened = Extract<Effect, { kind: 'taskOpened' }>;
type Closed = Extract<Effect, { kind: 'taskClosed' }>;

/** A task has opened: it gets its seats, its deadlines, and those who may read the case grow. */
export function recordOpened(recorder: Recorder, draft: CaseDraft, effect: Opened): void {
  const element = recorder.definition(effect.definition)?.plan.element(effect.element);
  if (!element) throw new BrokenPromise(`a task opened at ${effect.element} of ${effect.definition}, which was not loaded`);
  const data = seenFrom(recorder, draft, effect.scope);
  const { instance } = effect;
  const { seats, empty } = seatsOf(recorder, draft, {
    definition: effect.definition,
    element,
    data,
    ...(instance ? { item: instance.item } : {}),
  });
  const task: OpenTask = {
    visit: effect.visit,
    element: effect.element,
    scope: effect.scope,
    definition: effect.definition,
    seats,
    takenBy: null,
    takenAt: null,
    openedAt: draft.at,
    from: draft.by === 'system' ? null : draft.by,
    returned: null,
    within: effect.within,
    ...(effect.instance ? { item: effect.instance.item } : {}),
  };
  draft.facts = { ...draft.facts, tasks: [...draft.facts.tasks, task], readers: withReaders(draft.facts.readers, seats) };
  draft.touched.set(effect.visit, 'open');
  draft.events.push({
    type: 'TaskOpened',
    visit: effect.visit,
    element: effect.element,
    scope: effect.scope,
    definition: effect.definition,
    seats,
    ...(effect.instance ? { item: effect.instance.item, index: effect.instance.index } : {}),
  });
  if (empty)
    draft.events.push({ type: 'SeatEmpty', visit: effect.visit, element: effect.element, wanted: empty.wanted, fellTo: empty.fellTo });
  startOnOpening(recorder, draft, effect);
}

/** A step whose seats are looked for. */
export interface Seating {
  readonly definition: DefinitionRef;
  readonly element: Element;
  readonly data: Data;
  readonly item?: Json;
}

/** To whom a step goes, as its version says and the organization is today. */
export function seatsOf(recorder: Pick<Recorder, 'organization'>, draft: Pick<CaseDraft, 'facts' | 'at'>, step: Seating) {
  const { organization } = recorder;
  const doerOf = (other: ElementId): Doer | undefined => draft.facts.doers[stepKey(step.definition, other)];
  const exclude = barredFrom(draft.facts, step.definition, step.element);
  return resolveAssignment(
    {
      organization,
      initiator: draft.facts.initiator,
      initiatorUnit: draft.facts.unit,
      data: step.data,
      doerOf,
      today: dayOf(draft.at),
      exclude,
      ...(step.item === undefined ? {} : { item: step.item }),
    },
    step.element.office.assignment ?? { kind: 'initiator' },
  );
}

/** A task is over, however: it leaves the open ones. Its clocks end with it; those that go on to a later step run until that is done. */
export function recordClosed(recorder: Recorder, draft: CaseDraft, effect: Closed): void {
  const task = draft.facts.tasks.find((open) => open.visit === effect.visit);
  if (!task) return;
  recorder.closed.set(effect.visit, task);
  draft.facts = { ...draft.facts, tasks: draft.facts.tasks.filter((open) => open !== task) };
  const state = effect.why === 'joined' || effect.why === 'moved' ? 'completed' : effect.why;
  draft.touched.set(effect.visit, state);
  if (state !== 'completed') draft.events.push({ type: 'TaskClosed', visit: effect.visit, element: effect.element, why: effect.why });
  const own = draft.facts.deadlines.filter((running) => running.visit === effect.visit && !deadlineOf(recorder, running)?.until);
  endClocks(recorder, draft, own);
}

/** Whoever completed a step is remembered for later steps that must, or must not, be done by the same person. */
export function rememberDoer(draft: CaseDraft, task: OpenTask, doer: Doer): void {
  draft.doneBy.set(task.visit, doer.person);
  draft.facts = {
    ...draft.facts,
    doers: { ...draft.facts.doers, [stepKey(task.definition, task.element)]: doer },
    readers: withReaders(draft.facts.readers, [personSeat(doer.person)]),
  };
}

/** Readers only grow; sorted, so that equal sets are equal text. */
export function withReaders(readers: readonly Seat[], more: readonly Seat[]): readonly Seat[] {
  const all = new Set(readers);
  const before = all.size;
  for (const seat of more) all.add(seat);
  return all.size === before ? readers : [...all].sort();
}

/** Leaders in charge of a unit that takes part follow its cases. */
export const leaderSeats = (organization: Organization, unit: UnitId | null): readonly Seat[] =>
  unit ? leadersInCharge(organization, unit).map((leader) => personSeat(leader)) : [];

/** The unit in which a step is done: that of the post through which it was done, else the first of whoever holds the seat. */
export function unitOfDoer(organization: Organization, person: PersonId, seat: Pick<HeldSeat, 'seat' | 'onBehalfOf'>): UnitId | null {
  const parts = seatParts(seat.seat);
  if (parts?.kind === 'post') return parts.unit;
  return unitOfPerson(directoryOf(organization), seat.onBehalfOf ?? person);
}
