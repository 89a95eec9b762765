import type { Element, Shape } from 'bpmn-js/lib/model/Types';
import type { Modeler } from '../../modeler.ts';

interface Edit {
  readonly what: string;
  /** Whether only the drawing may be another after it. */
  readonly drawing: boolean;
  readonly start: () => void;
  readonly undo: () => void;
}

interface Modeling {
  removeElements(elements: readonly Element[]): void;
  moveElements(shapes: readonly Shape[], delta: Point, target: Shape | null, hints: { readonly attach: boolean }): void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const STEP: Point = { x: 10, y: 10 };

/**
 * A move of the shape with the most lines; with `every`, moves and removals of every shape in turn. What is attached to a step stays so, as
 * when it is dragged.
 */
export function editsOf(modeler: Modeler, every: boolean): readonly Edit[] {
  const registry = modeler.get<{ filter(test: (element: Element) => boolean): Element[] }>('elementRegistry');
  const modeling = modeler.get<Modeling>('modeling');
  const stack = modeler.get<{ canUndo(): boolean; undo(): void }>('commandStack');
  const undo = (): void => {
    while (stack.canUndo()) stack.undo();
  };
  const move = (shape: Shape): Edit => ({
    what: `${shape.id} moved`,
    drawing: true,
    start: () => modeling.moveElements([shape], STEP, (shape.host as Shape | null | undefined) ?? null, { attach: shape.host != null }),
    undo,
  });
  const removal = (shape: Shape): Edit => ({
    what: `${shape.id} removed`,
    drawing: false,
    start: () => modeling.removeElements([shape]),
    undo,
  });
  const shapes = registry.filter(isShape).toSorted((left, right) => lines(right) - lines(left)) as Shape[];
  return every ? shapes.flatMap((shape) => [move(shape), removal(shape)]) : shapes.slice(0, 1).map(move);
}

const isShape = (element: Element): boolean =>
  element.parent != null && !('waypoints' in element) && !('labelTarget' in element && element.labelTarget != null);

const lines = (element: Element): number => element.incoming.length + element.outgoing.length;
