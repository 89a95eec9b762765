import { names } from '../diagram/feel/names.ts';
import type { Element, Process } from '../diagram/model.ts';
import type { Plan } from '../plan/plan.ts';
import type { ElementId } from '../words/ids.ts';
import type { Subject } from './subject.ts';
import { writesOf } from './writes.ts';

/** Which followed names are read where: worked out once for a process, over its graph. */
export interface Reading {
  /** Names that may be read in the very step in which a token leaves an element. */
  atOnce(element: ElementId): ReadonlySet<string>;
  /** Names that may still be read, now or later, while a token waits at an element and before it writes. */
  later(element: ElementId): ReadonlySet<string>;
  /** Names that an element itself asks for as a token comes to it or leaves it. */
  own(element: ElementId): readonly string[];
  /** Names that are read by what begins with the process itself, or may begin at any time. */
  readonly anyTime: ReadonlySet<string>;
}

/** Works the readings of a simplified process out; the original tells what is written. */
export function readingOf(plan: Plan, original: Process, subject: Subject): Reading {
  const graph = new Graph(plan, original, subject);
  const elements = plan.process.elements;
  const atOnce = fixpoint(elements, (element, known) =>
    graph
      .after(element)
      .flatMap((next) => [...graph.entryReads(next), ...(staysAt(next) ? [] : (known.get(next.id) ?? []))])
      .concat(graph.exitReads(element)),
  );
  const entering = (element: Element, known: Known): readonly string[] => [...graph.entryReads(element), ...(known.get(element.id) ?? [])];
  const later = fixpoint(elements, (element, known) => {
    const written = graph.surelyWritten(element);
    const after = graph
      .after(element)
      .flatMap((next) => entering(next, known))
      .concat(graph.exitReads(element));
    const beside = graph.beside(element).flatMap((next) => entering(next, known));
    return [...after.filter((name) => !written.has(name)), ...beside];
  });
  const anyTime = new Set(
    elements.filter((element) => element.eventSubProcess).flatMap((sub) => plan.inside(sub.id).flatMap((start) => entering(start, later))),
  );
  const none: ReadonlySet<string> = new Set();
  const own = new Map(elements.map((element) => [element.id, [...graph.entryReads(element), ...graph.exitReads(element)]]));
  return {
    own: (element) => own.get(element) ?? [],
    atOnce: (element) => atOnce.get(element) ?? none,
    later: (element) => later.get(element) ?? none,
    anyTime,
  };
}

type Known = ReadonlyMap<ElementId, ReadonlySet<string>>;

/** Sets that only grow, until nothing grows any more; from the end of the diagram to its start, so that one or two rounds are enough. */
function fixpoint(elements: readonly Element[], of: (element: Element, known: Known) => readonly string[]): Known {
  const known = new Map<ElementId, Set<string>>(elements.map((element) => [element.id, new Set()]));
  const backwards = [...elements].reverse();
  for (let grown = true; grown; ) {
    grown = false;
    for (const element of backwards) {
      const set = known.get(element.id);
      if (!set) continue;
      const before = set.size;
      for (const name of of(element, known)) set.add(name);
      grown ||= set.size > before;
    }
  }
  return known;
}

/** Whether a token that comes here always stays until something happens: a loop may be over before its first round. */
const staysAt = (element: Element): boolean => waits(element) && !(element.loop && (element.loop.testBefore || element.loop.maximum === 0));

/** Whether a token that comes here stays until something happens. */
export function waits({ type, triggers, job, message }: Element): boolean {
  switch (type) {
    case 'userTask':
    case 'manualTask':
    case 'receiveTask':
    case 'scriptTask':
    case 'businessRuleTask':
    case 'eventBasedGateway':
      return true;
    case 'serviceTask':
      return job !== undefined && job.type !== 'set';
    case 'sendTask':
      return message === undefined;
    case 'intermediateCatchEvent':
      return triggers.some((trigger) => trigger.kind !== 'link');
    default:
      return false;
  }
}

/** What is read, written and come to from each element. */
class Graph {
  readonly #plan: Plan;
  readonly #subject: Subject;
  readonly #signalled: readonly Element[];
  readonly #catchers: readonly Element[];
  /** What undoes something, and where a cancelled transaction is left. */
  readonly #undoing: readonly Element[];
  /** What asks for something to be undone, and may wait until it is. */
  readonly #asking: readonly Element[];
  readonly #known = new Map<string, readonly string[]>();
  readonly #free: ReadonlySet<string>;
  readonly #written: ReadonlyMap<ElementId, ReadonlySet<string>>;

  constructor(plan: Plan, original: Process, subject: Subject) {
    this.#plan = plan;
    this.#subject = subject;
    this.#free = new Set(subject.free.keys());
    const catching = plan.process.elements.filter(({ type }) => type !== 'endEvent' && type !== 'intermediateThrowEvent');
    this.#signalled = catching.filter(({ triggers }) => triggers.some((trigger) => trigger.kind === 'signal'));
    this.#catchers = catching.filter(({ triggers }) => triggers.some(({ kind }) => kind === 'error' || kind === 'escalation'));
    this.#undoing = plan.process.elements.filter(
      ({ forCompensation, triggers, type }) =>
        forCompensation || (type === 'boundaryEvent' && triggers.some(({ kind }) => kind === 'cancel')),
    );
    this.#asking = plan.process.elements.filter(
      ({ type, triggers }) =>
        (type === 'endEvent' || type === 'intermediateThrowEvent') &&
        triggers.some(({ kind }) => kind === 'compensate' || kind === 'cancel'),
    );
    this.#written = new Map(original.elements.map((element) => [element.id, surelyWritten(original, subject, element)]));
  }

  /** Elements that a token may come to when it leaves this one. */
  after(element: Element): readonly Element[] {
    const plan = this.#plan;
    const next = plan.outgoing(element.id).flatMap((flow) => plan.element(flow.to) ?? []);
    const inside = insideOf(plan, element);
    const around = element.parent === null ? undefined : plan.element(element.parent);
    const drains = around && plan.outgoing(element.id).length === 0 ? [...this.after(around), around] : [];
    const border = element.many && element.many.behavior !== 'all' ? plan.boundaries(element.id) : [];
    return [
      ...next,
      ...inside,
      ...drains,
      ...border,
      ...(element.loop ? [element] : []),
      ...this.#thrown(element),
      ...this.#undone(element),
    ];
  }

  /** When something is undone, the next is, or whoever asked for it goes on. */
  #undone({ id, parent, forCompensation }: Element): readonly Element[] {
    const aside = parent !== null && this.#plan.element(parent)?.eventSubProcess === true && this.#plan.outgoing(id).length === 0;
    return forCompensation || aside ? [...this.#undoing, ...this.#asking] : [];
  }

  #thrown({ id, type, triggers }: Element): readonly Element[] {
    if (type !== 'endEvent' && type !== 'intermediateThrowEvent') return [];
    const kinds = new Set(triggers.map(({ kind }) => kind));
    return [
      ...(kinds.has('error') || kinds.has('escalation') ? this.#catchers : []),
      ...(kinds.has('signal') ? this.#signalled : []),
      ...(kinds.has('link') ? this.#plan.linkTargets(id) : []),
      ...(kinds.has('compensate') || kinds.has('cancel') ? this.#undoing : []),
    ];
  }

  /** What may happen to a token while it waits here. */
  beside(element: Element): readonly Element[] {
    const around = element.parent === null ? undefined : this.#plan.element(element.parent);
    return [...this.#plan.boundaries(element.id), ...(around ? [around] : [])];
  }

  entryReads = ({ many, loop, activation }: Element): readonly string[] => [
    ...(activation ? this.#followed(activation) : []),
    ...(many?.over ? this.#followed(many.over) : []),
    ...(loop?.condition && loop.testBefore ? this.#followed(loop.condition) : []),
  ];

  exitReads(element: Element): readonly string[] {
    const conditions = this.#plan.outgoing(element.id).flatMap((flow) => flow.condition ?? []);
    const { completion } = element.many ?? {};
    const again = element.loop?.condition;
    const thrown = element.many?.behavior === 'complex' ? element.many.complex.map(({ condition }) => condition) : [];
    const around = element.parent === null ? undefined : this.#plan.element(element.parent)?.adHoc?.completion;
    return [...conditions, ...(completion ? [completion] : []), ...(again ? [again] : []), ...(around ? [around] : []), ...thrown].flatMap(
      (feel) => this.#followed(feel),
    );
  }

  /** With what decides whether a followed field is shown, as this decides whether it may be empty. */
  #followed(expression: string): readonly string[] {
    const known = this.#known.get(expression);
    if (known) return known;
    const { relevant, fields } = this.#subject;
    const found = new Set<string>();
    const open = [...names(expression)];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (found.has(name) || !(relevant.has(name) || this.#free.has(name))) continue;
      found.add(name);
      const showWhen = fields.get(name)?.showWhen;
      if (showWhen) open.push(...names(showWhen));
    }
    this.#known.set(expression, [...found]);
    return [...found];
  }

  surelyWritten = (element: Element): ReadonlySet<string> => this.#written.get(element.id) ?? new Set();
}

/** Where it begins inside: of an ad-hoc sub-process wherever somebody begins it. */
function insideOf(plan: Plan, { id, type }: Element): readonly Element[] {
  if (type === 'adHocSubProcess') return plan.inside(id).filter(({ incoming }) => incoming.length === 0);
  return type === 'subProcess' || type === 'transaction' ? plan.entries(id) : [];
}

/** What is written anew whatever stood there; items of a multi-instance keep theirs for themselves. */
function surelyWritten(process: Process, subject: Subject, element: Element): ReadonlySet<string> {
  if (element.many) return new Set();
  return new Set(writesOf(process, subject, element).map(({ name }) => name));
}
