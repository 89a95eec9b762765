import { type ElementId, id } from '../../words/ids.ts';
import type { Lane } from '../model.ts';
import { type Node, nodeOf, nodesOf, textOf, wordOf } from './node.ts';
import { nameOf } from './words.ts';

/** All lanes, an outer one before those within it. */
export const lanesOf = (process: Node): readonly Lane[] => nodesOf(process, 'laneSets').flatMap((set) => lanesIn(set));

function lanesIn(set: Node, within?: ElementId): readonly Lane[] {
  const lanes: Lane[] = [];
  for (const lane of nodesOf(set, 'lanes')) {
    const found = laneOf(lane, within);
    lanes.push(found);
    const inner = nodeOf(lane, 'childLaneSet');
    if (inner) lanes.push(...lanesIn(inner, found.id));
  }
  return lanes;
}

function laneOf(lane: Node, within: ElementId | undefined): Lane {
  const post = textOf(wordOf(lane, 'Post'), 'key');
  return {
    id: id(lane.id ?? ''),
    name: nameOf(lane),
    ...(post ? { post } : {}),
    ...(within ? { within } : {}),
    elements: nodesOf(lane, 'flowNodeRef').map((node) => id(node.id ?? '')),
  };
}
