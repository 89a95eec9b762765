import type { Organization } from '../organization/model.ts';
import type { Viewer } from '../organization/viewer.ts';
import { personName } from '../organization/names.ts';
import type { StoredFile } from '../ports/store.ts';
import { FORM_LIMITS } from '../form/limits.ts';
import type { Form } from '../form/form.ts';
import { id, type CaseId } from '../words/ids.ts';
import type { Json } from '../words/json.ts';
import type { Parts } from './parts.ts';

/** A form that was filled in: whose it is, and what stands in it. */
interface Filled {
  readonly case: CaseId;
  readonly form: Form;
  readonly values: { readonly [field: string]: Json };
}

/** Whether a person or a unit that a value names is there. */
export const existenceIn = ({ people, units }: Organization) => ({
  personExists: (person: string): boolean => people.some((one) => one.id === person && one.active),
  unitExists: (unit: string): boolean => units.some((one) => one.id === unit),
});

/** What a form's check may look up: whether a person, a unit or an uploaded file exists. Files are read before, so that the check waits for nothing. */
export async function lookups(parts: Parts, viewer: Viewer, filled: Filled) {
  const organization = await parts.house.organization();
  const files = new Map<string, StoredFile>();
  for (const field of filled.form.fields) {
    if (field.access !== 'write' || (field.type !== 'file' && field.type !== 'files')) continue;
    // More than a field takes are refused whatever they are.
    for (const file of fileIds(filled.values[field.key]).slice(0, FORM_LIMITS.several)) {
      const usable = await fileFor(parts, viewer, { case: filled.case, file });
      if (usable) files.set(file, usable);
    }
  }
  return {
    ...existenceIn(organization),
    file: (file: string): StoredFile | undefined => files.get(file),
    signer: personName(organization, viewer.person).zh,
  };
}

/** The ids of files that a value names, wherever it is one or a list of them. */
export function fileIds(value: Json | undefined): readonly string[] {
  const files: readonly Json[] = Array.isArray(value) ? value : value === undefined ? [] : [value as Json];
  return files.flatMap((file) =>
    file !== null && typeof file === 'object' && !Array.isArray(file) && 'id' in file && typeof file['id'] === 'string' ? [file['id']] : [],
  );
}

/**
 * A file that this person may put into a form of this case. One that stands in another case is copied: a file is read by those of its
 * case and erased with it, so that in two it would be taken from the readers of one.
 */
async function fileFor(
  parts: Parts,
  viewer: Viewer,
  wanted: { readonly case: CaseId; readonly file: string },
): Promise<StoredFile | undefined> {
  const about = await readableFile(parts, viewer, wanted.file);
  const caseId = about && (await parts.store.files.caseOf(about.id));
  if (!about || caseId === undefined || caseId === wanted.case) return about;
  const content = await parts.store.files.read(about.id);
  if (!content) return undefined;
  const copy: StoredFile = { ...about, id: id(parts.random()), uploadedBy: viewer.person, uploadedAt: parts.clock.now() };
  await parts.store.files.put(copy, content);
  return copy;
}

/** An uploaded file that this person may read: one's own, or one of a case that they may read. */
export async function readableFile(parts: Parts, viewer: Viewer, file: string): Promise<StoredFile | undefined> {
  const about = await parts.store.files.about(id(file));
  if (!about) return undefined;
  if (about.uploadedBy === viewer.person) return about;
  const caseId = await parts.store.files.caseOf(about.id);
  return caseId && (await parts.store.views.case(viewer, caseId)) ? about : undefined;
}
