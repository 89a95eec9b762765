import type { Effect } from '../kernel/effect.ts';
import type { Marking } from '../kernel/marking.ts';
import type { ElementId, ScopeId } from '../words/ids.ts';
import type { Model } from './model.ts';
import { type Ends, NO_ENDS } from './state.ts';

/** The ends that were reached with this step, in scopes that still live; and one that was reached for the second time, if any. */
export function endsOf(
  model: Model,
  before: Ends,
  { marking, effects }: { readonly marking: Marking; readonly effects: readonly Effect[] },
): { readonly ends: Ends; readonly again: ElementId | undefined } {
  let again: ElementId | undefined;
  let reached: Map<ScopeId, readonly ElementId[]> | undefined;
  for (const effect of effects) {
    if (effect.kind !== 'passed' || effect.pass.closed !== 'completed' || !model.lastEnds.has(effect.pass.element)) continue;
    const { scope, element } = effect.pass;
    reached ??= new Map(before);
    const known = reached.get(scope) ?? [];
    if (known.includes(element)) again ??= element;
    else reached.set(scope, [...known, element]);
  }
  const all = reached ?? before;
  if (all.size === 0) return { ends: NO_ENDS, again };
  const alive = [...all].filter(([scope]) => marking.scopes.some(({ id }) => id === scope));
  return { ends: alive.length > 0 ? new Map(alive) : NO_ENDS, again };
}
