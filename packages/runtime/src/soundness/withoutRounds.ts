import type { Marking } from '../kernel/marking.ts';
import type { Model } from './model.ts';

/** Forgets how often a loop has gone round where nothing asks for it, as each round would else be a state of its own. */
export function withoutRounds(model: Model, marking: Marking): Marking {
  if (model.countsRounds || !marking.scopes.some(({ loop }) => loop !== undefined)) return marking;
  const scopes = marking.scopes.map((scope) => {
    const bound = scope.loop === undefined || model.element(scope.element)?.loop?.maximum !== undefined;
    return bound ? scope : { ...scope, loop: 1 };
  });
  return { ...marking, scopes };
}
