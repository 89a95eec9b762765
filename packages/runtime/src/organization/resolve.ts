import { type Day, type ElementId, type PersonId, type Seat, type UnitId, id, personSeat, postSeat } from '../words/ids.ts';
import type { Data, Json } from '../words/json.ts';
import type { Assignment, UnitChoice } from './assignment.ts';
import { type Directory, directoryOf, unitAndAbove, unitOfPerson } from './directory.ts';
import { fallBack } from './fallBack.ts';
import type { Organization } from './model.ts';

/** What an assignment is resolved from, at the moment when the task opens. */
export interface AssignmentContext {
  readonly organization: Organization;
  readonly initiator: PersonId | null;
  readonly initiatorUnit: UnitId | null;
  /** What the step sees: its scopes merged. */
  readonly data: Data;
  /** The item of this instance of a multi-instance step. */
  readonly item?: Json;
  /** Who last completed a step. */
  doerOf(step: ElementId): { readonly person: PersonId; readonly unit: UnitId | null } | undefined;
  readonly today: Day;
  /** Who may not do it (`notSameAs`): a seat held by nobody else counts as empty. */
  readonly exclude: readonly PersonId[];
}

/** The seats of a task, never none while anybody is active; `empty` tells of what was asked for and where it fell. */
export interface Assigned {
  readonly seats: readonly Seat[];
  /** `wanted`: what had nobody, separated by spaces; `wantedName` puts it into words. */
  readonly empty?: { readonly wanted: string; readonly fellTo: readonly Seat[] };
}

/** One thing asked for: the seats that answer it, or from which seat it falls. */
interface Wish {
  readonly wanted: string;
  readonly seats: readonly Seat[];
  readonly fallsFrom?: Seat | undefined;
}

/** Finds the seats to which a step is addressed; people are found from them later, each time they are asked for. */
export function resolveAssignment(context: AssignmentContext, assignment: Assignment): Assigned {
  const directory = directoryOf(context.organization);
  const taken = (seat: Seat): boolean => directory.holders(seat).some((person) => !context.exclude.includes(person.id));
  const seats = new Set<Seat>();
  const fellTo = new Set<Seat>();
  const wanted: string[] = [];
  for (const wish of wishes(context, directory, assignment)) {
    const found = wish.seats.filter(taken);
    for (const seat of found) seats.add(seat);
    if (found.length > 0) continue;
    wanted.push(wish.wanted);
    for (const seat of fallBack(context.organization, wish.fallsFrom ?? wish.seats[0], context.exclude)) fellTo.add(seat);
  }
  for (const seat of fellTo) seats.add(seat);
  return wanted.length === 0 ? { seats: [...seats] } : { seats: [...seats], empty: { wanted: wanted.join(' '), fellTo: [...fellTo] } };
}

function wishes(context: AssignmentContext, directory: Directory, assignment: Assignment): readonly Wish[] {
  switch (assignment.kind) {
    case 'post':
      return postWishes(context, directory, assignment);
    case 'leaderInCharge':
      return leaderWishes(context, directory, assignment.unit);
    case 'personInField':
      return personWishes(`field:${assignment.field}`, textsOf(context.data[assignment.field]));
    case 'personOfItem':
      return personWishes('item', textsOf(context.item));
    case 'initiator':
      return personWishes('initiator', context.initiator === null ? [] : [context.initiator]);
    case 'sameAs': {
      const doer = context.doerOf(assignment.step);
      return personWishes(`step:${assignment.step}`, doer ? [doer.person] : []);
    }
    case 'named':
      return namedWishes(context, directory, assignment);
    case 'onDuty': {
      const onDuty = context.organization.rota.filter((entry) => entry.day === context.today);
      return [{ wanted: 'onDuty', seats: onDuty.map((entry) => personSeat(entry.person)) }];
    }
  }
}

function postWishes(context: AssignmentContext, directory: Directory, assignment: Extract<Assignment, { kind: 'post' }>): readonly Wish[] {
  const post = directory.postCalled(assignment.post);
  if (assignment.unit.kind === 'wholeOffice') {
    return [
      {
        wanted: `post:${post}`,
        seats: directory.unitsWithPost(post).map((unit) => postSeat(post, unit)),
        fallsFrom: anySeat(context, post),
      },
    ];
  }
  const units = unitsOf(context, directory, assignment.unit);
  if (units.length === 0) return [{ wanted: `post:${post}`, seats: [], fallsFrom: anySeat(context, post) }];
  return units.map((unit) => {
    // A room without a post of its own uses that of the unit above; a post that is only vacant there is empty.
    const where = unitAndAbove(directory, unit).find((above) => directory.isAppointed(postSeat(post, above))) ?? unit;
    return { wanted: postSeat(post, unit), seats: [postSeat(post, where)], fallsFrom: postSeat(post, unit) };
  });
}

/** One wish for all of them together: any may do it, and it falls only where nobody is left. */
function namedWishes(
  context: AssignmentContext,
  directory: Directory,
  { people, posts }: Extract<Assignment, { kind: 'named' }>,
): readonly Wish[] {
  const called = posts.map((post) => directory.postCalled(post));
  const [first] = called;
  return [
    {
      wanted: [...people.map((person) => `person:${person}`), ...called.map((post) => `post:${post}`)].join(' '),
      seats: [
        ...people.map((person) => personSeat(id(person))),
        ...called.flatMap((post) => directory.unitsWithPost(post).map((unit) => postSeat(post, unit))),
      ],
      fallsFrom: first === undefined ? undefined : anySeat(context, first),
    },
  ];
}

/** From where a post falls when its unit is not known: from the initiator's. */
const anySeat = (context: AssignmentContext, post: Parameters<typeof postSeat>[0]): Seat =>
  postSeat(post, context.initiatorUnit ?? id<'unit'>('-'));

function leaderWishes(context: AssignmentContext, directory: Directory, choice: UnitChoice): readonly Wish[] {
  const { organization } = context;
  const roots = organization.units.filter((unit) => unit.parent === null).map((unit) => unit.id);
  const units = choice.kind === 'wholeOffice' ? roots : unitsOf(context, directory, choice);
  if (units.length === 0) return [{ wanted: 'inCharge', seats: [] }];
  return units.map((unit) => {
    const where = unitAndAbove(directory, unit).find((above) => organization.inCharge.some((charge) => charge.unit === above));
    const leaders = organization.inCharge.filter((charge) => charge.unit === where).map((charge) => personSeat(charge.leader));
    return { wanted: `inCharge:${unit}`, seats: leaders };
  });
}

/** One wish for each person named: each is to do it. Where nobody is named the wish itself is empty. */
const personWishes = (wanted: string, people: readonly string[]): readonly Wish[] =>
  people.length === 0 ? [{ wanted, seats: [] }] : people.map((person) => ({ wanted: `person:${person}`, seats: [personSeat(id(person))] }));

function unitsOf(context: AssignmentContext, directory: Directory, choice: UnitChoice): readonly UnitId[] {
  const known = (units: readonly string[]): readonly UnitId[] => units.flatMap((unit) => directory.unit(unit)?.id ?? []);
  switch (choice.kind) {
    case 'wholeOffice':
      return context.organization.units.map((unit) => unit.id);
    case 'initiators':
      return known(context.initiatorUnit === null ? [] : [context.initiatorUnit]);
    case 'named':
      return known([choice.unit]);
    case 'field':
      return unitsNamed(directory, textsOf(context.data[choice.field]));
    case 'ofItem':
      return unitsNamed(directory, textsOf(context.item));
    case 'ofStep': {
      const doer = context.doerOf(choice.step);
      return known(doer ? [doer.unit ?? unitOfPerson(directory, doer.person) ?? ''] : []);
    }
  }
}

/** A value may name units, or people who stand for theirs. */
const unitsNamed = (directory: Directory, names: readonly string[]): readonly UnitId[] =>
  names.flatMap((name) => directory.unit(name)?.id ?? unitOfPerson(directory, id(name)) ?? []);

const textsOf = (value: Json | undefined): readonly string[] => {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string' && entry !== '') : [];
};
