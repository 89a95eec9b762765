import type { ElementId, FlowId } from '../words/ids.ts';
import { aloneOf, type Block, blocksOf, collapsed } from './block.ts';
import { type Bounds, type Explored, explore } from './explore.ts';
import { lostNode } from './lostNode.ts';
import { type Model, modelOf } from './model.ts';

/**
 * Where there is too much to explore at once, blocks that have to do with nothing around them are decided alone, and each that is sound then
 * counts as one piece of work. It can only show that nothing is wrong: undefined where something may be, and its run is to be looked for in
 * the whole.
 */
export function takenApart(model: Model, bounds: Bounds): Explored | undefined {
  const reached = new Set<ElementId>();
  const taken = new Set<FlowId>();
  const kept: Block[] = [];
  let { process } = model;
  for (const block of blocksOf(model)) {
    // What is not sound within a larger block makes that one unsound, and what could not be told there cannot be told in the larger one.
    const alone = kept.some(({ fork }) => block.inner.has(fork.id)) ? undefined : explored(aloneOf(process, block), bounds);
    if (alone) {
      for (const element of alone.reached) reached.add(element);
      for (const flow of alone.taken) taken.add(flow);
      process = collapsed(process, block);
    } else kept.push(block);
  }
  if (process === model.process) return undefined;
  const whole = explore(modelOf(process, { called: model.called, errorsOf: model.errorsOf }), bounds);
  if (!isSound(whole)) return undefined;
  return {
    nodes: whole.nodes,
    reached: new Set([...reached, ...whole.reached]),
    taken: new Set([...taken, ...whole.taken]),
    thrown: whole.thrown,
    gap: undefined,
    whole: false,
    skimmed: false,
    passing: new Set(),
  };
}

function explored(alone: Model['process'], bounds: Bounds): Explored | undefined {
  const found = explore(modelOf(alone, { called: false }), bounds);
  return isSound(found) ? found : undefined;
}

const isSound = (explored: Explored): boolean =>
  !explored.gap && !explored.skimmed && !explored.nodes.some(({ flaw }) => flaw) && !lostNode(explored);
