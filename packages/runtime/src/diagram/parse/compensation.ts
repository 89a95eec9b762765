import { type ElementId, id } from '../../words/ids.ts';
import { type Node, nodeOf, nodesOf, typeOf } from './node.ts';

/** Which activity undoes which: host of a compensation boundary event → the activity that an association joins with it. Whole process, any depth. */
export function compensationsOf(process: Node): ReadonlyMap<string, ElementId> {
  const undo = new Map<string, ElementId>();
  const look = (container: Node): void => {
    for (const association of nodesOf(container, 'artifacts')) {
      const ends = [nodeOf(association, 'sourceRef'), nodeOf(association, 'targetRef')];
      const host = nodeOf(ends.find(isCompensation), 'attachedToRef')?.id;
      const handler = ends.find((end) => end?.$instanceOf('bpmn:Activity'))?.id;
      if (host && handler) undo.set(host, id(handler));
    }
    for (const inner of nodesOf(container, 'flowElements')) look(inner);
  };
  look(process);
  return undo;
}

/** Whether the end of an association is a boundary event that waits to undo its host; notes are fixed by associations, too. */
const isCompensation = (end: Node | undefined): boolean =>
  [...nodesOf(end, 'eventDefinitions'), ...nodesOf(end, 'eventDefinitionRef')].some(
    (definition) => typeOf(definition) === 'compensateEventDefinition',
  );
