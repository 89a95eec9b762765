import type { Token } from '../marking.ts';
import type { Run } from './run.ts';

/** Whether a token is one run of a repeated activity: an item of a multi-instance, a round of a loop. The whole of either is neither. */
export function repetitionOf(run: Run, { scope }: Pick<Token, 'scope'>): 'item' | 'loop' | undefined {
  const kind = run.scopes.get(scope)?.kind;
  return kind === 'item' || kind === 'loop' ? kind : undefined;
}
