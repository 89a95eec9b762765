import { factsOf } from './facts.ts';
import { manyIn, oneIn, type Moddle } from './moddle.ts';

/** How each element is drawn, by its id: place, size, colour, corners, label. Two that are drawn alike have the same text. */
export function layoutOf(root: Moddle): ReadonlyMap<string, string> {
  const drawn = new Map<string, string>();
  for (const diagram of manyIn(root, 'diagrams')) {
    const plane = oneIn(diagram, 'plane');
    for (const shape of plane ? manyIn(plane, 'planeElement') : []) {
      const element = oneIn(shape, 'bpmnElement')?.id;
      if (element === undefined) continue;
      const { bpmnElement: _itself, ...facts } = factsOf(shape);
      drawn.set(element, `${drawn.get(element) ?? ''}${JSON.stringify(facts)}`);
    }
  }
  return drawn;
}
