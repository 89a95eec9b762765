import { type Choice, on } from './choice.ts';

const START = 'bpmn:StartEvent';

/** What a process can begin with. Within a part with steps only the first has a meaning. */
export const STARTS: readonly Choice[] = [
  { word: 'startByHand', icon: 'start-event-none', bpmn: 'start event', target: { type: START } },
  {
    word: 'startByMessage',
    icon: 'start-event-message',
    bpmn: 'message start event',
    target: { type: START, eventDefinitionType: on('Message') },
  },
  { word: 'startByTime', icon: 'start-event-timer', bpmn: 'timer start event', target: { type: START, eventDefinitionType: on('Timer') } },
  {
    word: 'startBySignal',
    icon: 'start-event-signal',
    bpmn: 'signal start event',
    target: { type: START, eventDefinitionType: on('Signal') },
  },
  {
    word: 'startByCondition',
    does: 'startByConditionDoes',
    icon: 'start-event-condition',
    bpmn: 'conditional start event',
    target: { type: START, eventDefinitionType: on('Conditional') },
  },
  {
    word: 'startByAny',
    does: 'startByAnyDoes',
    icon: 'start-event-multiple',
    bpmn: 'multiple start event',
    target: { type: START, eventDefinitionType: on('Message'), also: [on('Signal')] },
  },
  {
    word: 'startByEach',
    does: 'startByEachDoes',
    icon: 'start-event-parallel-multiple',
    bpmn: 'parallel multiple start event',
    target: { type: START, eventDefinitionType: on('Message'), also: [on('Signal')], parallelMultiple: true },
  },
];

const aside = (word: Choice['word'], icon: string, bpmn: string): Choice => {
  const kind = bpmn.charAt(0).toUpperCase() + bpmn.slice(1);
  return {
    word,
    icon: `start-event-${icon}`,
    bpmn: `${bpmn} start event of an event sub-process`,
    target: { type: START, eventDefinitionType: on(kind) },
  };
};

/** What a part beside the flow can begin with. Whether the flow stops meanwhile is asked in the panel. */
export const ASIDES: readonly Choice[] = [
  aside('onMessage', 'message', 'message'),
  aside('onTime', 'timer', 'timer'),
  aside('onError', 'error', 'error'),
  aside('onSignal', 'signal', 'signal'),
  { ...aside('onCondition', 'condition', 'conditional'), does: 'onConditionDoes' },
  { ...aside('onEscalation', 'escalation', 'escalation'), does: 'onEscalationDoes' },
  {
    ...aside('onUndoing', 'compensation', 'compensate'),
    bpmn: 'compensation start event of an event sub-process',
    does: 'onUndoingDoes',
  },
  {
    word: 'onAny',
    does: 'onAnyDoes',
    icon: 'start-event-multiple',
    bpmn: 'multiple start event of an event sub-process',
    target: { type: START, eventDefinitionType: on('Message'), also: [on('Signal')] },
  },
  {
    word: 'onEach',
    does: 'onEachDoes',
    icon: 'start-event-parallel-multiple',
    bpmn: 'parallel multiple start event of an event sub-process',
    target: { type: START, eventDefinitionType: on('Message'), also: [on('Signal')], parallelMultiple: true },
  },
];
