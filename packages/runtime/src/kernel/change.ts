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
export const withChange = (data: ScopedData, change: Change): ScopedData => withChanges(data, [change]);

/** The data after changes, in their order; many cost one copy of the list of scopes, not one each. */
export function withChanges(data: ScopedData, changes: readonly Change[]): ScopedData {
  if (changes.length === 0) return data;
  const since = new Map<string, Data | undefined>();
  let gone = false;
  // What was made here for the change before may be written: fields set in a row cost one copy, not one each.
  let own: { scope: string; data: { [name: string]: Json } } | undefined;
  for (const { scope, path, to } of changes) {
    const [name] = path;
    if (own?.scope === scope && path.length === 1 && name !== undefined && name !== '__proto__' && to !== undefined) {
      own.data[name] = to;
      continue;
    }
    const next = path.length === 0 ? to : put(since.has(scope) ? since.get(scope) : data[scope], path, to);
    own = path.length === 0 || next === undefined ? undefined : { scope, data: next as Data };
    gone ||= next === undefined;
    since.set(scope, next as Data | undefined);
  }
  const after: { [scope: string]: Data } = gone ? left(data, since) : { ...data };
  for (const [scope, next] of since) if (next !== undefined) after[scope] = next;
  return after;
}

/** What is left where scopes go. A multi-instance that ends takes all its items along: leaving them out costs a fifth of deleting each. */
function left(data: ScopedData, since: ReadonlyMap<string, Data | undefined>): { [scope: string]: Data } {
  const kept: { [scope: string]: Data } = {};
  for (const scope in data) {
    const own = since.has(scope) ? since.get(scope) : data[scope];
    if (own !== undefined) kept[scope] = own;
  }
  return kept;
}

/** A value after a change along a path from its `depth`; what has no members gets some. `to` undefined takes the last of them away. */
export function put(value: Json | undefined, path: readonly string[], to: Json | undefined): Json | undefined {
  return putAt(value, to, { path, depth: 0 });
}

interface Along {
  readonly path: readonly string[];
  readonly depth: number;
}

function putAt(value: Json | undefined, to: Json | undefined, { path, depth }: Along): Json | undefined {
  const key = path[depth];
  if (key === undefined) return to;
  const members = value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Data) : {};
  const was = Object.hasOwn(members, key) ? members[key] : undefined;
  const next = putAt(was, to, { path, depth: depth + 1 });
  if (next !== undefined) return { ...members, [key]: next };
  const { [key]: _, ...others } = members;
  return others;
}
