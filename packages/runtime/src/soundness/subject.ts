import { checkFeel } from '../diagram/feel/check.ts';
import { names } from '../diagram/feel/names.ts';
import type { Element, Flow, Process } from '../diagram/model.ts';
import type { Field } from '../diagram/office.ts';
import { variablesOf } from '../diagram/rules/variables.ts';
import { type ElementId, type Feel, type FlowId } from '../words/ids.ts';
import type { Free } from './free.ts';
import { isContingent } from './contingent.ts';
import { standInsFor } from './standIn.ts';
import type { Json } from '../words/json.ts';
import { countsFar, isPlain } from './literals.ts';
import { openWays } from './openWays.ts';
import { GIVEN_NAMES, undecidable } from './undecidable.ts';
import { whenName } from './whenName.ts';

/** What of a process's data its ways depend on. Everything else is left out of the exploration. */
export interface Subject {
  /** Names whose values are followed. */
  readonly relevant: ReadonlySet<string>;
  /** Names whose values are free each time they are asked for, among them those that stand for a condition. */
  readonly free: ReadonlyMap<string, Free>;
  /** What stands for the conditions of flows that are not followed as they are written. */
  readonly conditions: ReadonlyMap<FlowId, Feel>;
  /** The same for conditions within elements: of multi-instances, loops, events. */
  readonly replaced: ReadonlyMap<Feel, Feel>;
  /** Default flows that are none in the diagram. */
  readonly otherwise: ReadonlyMap<ElementId, FlowId>;
  /** Expressions that read a relevant name, for its values. */
  readonly readers: ReadonlyMap<string, readonly string[]>;
  readonly fields: ReadonlyMap<string, Field>;
}

/** Whether a flow's condition is ever asked: neither on the default flow nor out of a gateway that does not choose. */
export function isAsked(flow: Flow, from: Element | undefined): boolean {
  if (!flow.condition || !from || from.defaultFlow === flow.id) return false;
  return from.type !== 'parallelGateway' && from.type !== 'eventBasedGateway';
}

/** Conditions that an element asks by itself. */
const conditionsIn = ({ many, loop, adHoc, activation }: Element): readonly Feel[] => [
  ...(loop?.condition ? [loop.condition] : []),
  ...(many?.completion ? [many.completion] : []),
  ...(many?.behavior === 'complex' ? many.complex.map(({ condition }) => condition) : []),
  ...(adHoc?.completion ? [adHoc.completion] : []),
  ...(activation ? [activation] : []),
];

/** Names whose value no step certainly gives: what nothing writes, and what goes in and out of sub-processes or is theirs. */
function untoldIn(process: Process): (name: string) => boolean {
  const elements = process.elements.map((element) => ({ ...element, owns: [], input: [], output: [] }));
  const told = variablesOf({ ...process, owns: [], elements });
  const crossing = process.elements.flatMap(({ owns = [], input = [], output = [] }) => [
    ...owns,
    ...[...input, ...output].map(({ to }) => to),
  ]);
  const crosses = new Set(crossing);
  return (name) => !told.has(name) || crosses.has(name);
}

/** Reads what the ways of a process depend on. */
export function subjectOf(process: Process): Subject {
  const fields = new Map(process.fields.map((field) => [field.key, field]));
  const elements = new Map(process.elements.map((element) => [element.id, element]));
  const { otherwise, ...ways } = openWays(process);
  const conditions = new Map(ways.conditions);
  const free = new Map<string, Free>(ways.free);
  const asked = process.flows.filter(
    (flow) => isAsked(flow, elements.get(flow.from)) && !conditions.has(flow.id) && otherwise.get(flow.from) !== flow.id,
  );
  const items = new Set(process.elements.flatMap((element) => (element.many?.as ? [element.many.as] : [])));
  const declared = variablesOf(process);
  const isUntold = untoldIn(process);
  const followable = (feel: string): boolean => isPlain(feel) && !countsFar(feel) && !names(feel).some((name) => items.has(name));
  const plain = asked.flatMap(({ condition }) => (condition && followable(condition) ? [condition] : []));
  const inside = process.elements.flatMap(conditionsIn);
  const lost = undecidable([...plain, ...inside], (name) => !declared.has(name) && !GIVEN_NAMES.has(name));
  const expressions = plain.filter((feel) => !lost.has(feel));
  const followed = new Set(expressions);
  const unfollowed = asked.flatMap(({ condition }) => (condition && !followed.has(condition) ? [condition] : []));
  const unread = inside.filter((condition) => lost.has(condition) || checkFeel(condition).length > 0);
  const writtenBySteps = toldByStepsIn(process);
  const standIns = standInsFor(process, [...unfollowed, ...unread], (name) => writtenBySteps.has(name) && !isUntold(name));
  for (const [name, one] of standIns.free) free.set(name, one);
  for (const { id: flow, condition } of asked) {
    const standIn = condition && !followed.has(condition) ? standIns.feel.get(condition) : undefined;
    if (standIn) conditions.set(flow, standIn);
  }
  const replaced = new Map<Feel, Feel>();
  for (const condition of inside) {
    const standIn = unread.includes(condition) ? standIns.feel.get(condition) : undefined;
    if (standIn) replaced.set(condition, standIn);
    else expressions.push(condition);
  }
  for (const element of process.elements) for (const [name, when] of eventConditions(process, element)) free.set(name, when);
  for (const { many } of process.elements) if (many?.over && isListField(fields, many.over)) expressions.push(many.over);
  const read = readIn({ process, fields, expressions });
  for (const name of read.relevant)
    if (isUntold(name)) free.set(name, { why: 'undeclared', values: [], ways: () => [], reads: [], isCertain: () => true, kept: false });
  return { ...read, free, conditions, replaced, otherwise, fields };
}

/** What stands for the conditions of an event: it may happen, or not, at any time. */
function eventConditions(process: Process, { id: element, triggers }: Element): readonly (readonly [string, Free])[] {
  return triggers.flatMap((trigger, index) => {
    if (trigger.kind !== 'conditional') return [];
    const reads = names(trigger.condition);
    const contingent = isContingent(process, trigger.condition) || (reads.length === 1 && isPlain(trigger.condition));
    return [
      [
        whenName(element, index),
        {
          why: 'notFollowed',
          values: [true],
          ways: () => [],
          reads,
          isCertain: (_value: Json, again: boolean) => contingent && !again,
          kept: false,
        },
      ] as const,
    ];
  });
}

/**
 * Names that nothing but the steps that people do, what is answered to them and what comes back from calls writes, for the whole case: of these it
 * is known when they may have changed.
 */
function toldByStepsIn({ fields, elements }: Process): ReadonlySet<string> {
  const told = new Set([
    ...fields.flatMap(({ key, perItem }) => (perItem ? [] : [key])),
    ...elements.flatMap(({ office, many }) => (office.decision && !many ? [office.decision.key] : [])),
  ]);
  for (const { job, mapping, many } of elements) {
    const otherwise = [...(mapping ?? []), ...(job?.type === 'set' ? job.set : [])].map(({ to }) => to.split('.')[0] ?? to);
    for (const name of [...otherwise, ...(many?.collect ?? []).map(({ into }) => into), ...(many?.as ? [many.as] : [])]) told.delete(name);
  }
  return told;
}

/** A field that holds the items of a multi-instance: who has filled it in decides whether there are any. */
export function isListField(fields: ReadonlyMap<string, Field>, over: string): boolean {
  const type = fields.get(over)?.type;
  return type === 'persons' || type === 'units' || type === 'files' || type === 'choices' || type === 'table';
}

/** Also what is gathered into a followed list, and what decides whether a followed field is shown. */
function readIn(about: {
  readonly process: Process;
  readonly fields: Subject['fields'];
  readonly expressions: readonly string[];
}): Pick<Subject, 'relevant' | 'readers'> {
  const readers = new Map<string, string[]>();
  const open = [...about.expressions];
  for (let expression = open.pop(); expression !== undefined; expression = open.pop()) {
    for (const name of names(expression)) {
      if (GIVEN_NAMES.has(name)) continue;
      const known = readers.get(name);
      if (known?.includes(expression)) continue;
      readers.set(name, [...(known ?? []), expression]);
      if (known) continue;
      const showWhen = about.fields.get(name)?.showWhen;
      if (showWhen) open.push(showWhen);
      gathered(about.process, name, (field) => readers.set(field, [...(readers.get(field) ?? []), expression ?? '']));
    }
  }
  return { relevant: new Set(readers.keys()), readers };
}

function gathered(process: Process, into: string, add: (field: string) => void): void {
  for (const { many } of process.elements)
    for (const one of many?.collect ?? []) if (one.into === into && one.field !== into) add(one.field);
}
