import { id } from '../../words/ids.ts';
import type { Lane } from '../model.ts';
import { type Node, nodeOf, nodesOf, textOf, wordOf } from './node.ts';
import { nameOf } from './words.ts';

/** All lanes, an outer one before those within it. */
export const lanesOf = (process: Node): readonly Lane[] => nodesOf(process, 'laneSets').flatMap(lanesIn);

function lanesIn(set: Node): readonly Lane[] {
  const lanes: Lane[] = [];
  for (const lane of nodesOf(set, 'lanes')) {
    lanes.push(laneOf(lane));
    const inner = nodeOf(lane, 'childLaneSet');
    if (inner) lanes.push(...lanesIn(inner));
  }
  return lanes;
}

function laneOf(lane: Node): Lane {
  const post = textOf(wordOf(lane, 'Post'), 'key');
  return {
    id: id(lane.id ?? ''),
    name: nameOf(lane),
    ...(post ? { post } : {}),
    elements: nodesOf(lane, 'flowNodeRef').map((node) => id(node.id ?? '')),
  };
}
