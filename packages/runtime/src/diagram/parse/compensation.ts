import { type ElementId, id } from '../../words/ids.ts';
import { type Node, nodeOf, nodesOf } from './node.ts';

/** Which activity undoes which: host of a compensation boundary event → the activity its association points at. Whole process, any depth. */
export function compensationsOf(process: Node): ReadonlyMap<string, ElementId> {
  const undo = new Map<string, ElementId>();
  const look = (container: Node): void => {
    for (const association of nodesOf(container, 'artifacts')) {
      const host = nodeOf(nodeOf(association, 'sourceRef'), 'attachedToRef')?.id;
      const handler = nodeOf(association, 'targetRef')?.id;
      if (host && handler) undo.set(host, id(handler));
    }
    for (const inner of nodesOf(container, 'flowElements')) look(inner);
  };
  look(process);
  return undo;
}
