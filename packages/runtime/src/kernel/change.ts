import type { ScopeId } from '../words/ids.ts';
import type { Data, Json } from '../words/json.ts';

/** One field's change; `was` is the value it was based on, so that a conflict shows per field. `to` undefined removes it. */
export interface Change {
  readonly scope: ScopeId;
  readonly path: readonly string[];
  readonly to: Json | undefined;
  readonly was?: Json;
}

/** Data by scope id: the case's own, called definitions', multi-instance items'. Kept beside the marking, never in it. */
export type ScopedData = { readonly [scope: string]: Data };

/** The data after a change; only what is on its path is made anew. An empty path is the whole scope: removed when it is over. */
export function withChange(data: ScopedData, change: Change): ScopedData {
  if (change.path.length === 0) {
    const { [change.scope]: _, ...others } = data;
    return change.to === undefined ? others : { ...others, [change.scope]: change.to as Data };
  }
  return { ...data, [change.scope]: put(data[change.scope] ?? {}, change.path, change.to) as Data };
}

function put(value: Json | undefined, path: readonly string[], to: Json | undefined): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return to;
  const members = value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Data) : {};
  const { [key]: was, ...others } = members;
  const next = put(was, rest, to);
  return next === undefined ? others : { ...others, [key]: next };
}
