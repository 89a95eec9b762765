import type { Explored, Node } from './explore.ts';

/** The nearest state from which the end cannot be reached, though nothing is wrong with it yet. */
export function lostNode({ nodes }: Explored): Node | undefined {
  const saved = new Set(nodes.filter(({ state, flaw }) => state.ended || flaw));
  const open = [...saved];
  for (let node = open.pop(); node; node = open.pop()) {
    for (const before of node.before) {
      if (saved.has(before)) continue;
      saved.add(before);
      open.push(before);
    }
  }
  return nodes.find((node) => !saved.has(node));
}
