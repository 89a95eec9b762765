import type { Modeler } from '../../canvas/modeler.ts';
import { showing } from './showing.ts';

/** Chooses an element and brings it into view; what stands on no place of the canvas chooses the whole. */
export function chooseOn(modeler: Modeler, id: string): void {
  const element = showing(modeler, 'elementRegistry').get(id) ?? null;
  showing(modeler, 'selection').select(element);
  if (element) showing(modeler, 'canvas').scrollToElement(element, 60);
}
