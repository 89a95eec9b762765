import type { ScopedData } from '../../kernel/change.ts';
import type { ScopeId } from '../../words/ids.ts';
import type { Data } from '../../words/json.ts';

/** The values that a scope sees, which names its data scopes, its own first: its own over those around it. */
export function seenIn(data: ScopedData, scopes: readonly ScopeId[]): Data {
  const seen: { [key: string]: Data[string] } = {};
  for (const scope of [...scopes].reverse()) Object.assign(seen, data[scope] ?? {});
  return seen;
}
