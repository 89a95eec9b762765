import { names } from '../diagram/feel/names.ts';
import type { Element, Process } from '../diagram/model.ts';
import { expressionsOf } from '../diagram/rules/expressions.ts';
import type { Plans } from '../kernel/stimulus.ts';
import { compile } from '../plan/compile.ts';
import type { Plan } from '../plan/plan.ts';
import type { DefinitionRef, ElementId, ProcessKey } from '../words/ids.ts';
import { definitionRef } from '../words/ids.ts';
import type { Json } from '../words/json.ts';
import { onceOnly } from './onceOnly.ts';
import { type Pauses, pausesIn, withPauses } from './pauses.ts';
import { type Reading, readingOf } from './reading.ts';
import { lastEnds } from './lastEnds.ts';
import { simplified } from './simplified.ts';
import { type Subject, subjectOf } from './subject.ts';
import { valuesOf } from './values.ts';
import { type Write, writesOf } from './writes.ts';

export type ErrorsOf = (called: ProcessKey) => ReadonlySet<string> | undefined;

/** What lies around a process: whether others call it, so that its errors are theirs to catch, and in what those can end that it calls. */
export interface Calling {
  readonly called: boolean;
  readonly errorsOf: ErrorsOf;
}

/** A process made ready to be explored: worked out once, some milliseconds for a large one. */
export interface Model {
  readonly process: Process;
  readonly subject: Subject;
  readonly plan: Plan;
  readonly plans: Plans;
  readonly reading: Reading;
  /** Names whose values are free each time they are asked for. */
  readonly free: ReadonlySet<string>;
  element(id: ElementId): Element | undefined;
  writes(element: ElementId): readonly Write[];
  values(name: string): readonly Json[];
  /** The errors in which a called process can end; undefined where they are not known. */
  readonly errorsOf: ErrorsOf;
  /** Whether any expression asks for the number of a round. */
  readonly countsRounds: boolean;
  /** Whether it may matter which item of a multi-instance is where: what is gathered or undone has its order, and rounds are counted. */
  readonly tellsItems: boolean;
  readonly called: boolean;
  /** Whether somebody else has drawn it: nothing of an office is said in it. */
  readonly foreign: boolean;
  readonly lastEnds: ReadonlySet<ElementId>;
  readonly pauses: Pauses;
  /** Elements that no circle leads to. */
  readonly once: ReadonlySet<ElementId>;
  /** Whether anything is undone by compensation. */
  readonly undoes: boolean;
  /** What an event leads to, up to the first join. */
  beyond(event: ElementId): ReadonlySet<ElementId>;
}

/** Makes a process ready to be explored. */
export function modelOf(process: Process, calling: Partial<Calling> = {}): Model {
  const subject = subjectOf(process);
  const ref = definitionRef(process.key, 1);
  const { plan, pauses, reading } = paused(process, subject, ref);
  const writes = new Map(process.elements.map((element) => [element.id, writesOf(process, subject, element)]));
  const values = new Map<string, readonly Json[]>();
  const beyond = new Map<ElementId, ReadonlySet<ElementId>>();
  const elements = new Map(process.elements.map((element) => [element.id, element]));
  const countsRounds = expressionsOf(process).some(({ feel }) => names(feel).includes('loopCounter'));
  const undoes = process.elements.some(
    ({ forCompensation, type, triggers }) =>
      forCompensation || (type === 'startEvent' && triggers.some(({ kind }) => kind === 'compensate')),
  );
  return {
    process,
    subject,
    plan,
    plans: { root: ref, get: (one) => (one === ref ? plan : undefined), pin: () => undefined },
    reading,
    pauses,
    free: new Set([...subject.free].flatMap(([name, { kept }]) => (kept ? [] : [name]))),
    countsRounds,
    tellsItems: countsRounds || undoes || plan.process.elements.some(({ many }) => (many?.collect.length ?? 0) > 0),
    errorsOf: calling.errorsOf ?? (() => undefined),
    called: calling.called ?? process.office.starters.length === 0,
    foreign: isForeign(process),
    lastEnds: lastEnds(plan),
    once: onceOnly(plan),
    undoes,
    element: (id) => elements.get(id),
    writes: (id) => writes.get(id) ?? [],
    values(name) {
      const known = values.get(name) ?? valuesOf(process, subject, name);
      values.set(name, known);
      return known;
    },
    beyond(event) {
      const known = beyond.get(event) ?? reachedFrom(plan, event);
      beyond.set(event, known);
      return known;
    },
  };
}

function paused(process: Process, subject: Subject, ref: DefinitionRef): Pick<Model, 'plan' | 'pauses' | 'reading'> {
  const simple = simplified(process, subject);
  const plan = compile(simple, ref);
  const reading = readingOf(plan, process, subject);
  const on = pausesIn(plan, reading);
  if (on.size === 0) return { plan, reading, pauses: new Map() };
  const { process: longer, pauses } = withPauses(simple, on);
  const again = compile(longer, ref);
  return { plan: again, reading: readingOf(again, process, subject), pauses };
}

/** Whether a diagram says nothing of who starts, who does, what is filled in: then it is other people's, and judged by the standard alone. */
export const isForeign = ({ office, fields, elements, foreign }: Process): boolean =>
  foreign?.hasOwn === false ||
  (office.starters.length === 0 &&
    fields.length === 0 &&
    elements.every(({ office: { assignment, decision, access } }) => !assignment && !decision && access.length === 0));

function reachedFrom(plan: Plan, event: ElementId): ReadonlySet<ElementId> {
  const found = new Set<ElementId>();
  const open = [event];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    const joins = plan.incoming(id).length > 1 && /^(parallel|inclusive)Gateway$/.test(plan.element(id)?.type ?? '');
    if (!joins) open.push(...plan.outgoing(id).map(({ to }) => to));
  }
  return found;
}
