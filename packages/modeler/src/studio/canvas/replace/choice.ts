import { isOf, type Drawn } from '../services.ts';
import type { CanvasWord } from '../words/zh.ts';

/** What an element can be changed into. */
export interface Choice {
  readonly word: CanvasWord;
  readonly icon: string;
  /** BPMN's own name, for those who know it. */
  readonly bpmn: string;
  readonly target: Target;
}

export interface Target {
  readonly type: string;
  readonly eventDefinitionType?: string;
  readonly cancelActivity?: boolean;
  readonly isExpanded?: boolean;
  /** Whether several do it, each for one of a list: all at once or one after another. Only for steps. */
  readonly many?: 'parallel' | 'sequential';
}

const on = (kind: string): string => `bpmn:${kind}EventDefinition`;

const STEPS: readonly Choice[] = [
  { word: 'step', icon: 'user-task', bpmn: 'user task', target: { type: 'bpmn:UserTask' } },
  {
    word: 'manyAtOnce',
    icon: 'parallel-mi-marker',
    bpmn: 'parallel multi-instance user task',
    target: { type: 'bpmn:UserTask', many: 'parallel' },
  },
  {
    word: 'manyInTurn',
    icon: 'sequential-mi-marker',
    bpmn: 'sequential multi-instance user task',
    target: { type: 'bpmn:UserTask', many: 'sequential' },
  },
  { word: 'manual', icon: 'manual-task', bpmn: 'manual task', target: { type: 'bpmn:ManualTask' } },
  { word: 'automatic', icon: 'service', bpmn: 'service task', target: { type: 'bpmn:ServiceTask' } },
  { word: 'send', icon: 'send', bpmn: 'send task', target: { type: 'bpmn:SendTask' } },
  { word: 'receive', icon: 'receive', bpmn: 'receive task', target: { type: 'bpmn:ReceiveTask' } },
  { word: 'call', icon: 'call-activity', bpmn: 'call activity', target: { type: 'bpmn:CallActivity' } },
  { word: 'subProcess', icon: 'subprocess-expanded', bpmn: 'sub-process', target: { type: 'bpmn:SubProcess', isExpanded: true } },
];

const GATEWAYS: readonly Choice[] = [
  { word: 'oneWay', icon: 'gateway-xor', bpmn: 'exclusive gateway', target: { type: 'bpmn:ExclusiveGateway' } },
  { word: 'allWays', icon: 'gateway-parallel', bpmn: 'parallel gateway', target: { type: 'bpmn:ParallelGateway' } },
  { word: 'someWays', icon: 'gateway-or', bpmn: 'inclusive gateway', target: { type: 'bpmn:InclusiveGateway' } },
  { word: 'whateverFirst', icon: 'gateway-eventbased', bpmn: 'event-based gateway', target: { type: 'bpmn:EventBasedGateway' } },
];

const STARTS: readonly Choice[] = [
  { word: 'startByHand', icon: 'start-event-none', bpmn: 'start event', target: { type: 'bpmn:StartEvent' } },
  {
    word: 'startByMessage',
    icon: 'start-event-message',
    bpmn: 'message start event',
    target: { type: 'bpmn:StartEvent', eventDefinitionType: on('Message') },
  },
  {
    word: 'startByTime',
    icon: 'start-event-timer',
    bpmn: 'timer start event',
    target: { type: 'bpmn:StartEvent', eventDefinitionType: on('Timer') },
  },
  {
    word: 'startBySignal',
    icon: 'start-event-signal',
    bpmn: 'signal start event',
    target: { type: 'bpmn:StartEvent', eventDefinitionType: on('Signal') },
  },
];

const ENDS: readonly Choice[] = [
  { word: 'endPlain', icon: 'end-event-none', bpmn: 'end event', target: { type: 'bpmn:EndEvent' } },
  {
    word: 'endSending',
    icon: 'end-event-message',
    bpmn: 'message end event',
    target: { type: 'bpmn:EndEvent', eventDefinitionType: on('Message') },
  },
  {
    word: 'endAll',
    icon: 'end-event-terminate',
    bpmn: 'terminate end event',
    target: { type: 'bpmn:EndEvent', eventDefinitionType: on('Terminate') },
  },
  {
    word: 'endFailing',
    icon: 'end-event-error',
    bpmn: 'error end event',
    target: { type: 'bpmn:EndEvent', eventDefinitionType: on('Error') },
  },
  {
    word: 'endNotifying',
    icon: 'end-event-signal',
    bpmn: 'signal end event',
    target: { type: 'bpmn:EndEvent', eventDefinitionType: on('Signal') },
  },
];

const CATCH = 'bpmn:IntermediateCatchEvent';
const THROW = 'bpmn:IntermediateThrowEvent';

const BETWEEN: readonly Choice[] = [
  {
    word: 'wait',
    icon: 'intermediate-event-catch-timer',
    bpmn: 'timer catch event',
    target: { type: CATCH, eventDefinitionType: on('Timer') },
  },
  {
    word: 'receive',
    icon: 'intermediate-event-catch-message',
    bpmn: 'message catch event',
    target: { type: CATCH, eventDefinitionType: on('Message') },
  },
  {
    word: 'send',
    icon: 'intermediate-event-throw-message',
    bpmn: 'message throw event',
    target: { type: THROW, eventDefinitionType: on('Message') },
  },
  {
    word: 'awaitSignal',
    icon: 'intermediate-event-catch-signal',
    bpmn: 'signal catch event',
    target: { type: CATCH, eventDefinitionType: on('Signal') },
  },
  {
    word: 'sendSignal',
    icon: 'intermediate-event-throw-signal',
    bpmn: 'signal throw event',
    target: { type: THROW, eventDefinitionType: on('Signal') },
  },
  { word: 'milestone', icon: 'intermediate-event-none', bpmn: 'intermediate event', target: { type: THROW } },
];

const BOUNDARY = 'bpmn:BoundaryEvent';

const MEANWHILE: readonly Choice[] = [
  {
    word: 'dueAndOn',
    icon: 'intermediate-event-catch-non-interrupting-timer',
    bpmn: 'non-interrupting timer boundary event',
    target: { type: BOUNDARY, eventDefinitionType: on('Timer'), cancelActivity: false },
  },
  {
    word: 'dueAndAway',
    icon: 'intermediate-event-catch-timer',
    bpmn: 'timer boundary event',
    target: { type: BOUNDARY, eventDefinitionType: on('Timer'), cancelActivity: true },
  },
  {
    word: 'mailAndOn',
    icon: 'intermediate-event-catch-non-interrupting-message',
    bpmn: 'non-interrupting message boundary event',
    target: { type: BOUNDARY, eventDefinitionType: on('Message'), cancelActivity: false },
  },
  {
    word: 'mailAndAway',
    icon: 'intermediate-event-catch-message',
    bpmn: 'message boundary event',
    target: { type: BOUNDARY, eventDefinitionType: on('Message'), cancelActivity: true },
  },
  {
    word: 'failedAndAway',
    icon: 'intermediate-event-catch-error',
    bpmn: 'error boundary event',
    target: { type: BOUNDARY, eventDefinitionType: on('Error'), cancelActivity: true },
  },
];

const POOLS: readonly Choice[] = [
  { word: 'ourPool', icon: 'lane', bpmn: 'expanded pool', target: { type: 'bpmn:Participant', isExpanded: true } },
  { word: 'pool', icon: 'participant', bpmn: 'empty pool', target: { type: 'bpmn:Participant', isExpanded: false } },
];

const BY_KIND: readonly (readonly [kind: string, choices: readonly Choice[]])[] = [
  ['bpmn:Activity', STEPS],
  ['bpmn:Gateway', GATEWAYS],
  ['bpmn:StartEvent', STARTS],
  ['bpmn:EndEvent', ENDS],
  ['bpmn:BoundaryEvent', MEANWHILE],
  ['bpmn:IntermediateCatchEvent', BETWEEN],
  ['bpmn:IntermediateThrowEvent', BETWEEN],
  ['bpmn:Participant', POOLS],
];

/** What an element can be changed into, without what it is already; only what the product runs. */
export function choicesFor(element: Drawn): readonly Choice[] {
  const choices = BY_KIND.find(([kind]) => isOf(element, kind))?.[1] ?? [];
  return choices.filter(({ target }) => !isAlready(element, target) && fits(element, target));
}

/** What an element is already, of what it could be changed into; undefined where it is none of these. */
export const choiceOf = (element: Drawn): Choice | undefined =>
  BY_KIND.find(([kind]) => isOf(element, kind))?.[1].find(({ target }) => isAlready(element, target));

/** Within a part with steps of its own only the plain start has a meaning. A pool with steps in it is not emptied by becoming another kind of pool. */
function fits(element: Drawn, { type, eventDefinitionType, isExpanded }: Target): boolean {
  if (type === 'bpmn:Participant')
    return isExpanded === true || !element.children?.some((child) => isOf(child, 'bpmn:FlowNode', 'bpmn:Lane'));
  return type !== 'bpmn:StartEvent' || !eventDefinitionType || !element.businessObject.$parent?.$instanceOf('bpmn:SubProcess');
}

/** Whether the element is just this: its type, what it waits for or sends, and how many do it. */
function isAlready(element: Drawn, target: Target): boolean {
  const meaning = element.businessObject;
  if (meaning.$type !== target.type) return false;
  if (meaning.$type === 'bpmn:Participant') return Boolean(meaning.get('processRef')) === (target.isExpanded === true);
  if (isOf(element, 'bpmn:Activity')) return manyOf(element) === target.many;
  if (!isOf(element, 'bpmn:Event')) return true;
  const [definition] = meaning.get('eventDefinitions') as readonly { readonly $type: string }[];
  if (definition?.$type !== target.eventDefinitionType) return false;
  return target.cancelActivity === undefined || meaning.get('cancelActivity') === target.cancelActivity;
}

/** How many do a step; undefined where one does it, or where it repeats in a way of its own. */
export function manyOf(element: Drawn): Target['many'] {
  const loop = element.businessObject.get('loopCharacteristics') as { readonly isSequential?: boolean } | undefined;
  return loop?.isSequential === undefined ? undefined : loop.isSequential ? 'sequential' : 'parallel';
}
