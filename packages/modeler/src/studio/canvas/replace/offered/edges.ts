import { isOf } from '../../services.ts';
import { type Choice, on } from './choice.ts';
import { nothingAfter } from './place.ts';

const BOUNDARY = 'bpmn:BoundaryEvent';

/** What can happen at the edge of a step while it is done. Either the step goes on beside, or it is left. */
export const EDGES: readonly Choice[] = [
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
  seldom('signal', 'Signal', 'onSignal'),
  seldom('escalation', 'Escalation', 'onEscalation'),
  seldom('condition', 'Conditional', 'onCondition'),
  {
    word: 'canBeUndone',
    does: 'canBeUndoneDoes',
    icon: 'intermediate-event-catch-compensation',
    bpmn: 'compensation boundary event',
    target: { type: BOUNDARY, eventDefinitionType: on('Compensate'), cancelActivity: true },
    where: nothingAfter,
  },
  {
    word: 'cancelledAndAway',
    does: 'cancelledAndAwayDoes',
    icon: 'intermediate-event-catch-cancel',
    bpmn: 'cancel boundary event',
    target: { type: BOUNDARY, eventDefinitionType: on('Cancel'), cancelActivity: true },
    where: ({ host }) => host !== undefined && isOf(host, 'bpmn:Transaction'),
  },
  seldom('multiple', 'Message', 'onAny'),
  seldom('parallel-multiple', 'Message', 'onEach'),
];

/** What happens seldom is offered once: whether the step goes on beside it is asked in the panel, and stays as it was until then. */
function seldom(icon: string, kind: string, word: Choice['word']): Choice {
  const several = icon.endsWith('multiple');
  return {
    word,
    does: `${word}Meanwhile` as Choice['word'],
    icon: `intermediate-event-catch-${icon}`,
    bpmn: `${several ? icon.replace('-', ' ') : kind.toLowerCase()} boundary event`,
    target: {
      type: BOUNDARY,
      eventDefinitionType: on(kind),
      ...(several ? { also: [on('Signal')] } : {}),
      ...(icon === 'parallel-multiple' ? { parallelMultiple: true } : {}),
    },
  };
}
