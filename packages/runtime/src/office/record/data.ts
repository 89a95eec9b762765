import type { Change, ScopedData } from '../../kernel/change.ts';
import type { Data, Json } from '../../words/json.ts';
import type { VisitId } from '../../words/ids.ts';
import type { CaseDraft } from './draft.ts';

/** The data after a change; only what is on its path is made anew. */
export function withChange(data: ScopedData, change: Change): ScopedData {
  const scope = data[change.scope] ?? {};
  return { ...data, [change.scope]: put(scope, change.path, change.to) as Data };
}

function put(value: Json | undefined, path: readonly string[], to: Json | undefined): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return to;
  const members = value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Data) : {};
  const { [key]: was, ...others } = members;
  const next = put(was, rest, to);
  return next === undefined ? others : { ...others, [key]: next };
}

/** Notes changes of fields: in the data, in the patch and as events. */
export function recordChanges(draft: CaseDraft, changes: readonly Change[], visit?: VisitId): void {
  for (const change of changes) {
    draft.data = withChange(draft.data, change);
    draft.changes.push(change);
    const field = change.path[0];
    // Names beginning with $ are the runtime's own notes, not fields of the office.
    if (field === undefined || field.startsWith('$')) continue;
    draft.events.push({
      type: 'FieldChanged',
      scope: change.scope,
      field,
      ...(change.was === undefined ? {} : { was: change.was }),
      ...(change.to === undefined ? {} : { to: change.to }),
      ...(visit ? { visit } : {}),
    });
  }
}
