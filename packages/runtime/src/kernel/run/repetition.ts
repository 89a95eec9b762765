import type { Scope, Token } from '../marking.ts';
import type { Run } from './run.ts';

/** Whether a token is one run of a repeated activity: an item of a multi-instance, a round of a loop. The whole of either is neither. */
export function repetitionOf(run: Run, { scope }: Pick<Token, 'scope'>): 'item' | 'loop' | undefined {
  return repetitionIn(run.scopes.get(scope));
}

/** As `repetitionOf`, with the token's scope at hand. */
export const repetitionIn = (scope: Scope | undefined): 'item' | 'loop' | undefined =>
  scope?.kind === 'item' || scope?.kind === 'loop' ? scope.kind : undefined;
