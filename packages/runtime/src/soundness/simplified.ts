import { names } from '../diagram/feel/names.ts';
import type { Element, EventTrigger, Flow, Many, Mapping, Process } from '../diagram/model.ts';
import { type Feel, id } from '../words/ids.ts';
import { isAsked, isListField, type Subject } from './subject.ts';
import { whenName } from './whenName.ts';

/**
 * The process as it is explored: the same elements and ways, with everything left out that no way depends on. A call is one step that
 * ends, as the called process is checked for itself; what comes from outside is chosen by the exploration, so nothing is calculated.
 */
export function simplified(process: Process, subject: Subject): Process {
  const elements = new Map(process.elements.map((element) => [element.id, element]));
  return {
    ...process,
    elements: process.elements.map((element) => simpleElement(element, subject)),
    flows: process.flows.map((flow) => simpleFlow(flow, elements.get(flow.from), subject)),
    fields: process.fields,
  };
}

function simpleFlow(flow: Flow, from: Element | undefined, subject: Subject): Flow {
  const { condition: _, ...bare } = flow;
  if (subject.otherwise.get(flow.from) === flow.id) return bare;
  const condition = subject.conditions.get(flow.id);
  if (condition) return { ...bare, condition };
  return isAsked(flow, from) ? flow : bare;
}

function simpleElement(element: Element, subject: Subject): Element {
  const {
    mapping: _mapping,
    call: _call,
    message,
    many,
    loop,
    adHoc,
    job: _job,
    activation,
    owns: _owns,
    input: _in,
    output: _out,
    ...bare
  } = element;
  return {
    ...bare,
    ...jobOf(element, subject),
    ...(message ? { message: { name: message.name } } : {}),
    ...(many ? { many: simpleMany(many, subject) } : {}),
    ...defaultOf(element, subject),
    ...(adHoc ? { adHoc: adHoc.completion ? { ...adHoc, completion: followedOr(adHoc.completion, subject) } : adHoc } : {}),
    ...(activation ? { activation: followedOr(activation, subject) } : {}),
    ...(loop ? { loop: loop.condition ? { ...loop, condition: followedOr(loop.condition, subject) } : loop } : {}),
    triggers: element.triggers.map((trigger, index) => simpleTrigger(trigger, whenName(element.id, index))),
  };
}

function defaultOf({ id: element, defaultFlow }: Element, { otherwise }: Subject): Pick<Element, 'defaultFlow'> {
  const flow = defaultFlow ?? otherwise.get(element);
  return flow ? { defaultFlow: flow } : {};
}

const followedOr = (condition: Feel, { replaced }: Subject): Feel => replaced.get(condition) ?? condition;

/** When a timer fires is not asked, only whether; a cycle fires once. A conditional event may happen whenever the exploration says so. */
function simpleTrigger(trigger: EventTrigger, when: Feel): EventTrigger {
  if (trigger.kind === 'conditional') return { kind: 'conditional', condition: when };
  if (trigger.kind === 'timer') return { kind: 'timer', timer: { form: 'duration', value: 'P1D', feel: false } };
  return trigger.kind === 'message' ? { kind: 'message', name: trigger.name } : trigger;
}

const TWO = id<'feel'>('["甲", "乙"]');

/** A list has one or two items, or none where it is a field that may be left empty. */
function simpleMany(many: Many, subject: Subject): Many {
  const { cardinality: _, over, completion, ...bare } = many;
  const followed = over !== undefined && isListField(subject.fields, over);
  const collect = many.collect.filter(({ into }) => subject.relevant.has(into));
  const complex = many.complex.map(({ condition, throws }) => ({ condition: followedOr(condition, subject), throws }));
  return { ...bare, ...(completion ? { completion: followedOr(completion, subject) } : {}), complex, collect, over: followed ? over : TWO };
}

/** What a call, a job or a `gc:set` writes of the names that are followed. */
export function outputs(element: Element, subject: Subject): readonly Mapping[] {
  const { call, job, mapping } = element;
  const written = [...(call?.out ?? []), ...(job?.type === 'set' ? job.set : (job?.output ?? [])), ...(mapping ?? [])];
  return written.filter(({ to }) => subject.relevant.has(firstOf(to)));
}

export const firstOf = (path: string): string => path.split('.')[0] ?? path;

const isConstant = ({ from }: { readonly from: Feel }): boolean => names(from).length === 0;

/** A service that only assigns constants stays what it is; one that calculates becomes a job whose answer is free. */
function jobOf(element: Element, subject: Subject): Partial<Element> {
  const { job, call } = element;
  if (call) return { type: 'serviceTask', job: { type: 'service', name: call.key, input: [], output: [] } };
  if (!job) return {};
  if (job.type === 'decide') return { job: { type: 'rule', name: job.table, input: [], output: [] } };
  if (job.type !== 'set') return { job: { ...job, input: [], output: [] } };
  const set = outputs(element, subject);
  if (set.every(isConstant)) return { job: { type: 'set', set } };
  return { job: { type: 'service', name: 'set', input: [], output: [] } };
}
