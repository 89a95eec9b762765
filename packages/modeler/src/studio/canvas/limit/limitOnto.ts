import { isOf, type Drawn, type Injector, type Point } from '../services.ts';
import { makePiece } from '../palette/piece.ts';

/** Whether a time limit can be put onto this element: onto whatever takes time. */
export const canBeLimited = (element: Drawn): boolean =>
  isOf(element, 'bpmn:Activity') &&
  !element.labelTarget &&
  !element.businessObject.get('triggeredByEvent') &&
  !element.businessObject.get('isForCompensation');

/** Puts a time limit onto a step, at its lower edge beside those that are there. When it is due is asked in the panel. */
export function limitOnto(injector: Injector, step: Drawn): Drawn {
  const [limit] = makePiece(injector, 'limit');
  const made = injector.get('modeling').createShape(limit, freeCorner(step), step, { attach: true });
  injector.get('selection').select(made);
  return made;
}

/** On the lower edge, from the right, beside those that sit there already. */
export function freeCorner(step: Drawn): Point {
  const beside = (step.attachers ?? []).length;
  return { x: step.x + step.width - 22 - ((beside * 42) % Math.max(step.width - 40, 1)), y: step.y + step.height };
}
