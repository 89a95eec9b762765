import { clearPlace } from './clearPlace.ts';
import { isOf, type Drawn, type Injector, type Point } from '../services.ts';

/** What is inserted: after an element, or on one arrow. The new shape is not on the canvas yet. */
export interface Insertion {
  readonly shape: Drawn;
  readonly after?: Drawn;
  readonly on?: Drawn;
  /** A way of its own, though there may be one already. */
  readonly anew?: boolean;
}

/** Puts a new step onto the arrow from a step to its follower (see InsertOnArrow). Where there is no follower it is appended. One command, one undo. */
export class InsertHandler {
  static $inject = ['injector'];
  readonly #injector: Injector;

  constructor(injector: Injector) {
    this.#injector = injector;
  }

  preExecute({ shape, after, on, anew }: Insertion): void {
    const arrow = on ?? (after && !anew ? onlyWayOn(after) : undefined);
    const modeling = this.#injector.get('modeling');
    if (arrow) modeling.createShape(shape, NOWHERE, arrow);
    else if (after) modeling.appendShape(after, shape, this.#freePlace(shape, after), after.host?.parent ?? after.parent);
  }

  execute(): readonly Drawn[] {
    return [];
  }

  revert(): readonly Drawn[] {
    return [];
  }

  #freePlace(shape: Drawn, source: Drawn): Point {
    const wanted = this.#injector.get('eventBus').fire('autoPlace', { shape, source }) as Point;
    return clearPlace(this.#injector, shape, { wanted, beside: source });
  }
}

/** Says that nobody pointed at a place. */
export const NOWHERE: Point = { x: Number.NaN, y: Number.NaN };

/** The one arrow by which it goes on; undefined where there is none, or a choice. */
export function onlyWayOn(element: Drawn): Drawn | undefined {
  const ways = element.outgoing.filter((arrow) => isOf(arrow, 'bpmn:SequenceFlow'));
  return ways.length === 1 ? ways[0] : undefined;
}
