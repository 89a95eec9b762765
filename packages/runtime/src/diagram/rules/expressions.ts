import { type Feel, id } from '../../words/ids.ts';
import type { Text } from '../../words/text.ts';
import { indexed } from '../indexed.ts';
import type { Element, EventTrigger, Mapping, Process } from '../model.ts';
import { placeName, quoted, wayName } from './placeName.ts';

/** An expression of a process and where it stands; `foreign` ones read another's data: a callee's, a message's, a handler's answer. */
export interface Expression {
  readonly element: string;
  readonly feel: Feel;
  readonly foreign: boolean;
}

/** Every FEEL expression of a process. */
export const expressionsOf = (process: Process): readonly Expression[] => [
  ...process.flows.flatMap(({ id, condition }) => own(id, condition)),
  ...process.fields.flatMap(({ key, showWhen }) => own(key, showWhen)),
  ...process.elements.flatMap(inElement),
];

const own = (element: string, ...feels: readonly (Feel | undefined)[]): readonly Expression[] =>
  feels.flatMap((feel) => (feel === undefined ? [] : [{ element, feel, foreign: false }]));

function inElement(element: Element): readonly Expression[] {
  const { id, many, loop, adHoc, call, job, office } = element;
  const throws = element.type === 'endEvent' || element.type === 'intermediateThrowEvent' || element.type === 'sendTask';
  return [
    ...own(id, element.activation, loop?.condition, adHoc?.completion, element.message?.key),
    ...own(id, many?.cardinality, many?.over, many?.completion, ...(many?.complex.map(({ condition }) => condition) ?? [])),
    ...own(id, ...element.triggers.map(ofTrigger), ...office.deadlines.map(({ when }) => when)),
    ...mapped(id, element.input ?? [], false),
    ...mapped(id, element.output ?? [], false),
    ...mapped(id, call?.in ?? [], false),
    ...mapped(id, call?.out ?? [], true),
    ...mapped(id, element.mapping ?? [], !throws),
    ...(job?.type === 'set'
      ? mapped(id, job.set, false)
      : [...mapped(id, job?.input ?? [], false), ...mapped(id, job?.output ?? [], true)]),
  ];
}

const mapped = (element: string, mappings: readonly Mapping[], foreign: boolean): readonly Expression[] =>
  mappings.map(({ from }) => ({ element, feel: from, foreign }));

function ofTrigger(trigger: EventTrigger): Feel | undefined {
  // one that is not said yet is told by its own rule
  if (trigger.kind === 'conditional') return trigger.condition || undefined;
  if (trigger.kind === 'message') return trigger.key;
  return trigger.kind === 'timer' && trigger.timer.feel ? (trigger.timer.value as Feel) : undefined;
}

/** Where an expression stands, in words: an arrow, a field, or a place. */
export function expressionPlace(process: Process, { element }: Pick<Expression, 'element'>): Required<Text> {
  const flow = indexed(process).flow(element);
  if (flow) return wayName(process, flow);
  const field = process.fields.find(({ key }) => key === element);
  return field ? quoted({ zh: field.name.zh || field.key, en: field.name.en ?? '' }) : placeName(process, id<'bpmn'>(element));
}
