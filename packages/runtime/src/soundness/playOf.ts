import type { Effect } from '../kernel/effect.ts';
import type { Marking } from '../kernel/marking.ts';
import type { ElementId } from '../words/ids.ts';
import { actWords } from './actWords.ts';
import type { Node } from './explore.ts';
import type { Model } from './model.ts';
import { perform } from './perform.ts';
import type { Frame, Play } from './play.ts';

/** Plays the run that leads to a node, once more through the kernel, for its frames. */
export function playOf(model: Model, last: Node, stuck: readonly ElementId[]): Play {
  const nodes: Node[] = [];
  for (let node: Node | undefined = last; node; node = node.from) nodes.unshift(node);
  return nodes.map((node): Frame => {
    const performed = perform(model, node.from?.state, node.act);
    return {
      says: actWords(model, node.act),
      took: performed.ok ? tookIn(performed.effects) : [],
      at: placesIn(node.state.marking),
      stuck: node === last ? stuck : [],
    };
  });
}

const tookIn = (effects: readonly Effect[]): Frame['took'] => effects.flatMap((effect) => (effect.kind === 'took' ? [effect.flow] : []));

/** Tokens by element; what waits at a join stands there, and a multi-instance or a loop stands as what runs of it. */
function placesIn({ tokens, arrivals, scopes }: Marking): Frame['at'] {
  const counts = new Map<ElementId, number>();
  const many = new Set(scopes.filter(({ kind }) => kind === 'many' || kind === 'loop').map(({ host }) => host));
  const places = [...tokens.filter(({ visit }) => !many.has(visit)).map(({ element }) => element), ...arrivals.map(({ join }) => join)];
  for (const element of places) counts.set(element, (counts.get(element) ?? 0) + 1);
  return [...counts].map(([element, count]) => ({ element, count }));
}
