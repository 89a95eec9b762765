import type { Form } from '../../form/form.ts';
import { id } from '../../words/ids.ts';
import type { Data } from '../../words/json.ts';
import { fileIds } from '../lookups.ts';
import type { Parts } from '../parts.ts';
import type { CaseDraft } from './draft.ts';

/** Files that these values put into the case: with their size and digest they stand in the very commit that refers to them. */
export async function recordFiles(parts: Parts, draft: CaseDraft, about: { readonly form: Form; readonly values: Data }): Promise<void> {
  for (const field of about.form.fields) {
    if (field.type !== 'file' && field.type !== 'files') continue;
    for (const file of fileIds(about.values[field.key])) {
      const stored = await parts.store.files.about(id(file));
      if (!stored) continue;
      const { name, mediaType, size, sha256 } = stored;
      draft.files.push({ table: 'file', id: file, revision: draft.revision, case: draft.facts.case, name, mediaType, size, sha256 });
      draft.events.push({ type: 'FileAttached', file: stored.id, name, mediaType, size, sha256, field: field.key });
    }
  }
}
