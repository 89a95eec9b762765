import type { Marking } from '../kernel/marking.ts';
import type { ElementId } from '../words/ids.ts';
import { actWords } from './actWords.ts';
import { doneIn } from './doneIn.ts';
import type { Node } from './explore.ts';
import type { Model } from './model.ts';
import { perform } from './perform.ts';
import type { Frame, Play } from './play.ts';

/** Plays the run that leads to a node, once more through the kernel, for its frames. */
export function playOf(model: Model, last: Node, stuck: readonly ElementId[]): Play {
  const done = doneIn(model, last);
  return done.map(({ act, node, pauses }, index): Frame => {
    const final = index === done.length - 1;
    return {
      says: actWords(model, act),
      took: [node, ...pauses].flatMap((one) => tookIn(model, one)),
      at: placesIn(model, final ? last.state.marking : node.state.marking),
      stuck: final ? stuck : [],
    };
  });
}

/** Flows that are drawn; those behind a pause are none. */
function tookIn(model: Model, { from, act }: Node): Frame['took'] {
  const performed = perform(model, from?.state, act);
  if (!performed.ok) return [];
  return performed.effects.flatMap((effect) => (effect.kind === 'took' && !effect.flow.endsWith('~') ? [effect.flow] : []));
}

/** Tokens by element; what waits at a join stands there, and a multi-instance or a loop stands as what runs of it. */
function placesIn({ pauses }: Model, { tokens, arrivals, scopes }: Marking): Frame['at'] {
  const counts = new Map<ElementId, number>();
  const many = new Set(scopes.filter(({ kind }) => kind === 'many' || kind === 'loop').map(({ host }) => host));
  const places = [...tokens.filter(({ visit }) => !many.has(visit)).map(({ element }) => element), ...arrivals.map(({ join }) => join)];
  for (const place of places) {
    const element = pauses.get(place) ?? place;
    counts.set(element, (counts.get(element) ?? 0) + 1);
  }
  return [...counts].map(([element, count]) => ({ element, count }));
}
