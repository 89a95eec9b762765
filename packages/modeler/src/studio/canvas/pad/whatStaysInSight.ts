import { boxesAlong } from '../geometry/boxesAlong.ts';
import { isOf, type Box, type Drawn } from '../services.ts';
import type { InSight } from './freeSide.ts';

/** How wide an arrow counts, in the diagram's units: as wide as it is to the hand. */
const ARROW = 10;

/** What of a diagram the pad should leave to be seen and clicked: what is connected with the chosen first, then all steps and names, then other arrows. */
export function whatStaysInSight(all: readonly Drawn[], chosen: Drawn): readonly InSight[] {
  const arrows = new Set([...chosen.incoming, ...chosen.outgoing]);
  const next = new Set([chosen, ...arrows].flatMap(({ source, target }) => [source, target]));
  return all.flatMap((element): readonly InSight[] => {
    if (element === chosen || element.hidden) return [];
    const { waypoints } = element;
    if (waypoints) return boxesAlong(waypoints).map((part) => ({ ...wide(part), weight: arrows.has(element) ? 3 : 1 }));
    if (element.labelTarget) return [{ ...boxOf(element), weight: 4 }];
    if (!isOf(element, 'bpmn:FlowNode', 'bpmn:TextAnnotation') || element.children?.some((child) => !child.waypoints && !child.labelTarget))
      return [];
    return [{ ...boxOf(element), weight: next.has(element) ? 10 : 5 }];
  });
}

const wide = ({ x, y, width, height }: Box): Box => ({ x: x - ARROW / 2, y: y - ARROW / 2, width: width + ARROW, height: height + ARROW });

const boxOf = ({ x, y, width, height }: Box): Box => ({ x, y, width, height });
