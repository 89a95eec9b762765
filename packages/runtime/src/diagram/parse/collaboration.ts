import { id } from '../../words/ids.ts';
import type { MessageFlow, Pool } from '../model.ts';
import { type Node, nodeOf, nodesOf, numberOf } from './node.ts';
import { nameOf } from './words.ts';

/** A participant. */
export const poolOf = (node: Node): Pool => {
  const process = nodeOf(node, 'processRef')?.id;
  const many = nodeOf(node, 'participantMultiplicity');
  const multiplicity = many && { minimum: numberOf(many, 'minimum') ?? 0, maximum: numberOf(many, 'maximum') ?? 1 };
  return { id: id(node.id ?? ''), name: nameOf(node), process: process ? id(process) : null, ...(multiplicity ? { multiplicity } : {}) };
};

/** A message flow. */
export const messageFlowOf = (node: Node): MessageFlow => ({
  id: id(node.id ?? ''),
  name: nameOf(node),
  from: id(nodeOf(node, 'sourceRef')?.id ?? ''),
  to: id(nodeOf(node, 'targetRef')?.id ?? ''),
});

/** The pools and message flows of all collaborations of a file. */
export const collaborationsOf = (
  roots: readonly Node[],
): { readonly pools: readonly Pool[]; readonly messageFlows: readonly MessageFlow[] } => {
  const collaborations = roots.filter((root) => root.$type === 'bpmn:Collaboration');
  return {
    pools: collaborations.flatMap((node) => nodesOf(node, 'participants').map(poolOf)),
    messageFlows: collaborations.flatMap((node) => nodesOf(node, 'messageFlows').map(messageFlowOf)),
  };
};
