import { type Choice, on } from './choice.ts';
import { within } from './place.ts';

const END = 'bpmn:EndEvent';

/** What an end can be. */
export const ENDS: readonly Choice[] = [
  { word: 'endPlain', icon: 'end-event-none', bpmn: 'end event', target: { type: END } },
  { word: 'endSending', icon: 'end-event-message', bpmn: 'message end event', target: { type: END, eventDefinitionType: on('Message') } },
  { word: 'endAll', icon: 'end-event-terminate', bpmn: 'terminate end event', target: { type: END, eventDefinitionType: on('Terminate') } },
  { word: 'endFailing', icon: 'end-event-error', bpmn: 'error end event', target: { type: END, eventDefinitionType: on('Error') } },
  { word: 'endSignalling', icon: 'end-event-signal', bpmn: 'signal end event', target: { type: END, eventDefinitionType: on('Signal') } },
  {
    word: 'endEscalating',
    does: 'endEscalatingDoes',
    icon: 'end-event-escalation',
    bpmn: 'escalation end event',
    target: { type: END, eventDefinitionType: on('Escalation') },
  },
  {
    word: 'endUndoing',
    does: 'endUndoingDoes',
    icon: 'end-event-compensation',
    bpmn: 'compensation end event',
    target: { type: END, eventDefinitionType: on('Compensate') },
  },
  {
    word: 'endCancelling',
    does: 'endCancellingDoes',
    icon: 'end-event-cancel',
    bpmn: 'cancel end event',
    target: { type: END, eventDefinitionType: on('Cancel') },
    where: (element) => within(element, 'bpmn:Transaction'),
  },
  {
    word: 'endSeveral',
    does: 'endSeveralDoes',
    icon: 'end-event-multiple',
    bpmn: 'multiple end event',
    target: { type: END, eventDefinitionType: on('Message'), also: [on('Signal')] },
  },
];
