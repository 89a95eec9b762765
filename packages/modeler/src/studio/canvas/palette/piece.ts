import type { Drawn, Injector, Meaning } from '../services.ts';
import type { CanvasWord } from '../words/zh.ts';

/** What can be placed on the canvas: all of it is run by the product. */
export type Piece =
  | 'start'
  | 'step'
  | 'many'
  | 'decision'
  | 'parallel'
  | 'limit'
  | 'receive'
  | 'call'
  | 'end'
  | 'subProcess'
  | 'aside'
  | 'automatic'
  | 'send'
  | 'manual'
  | 'wait'
  | 'pool'
  | 'note';

interface Look {
  readonly icon: string;
  /** BPMN's own name, for those who know it. */
  readonly bpmn: string;
  readonly shape: object;
}

/** How each piece looks and what it is in BPMN. */
export const PIECES: { readonly [piece in Piece]: Look } = {
  start: { icon: 'start-event-none', bpmn: 'start event', shape: { type: 'bpmn:StartEvent' } },
  step: { icon: 'user-task', bpmn: 'user task', shape: { type: 'bpmn:UserTask' } },
  many: { icon: 'parallel-mi-marker', bpmn: 'multi-instance user task', shape: { type: 'bpmn:UserTask' } },
  decision: { icon: 'gateway-xor', bpmn: 'exclusive gateway', shape: { type: 'bpmn:ExclusiveGateway' } },
  parallel: { icon: 'gateway-parallel', bpmn: 'parallel gateway', shape: { type: 'bpmn:ParallelGateway' } },
  limit: {
    icon: 'intermediate-event-catch-non-interrupting-timer',
    bpmn: 'timer boundary event',
    shape: { type: 'bpmn:BoundaryEvent', eventDefinitionType: 'bpmn:TimerEventDefinition', cancelActivity: false },
  },
  receive: { icon: 'receive', bpmn: 'receive task', shape: { type: 'bpmn:ReceiveTask' } },
  call: { icon: 'call-activity', bpmn: 'call activity', shape: { type: 'bpmn:CallActivity' } },
  end: { icon: 'end-event-none', bpmn: 'end event', shape: { type: 'bpmn:EndEvent' } },
  subProcess: { icon: 'subprocess-expanded', bpmn: 'sub-process', shape: { type: 'bpmn:SubProcess', isExpanded: true } },
  aside: {
    icon: 'event-subprocess-expanded',
    bpmn: 'event sub-process',
    shape: { type: 'bpmn:SubProcess', triggeredByEvent: true, isExpanded: true },
  },
  automatic: { icon: 'service', bpmn: 'service task', shape: { type: 'bpmn:ServiceTask' } },
  send: { icon: 'send', bpmn: 'send task', shape: { type: 'bpmn:SendTask' } },
  manual: { icon: 'manual-task', bpmn: 'manual task', shape: { type: 'bpmn:ManualTask' } },
  wait: {
    icon: 'intermediate-event-catch-timer',
    bpmn: 'intermediate timer event',
    shape: { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:TimerEventDefinition' },
  },
  pool: { icon: 'participant', bpmn: 'participant', shape: { type: 'bpmn:Participant', isExpanded: false } },
  note: { icon: 'text-annotation', bpmn: 'text annotation', shape: { type: 'bpmn:TextAnnotation' } },
};

/** The name of a piece, and of what stands beside it in the palette; every piece has a word of its own name. */
export const wordOfPiece = (piece: Piece): CanvasWord => piece;

/** New shapes for a piece, not yet on the canvas: one, or a part together with its start. */
export function makePiece(injector: Injector, piece: Piece): readonly [Drawn, ...Drawn[]] {
  const factory = injector.get('elementFactory');
  const shape = factory.createShape({ ...PIECES[piece].shape });
  if (piece === 'many')
    shape.businessObject.set('loopCharacteristics', manyTimes(injector, { of: shape.businessObject, sequential: false }));
  if (piece !== 'subProcess' && piece !== 'aside') return [shape];
  const begins = piece === 'aside' ? { eventDefinitionType: 'bpmn:MessageEventDefinition', isInterrupting: false } : {};
  return [shape, factory.createShape({ type: 'bpmn:StartEvent', x: 40, y: 82, parent: shape, ...begins })];
}

/**
 * The mark of a step that several do, each as one of a list. Over which list is asked in the panel; until then the checks say that it is
 * missing.
 */
export function manyTimes(injector: Injector, { of, sequential }: { readonly of: Meaning; readonly sequential: boolean }): Meaning {
  const factory = injector.get('bpmnFactory');
  const loop = factory.create('bpmn:MultiInstanceLoopCharacteristics', sequential ? { isSequential: true } : {});
  const extension = factory.create('bpmn:ExtensionElements');
  const items = factory.create('gc:Items', { as: 'signer' });
  items.$parent = extension;
  extension.set('values', [items]);
  extension.$parent = loop;
  loop.set('extensionElements', extension);
  loop.$parent = of;
  return loop;
}
