import { markingKey, placeKey } from '../kernel/markingKey.ts';
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

/** Equal for states from which the same can happen. `tellsItems`: whether it matters which item of a multi-instance is where. */
export function stateKey({ marking, data, open, ended, ends }: State, tellsItems = true): string {
  if (ended) return 'ended';
  const key = markingKey(marking, (scope) => {
    const own = data[scope.id];
    const reached = ends.get(scope.id);
    const values = own && Object.keys(own).length > 0 ? `|${canonical(own as Json)}` : '';
    return `${tellsItems ? placeKey(scope) : ''}${values}${reached ? `^${[...reached].sort().join(',')}` : ''}`;
  });
  return open.size === 0
    ? key
    : `${key}?${[...open]
        .map(([name, how]) => `${name}:${how}`)
        .sort()
        .join(',')}`;
}
