import { isOf, type Drawn, type Injector, type Point } from '../services.ts';
import { makeRoom } from './makeRoom.ts';

/** What is inserted: after an element, or on one arrow. The new shape is not on the canvas yet. */
export interface Insertion {
  readonly shape: Drawn;
  readonly after?: Drawn;
  readonly on?: Drawn;
  /** A way of its own, though there may be one already. */
  readonly anew?: boolean;
}

/** Free space on both sides of a new step, in the diagram's units. */
const GAP = 50;

/**
 * Puts a new step between a step and its follower: the arrow keeps its id, name and condition and ends at the new step, another goes on from there, and
 * what stands to the right makes room. Where there is no follower it is appended. One command, one undo.
 */
export class InsertHandler {
  static $inject = ['injector'];
  readonly #injector: Injector;

  constructor(injector: Injector) {
    this.#injector = injector;
  }

  preExecute({ shape, after, on, anew }: Insertion): void {
    const arrow = on ?? (after && !anew ? onlyWayOn(after) : undefined);
    if (arrow?.source && arrow.target) this.#between(shape, arrow);
    else if (after) this.#append(shape, after);
  }

  execute(): readonly Drawn[] {
    return [];
  }

  revert(): readonly Drawn[] {
    return [];
  }

  #append(shape: Drawn, source: Drawn): void {
    this.#injector.get('modeling').appendShape(source, shape, this.#freePlace(shape, source), source.host?.parent ?? source.parent);
  }

  #between(shape: Drawn, arrow: Drawn): void {
    const { source, target } = arrow;
    if (!source?.parent || !target) return;
    const modeling = this.#injector.get('modeling');
    const place = this.#placeBetween(shape, { source, target });
    const made = modeling.createShape(shape, place, source.parent);
    modeling.reconnectEnd(arrow, made, middleOf(made));
    modeling.connect(made, target, { type: 'bpmn:SequenceFlow' });
    modeling.layoutConnection(arrow, { waypoints: [] });
  }

  /** Beside the step, in its lane, so that the same post is meant; as wide apart as before where that is wide enough. */
  #placeBetween(shape: Drawn, { source, target }: { readonly source: Drawn; readonly target: Drawn }): Point {
    const edge = source.x + source.width;
    const wanted = shape.width + 2 * GAP;
    if (source.host || target.x < edge) return this.#freePlace(shape, source);
    const free = target.x - edge;
    if (free < wanted) makeRoom(this.#injector, { beside: source, right: wanted - free });
    return { x: edge + Math.max(wanted, free) / 2, y: middleOf(source).y };
  }

  #freePlace(shape: Drawn, source: Drawn): Point {
    return this.#injector.get('eventBus').fire('autoPlace', { shape, source }) as Point;
  }
}

/** The one arrow by which it goes on; undefined where there is none, or a choice. */
export function onlyWayOn(element: Drawn): Drawn | undefined {
  const ways = element.outgoing.filter((arrow) => isOf(arrow, 'bpmn:SequenceFlow'));
  return ways.length === 1 ? ways[0] : undefined;
}

const middleOf = (shape: Drawn | undefined): Point => ({
  x: (shape?.x ?? 0) + (shape?.width ?? 0) / 2,
  y: (shape?.y ?? 0) + (shape?.height ?? 0) / 2,
});
