import { markingKey } from '../kernel/markingKey.ts';
import type { ScopedData } from '../kernel/change.ts';
import type { Marking } from '../kernel/marking.ts';
import type { ElementId, ScopeId } from '../words/ids.ts';
import { canonical, type Json } from '../words/json.ts';

/** Where an explored run stands. Values that nobody has asked for yet are not chosen: `some` value, or `maybe` none. */
export interface State {
  readonly marking: Marking;
  /** Values that were chosen and may still be read, of the case and of items of multi-instances. */
  readonly data: ScopedData;
  readonly open: ReadonlyMap<string, 'some' | 'maybe'>;
  readonly ended: boolean;
  /** By scope that still lives, the ends that were reached in it; only those that are reached once in a run. */
  readonly ends: Ends;
}

export type Ends = ReadonlyMap<ScopeId, readonly ElementId[]>;

export const NO_ENDS: Ends = new Map();

/** Equal for states from which the same can happen. */
export function stateKey({ marking, data, open, ended, ends }: State): string {
  if (ended) return 'ended';
  let key = markingKey(marking);
  for (const scope of marking.scopes) {
    const own = data[scope.id];
    if (own && Object.keys(own).length > 0) key += `|${indexes(marking, scope.id)}${canonical(own as Json)}`;
  }
  for (const [scope, reached] of ends) key += `^${placeOf(marking, scope)}${[...reached].sort().join(',')}`;
  return open.size === 0
    ? key
    : `${key}?${[...open]
        .map(([name, how]) => `${name}:${how}`)
        .sort()
        .join(',')}`;
}

/** Where a scope is, without its number. */
function placeOf(marking: Marking, id: string): string {
  let found = '';
  for (let scope = marking.scopes.find((one) => one.id === id); scope; scope = marking.scopes.find((one) => one.id === scope?.parent))
    found += `${scope.element}[${String(scope.locals.index ?? '')}]`;
  return found;
}

/** Which item of which multi-instance a scope is, without its number. */
function indexes(marking: Marking, id: string): string {
  let found = '';
  for (let scope = marking.scopes.find((one) => one.id === id); scope; scope = marking.scopes.find((one) => one.id === scope?.parent)) {
    if (scope.kind === 'item') found += `${scope.element}[${String(scope.locals.index)}]`;
  }
  return found;
}
