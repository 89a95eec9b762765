import { manyTimes } from '../palette/piece.ts';
import { isOf, type Drawn, type Injector } from '../services.ts';
import { manyOf, repeats, type Target } from './choice.ts';
import { letAwait } from './letAwait.ts';
import { grows, letGrow } from './letGrow.ts';
import { letHappen } from './letHappen.ts';
import { letHold } from './letHold.ts';
import { letUndo } from './letUndo.ts';

/** An element that is to become something else; `became` is set when it has. */
export interface Becoming {
  readonly element: Drawn;
  readonly target: Target;
  became?: Drawn;
}

/**
 * Makes something else of an element, in one command. Its id, names, arrows, lane, what is attached and what our vocabulary says of it stay, and so
 * does the list where several do it, be it at once or in turn. What the new kind cannot do without – a step within, a second event – is made with it.
 */
export class BecomeHandler {
  static $inject = ['injector'];
  readonly #injector: Injector;

  constructor(injector: Injector) {
    this.#injector = injector;
  }

  preExecute(becoming: Becoming): void {
    const { element, target } = becoming;
    const by = { ...target, many: undefined, repeated: undefined, also: undefined, parallelMultiple: undefined };
    const sameKind = element.businessObject.$type === target.type && isOf(element, 'bpmn:Activity');
    if (target.type === 'bpmn:EventBasedGateway') letAwait(this.#injector, element);
    const room = grows(element, target.isExpanded) ? letGrow(this.#injector, element) : undefined;
    const became = sameKind ? element : this.#injector.get('bpmnReplace').replaceElement(element, by);
    becoming.became = became;
    if (room) this.#injector.get('modeling').moveShape(became, room);
    if (isOf(became, 'bpmn:Event')) letHappen(this.#injector, became, target);
    if (isOf(became, 'bpmn:BoundaryEvent')) letUndo(this.#injector, became);
    if (!isOf(became, 'bpmn:Activity')) return;
    this.#letBegin(became, target);
    this.#letDo(became, target);
    if (isOf(became, 'bpmn:SubProcess')) letHold(this.#injector, became, element);
  }

  execute(): readonly Drawn[] {
    return [];
  }

  revert(): readonly Drawn[] {
    return [];
  }

  #letBegin(step: Drawn, { type, instantiate, triggeredByEvent = false }: Target): void {
    const modeling = this.#injector.get('modeling');
    const meaning = step.businessObject;
    if (type === 'bpmn:ReceiveTask' && (meaning.get('instantiate') === true) !== (instantiate ?? false))
      modeling.updateProperties(step, { instantiate: instantiate || undefined });
    if (isOf(step, 'bpmn:SubProcess') && (meaning.get('triggeredByEvent') === true) !== triggeredByEvent)
      modeling.updateProperties(step, { triggeredByEvent: triggeredByEvent || undefined });
  }

  #letDo(step: Drawn, { many, repeated = false, triggeredByEvent }: Target): void {
    if (manyOf(step) === many && repeats(step) === repeated) return;
    const modeling = this.#injector.get('modeling');
    const loop = step.businessObject.get('loopCharacteristics');
    if (repeated && !triggeredByEvent) {
      const again = this.#injector.get('bpmnFactory').create('bpmn:StandardLoopCharacteristics');
      again.$parent = step.businessObject;
      modeling.updateProperties(step, { loopCharacteristics: again });
    } else if (!many) modeling.updateProperties(step, { loopCharacteristics: undefined });
    else if (loop && manyOf(step)) modeling.updateModdleProperties(step, loop, { isSequential: many === 'sequential' });
    else
      modeling.updateProperties(step, {
        loopCharacteristics: manyTimes(this.#injector, { of: step.businessObject, sequential: many === 'sequential' }),
      });
  }
}
