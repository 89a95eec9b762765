import { type Choice, on } from './choice.ts';
import { behindWait, nothingAfter, nothingBefore } from './place.ts';

const CATCH = 'bpmn:IntermediateCatchEvent';
const THROW = 'bpmn:IntermediateThrowEvent';

/** What can happen on the way between two steps. */
export const BETWEEN: readonly Choice[] = [
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
  {
    word: 'awaitCondition',
    does: 'awaitConditionDoes',
    icon: 'intermediate-event-catch-condition',
    bpmn: 'conditional catch event',
    target: { type: CATCH, eventDefinitionType: on('Conditional') },
  },
  {
    word: 'escalate',
    does: 'escalateDoes',
    icon: 'intermediate-event-throw-escalation',
    bpmn: 'escalation throw event',
    target: { type: THROW, eventDefinitionType: on('Escalation') },
  },
  {
    word: 'undo',
    does: 'undoDoes',
    icon: 'intermediate-event-throw-compensation',
    bpmn: 'compensation throw event',
    target: { type: THROW, eventDefinitionType: on('Compensate') },
  },
  {
    word: 'awaitAny',
    does: 'awaitAnyDoes',
    icon: 'intermediate-event-catch-multiple',
    bpmn: 'multiple catch event',
    target: { type: CATCH, eventDefinitionType: on('Message'), also: [on('Timer')] },
  },
  {
    word: 'awaitEach',
    does: 'awaitEachDoes',
    icon: 'intermediate-event-catch-parallel-multiple',
    bpmn: 'parallel multiple catch event',
    target: { type: CATCH, eventDefinitionType: on('Message'), also: [on('Signal')], parallelMultiple: true },
    where: (element) => !behindWait(element),
  },
  {
    word: 'sendSeveral',
    does: 'sendSeveralDoes',
    icon: 'intermediate-event-throw-multiple',
    bpmn: 'multiple throw event',
    target: { type: THROW, eventDefinitionType: on('Message'), also: [on('Signal')] },
  },
  {
    word: 'jumpAway',
    does: 'jumpAwayDoes',
    icon: 'intermediate-event-throw-link',
    bpmn: 'link throw event',
    target: { type: THROW, eventDefinitionType: on('Link') },
    where: nothingAfter,
  },
  {
    word: 'jumpHere',
    does: 'jumpHereDoes',
    icon: 'intermediate-event-catch-link',
    bpmn: 'link catch event',
    target: { type: CATCH, eventDefinitionType: on('Link') },
    where: nothingBefore,
  },
];
