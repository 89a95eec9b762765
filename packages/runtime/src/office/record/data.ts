import { withChanges, type Change } from '../../kernel/change.ts';
import type { VisitId } from '../../words/ids.ts';
import type { CaseDraft } from './draft.ts';

/** Notes changes of fields: in the data, in the patch and as events. */
export function recordChanges(draft: CaseDraft, changes: readonly Change[], visit?: VisitId): void {
  draft.data = withChanges(draft.data, changes);
  for (const change of changes) {
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
