import { manyTimes } from '../palette/piece.ts';
import { isOf, type Drawn, type Injector } from '../services.ts';
import { manyOf, type Target } from './choice.ts';

/** An element that is to become something else; `became` is set when it has. */
export interface Becoming {
  readonly element: Drawn;
  readonly target: Target;
  became?: Drawn;
}

/**
 * Makes something else of an element, in one command. Its id, names, arrows, lane, what is attached and what our vocabulary says of it stay, and so
 * does the list where several do it, be it at once or in turn.
 */
export class BecomeHandler {
  static $inject = ['injector'];
  readonly #injector: Injector;

  constructor(injector: Injector) {
    this.#injector = injector;
  }

  preExecute(becoming: Becoming): void {
    const { element, target } = becoming;
    const { many, ...by } = target;
    const sameKind = element.businessObject.$type === target.type && isOf(element, 'bpmn:Activity');
    const became = sameKind ? element : this.#injector.get('bpmnReplace').replaceElement(element, by);
    becoming.became = became;
    if (isOf(became, 'bpmn:Activity')) this.#letDo(became, many);
  }

  execute(): readonly Drawn[] {
    return [];
  }

  revert(): readonly Drawn[] {
    return [];
  }

  #letDo(step: Drawn, many: Target['many']): void {
    if (manyOf(step) === many) return;
    const modeling = this.#injector.get('modeling');
    const loop = step.businessObject.get('loopCharacteristics');
    if (!many) modeling.updateProperties(step, { loopCharacteristics: undefined });
    else if (loop && manyOf(step)) modeling.updateModdleProperties(step, loop, { isSequential: many === 'sequential' });
    else
      modeling.updateProperties(step, {
        loopCharacteristics: manyTimes(this.#injector, { of: step.businessObject, sequential: many === 'sequential' }),
      });
  }
}
