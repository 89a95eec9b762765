import { isOf, type Drawn, type Injector } from '../services.ts';

/**
 * Moves all that begins to the right of a shape by so many units, and widens what it stands in: lanes, pool and parts. Other pools stay where they are.
 */
export function makeRoom(injector: Injector, { beside, right }: { readonly beside: Drawn; readonly right: number }): void {
  const space = injector.get('spaceTool');
  const start = beside.x + beside.width;
  const around = poolOrRoot(beside);
  const { movingShapes, resizingShapes } = space.calculateAdjustments(allWithin(around), 'x', right, start);
  space.makeSpace(movingShapes, resizingShapes, { x: right, y: 0 }, 'e', start);
}

function poolOrRoot(shape: Drawn): Drawn {
  let at = shape;
  while (at.parent && !isOf(at, 'bpmn:Participant')) at = at.parent;
  return at;
}

const allWithin = (element: Drawn): readonly Drawn[] => [element, ...(element.children ?? []).flatMap(allWithin)];
