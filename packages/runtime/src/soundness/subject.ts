import { names } from '../diagram/feel/names.ts';
import type { Element, Flow, Process } from '../diagram/model.ts';
import type { Field } from '../diagram/office.ts';
import { countsFar, isPlain } from './literals.ts';

/** What of a process's data its ways depend on. Everything else is left out of the exploration. */
export interface Subject {
  /** Names whose values are followed. */
  readonly relevant: ReadonlySet<string>;
  /** Flows whose conditions cannot be followed, with the name that stands for their outcome, which is free each time. */
  readonly free: ReadonlyMap<string, string>;
  /** Expressions that read a relevant name, for its values. */
  readonly readers: ReadonlyMap<string, readonly string[]>;
  readonly fields: ReadonlyMap<string, Field>;
}

/** Names that the kernel itself gives within a completion condition. */
const COUNTS = new Set([
  'numberOfInstances',
  'numberOfCompletedInstances',
  'numberOfActiveInstances',
  'numberOfTerminatedInstances',
  'loopCounter',
  'activationCount',
  'waitingForStart',
]);

/** Whether a flow's condition is ever asked: neither on the default flow nor out of a gateway that does not choose. */
export function isAsked(flow: Flow, from: Element | undefined): boolean {
  if (!flow.condition || !from || from.defaultFlow === flow.id) return false;
  return from.type !== 'parallelGateway' && from.type !== 'eventBasedGateway';
}

/** Reads what the ways of a process depend on. */
export function subjectOf(process: Process): Subject {
  const fields = new Map(process.fields.map((field) => [field.key, field]));
  const items = new Set(process.elements.flatMap((element) => (element.many?.as ? [element.many.as] : [])));
  const elements = new Map(process.elements.map((element) => [element.id, element]));
  const free = new Map<string, string>();
  const expressions: string[] = [];
  for (const flow of process.flows) {
    if (!isAsked(flow, elements.get(flow.from)) || !flow.condition) continue;
    const plain = isPlain(flow.condition) && !countsFar(flow.condition) && !names(flow.condition).some((name) => items.has(name));
    if (plain) expressions.push(flow.condition);
    else free.set(flow.id, `free${free.size}`);
  }
  for (const { many, loop, activation } of process.elements) {
    if (activation) expressions.push(activation);
    if (loop?.condition) expressions.push(loop.condition);
    if (many?.over && isListField(fields, many.over)) expressions.push(many.over);
    if (many?.completion) expressions.push(many.completion);
    if (many?.behavior === 'complex') expressions.push(...many.complex.map(({ condition }) => condition));
  }
  return { ...followed({ process, fields, expressions }), free, fields };
}

/** A field that holds the items of a multi-instance: who has filled it in decides whether there are any. */
export function isListField(fields: ReadonlyMap<string, Field>, over: string): boolean {
  const type = fields.get(over)?.type;
  return type === 'persons' || type === 'units' || type === 'files' || type === 'choices' || type === 'table';
}

/** Also what is gathered into a followed list, and what decides whether a followed field is shown. */
function followed(about: {
  readonly process: Process;
  readonly fields: Subject['fields'];
  readonly expressions: readonly string[];
}): Pick<Subject, 'relevant' | 'readers'> {
  const readers = new Map<string, string[]>();
  const open = [...about.expressions];
  for (let expression = open.pop(); expression !== undefined; expression = open.pop()) {
    for (const name of names(expression)) {
      if (COUNTS.has(name)) continue;
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
