import type { ElementId, FlowId } from '../words/ids.ts';
import { aloneOf, blocksOf, collapsed } from './block.ts';
import { type Bounds, type Explored, explore } from './explore.ts';
import { lostNode } from './lostNode.ts';
import { type Model, modelOf } from './model.ts';

/** So many blocks are taken out one after the other. */
const MOST = 40;

/**
 * Where there is too much to explore at once, blocks that have to do with nothing around them are decided alone, and each that is sound then
 * counts as one piece of work. It can only show that nothing is wrong: undefined where something may be, and its run is to be looked for in
 * the whole.
 */
export function takenApart(model: Model, bounds: Bounds): Explored | undefined {
  const reached = new Set<ElementId>();
  const taken = new Set<FlowId>();
  let whole = model;
  for (let count = 0; count < MOST; count += 1) {
    const smaller = withoutOne(whole, bounds);
    if (!smaller) break;
    for (const element of smaller.alone.reached) reached.add(element);
    for (const flow of smaller.alone.taken) taken.add(flow);
    whole = smaller.model;
  }
  if (whole === model) return undefined;
  const explored = explore(whole, bounds);
  if (!isSound(explored)) return undefined;
  return {
    nodes: explored.nodes,
    reached: new Set([...reached, ...explored.reached]),
    taken: new Set([...taken, ...explored.taken]),
    thrown: explored.thrown,
    gap: undefined,
    whole: false,
    skimmed: false,
    passing: new Set(),
  };
}

function withoutOne(model: Model, bounds: Bounds): { readonly model: Model; readonly alone: Explored } | undefined {
  for (const block of blocksOf(model)) {
    const alone = explore(modelOf(aloneOf(model.process, block), { called: false }), bounds);
    if (isSound(alone))
      return { alone, model: modelOf(collapsed(model.process, block), { called: model.called, errorsOf: model.errorsOf }) };
  }
  return undefined;
}

const isSound = (explored: Explored): boolean =>
  !explored.gap && !explored.skimmed && !explored.nodes.some(({ flaw }) => flaw) && !lostNode(explored);
