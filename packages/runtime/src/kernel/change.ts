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
