import { elementAt, type Drawn, type ModdleElement, type Modeling, type Services } from '../../file/moddle.ts';

/** How a step is done again: asked before each time, after each time, or not at all. */
export type Repeating = 'once' | 'before' | 'after';

/** The loop of a step; undefined where it is done once, or by several. */
export function repeatOf({ businessObject }: Drawn): ModdleElement | undefined {
  const loop = elementAt(businessObject, 'loopCharacteristics');
  return loop?.$type === 'bpmn:StandardLoopCharacteristics' ? loop : undefined;
}

/** When the condition of a loop is asked. */
export const askedWhen = (loop: ModdleElement): 'before' | 'after' => (loop.get('testBefore') === true ? 'before' : 'after');

/** How often at most; undefined where only its condition ends it. */
export function mostOf(loop: ModdleElement): number | undefined {
  const most = Number(loop.get('loopMaximum') ?? Number.NaN);
  return Number.isInteger(most) ? most : undefined;
}

/** When it is asked whether the step is done again; `once` takes the loop away. One command. */
export function putRepeating(modeler: Services, element: Drawn, when: Repeating): void {
  const loop = repeatOf(element);
  const modeling = modeler.get<Modeling>('modeling');
  if (!loop) return;
  if (when === 'once') modeling.updateProperties(element, { loopCharacteristics: undefined });
  else if (when !== askedWhen(loop)) modeling.updateModdleProperties(element, loop, { testBefore: when === 'before' || undefined });
}
