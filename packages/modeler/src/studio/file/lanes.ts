import { wordsIn } from './extension.ts';
import { elementAt, elementsAt, textAt, type Drawn, type ModdleElement } from './moddle.ts';
import { processOf } from './process.ts';

/** The innermost lane that an element stands in. */
export function laneOf(element: Drawn): ModdleElement | undefined {
  const all = elementsAt(processOf(element), 'laneSets').flatMap(lanesIn);
  return all.findLast((lane) => elementsAt(lane, 'flowNodeRef').includes(element.businessObject));
}

/** The post of that lane, which does the steps that name nobody; empty where there is none. */
export const lanePostOf = (element: Drawn): string => textAt(wordsIn(laneOf(element), 'gc:Post')[0], 'key');

const lanesIn = (set: ModdleElement): readonly ModdleElement[] =>
  elementsAt(set, 'lanes').flatMap((lane) => {
    const inner = elementAt(lane, 'childLaneSet');
    return inner ? [lane, ...lanesIn(inner)] : [lane];
  });
