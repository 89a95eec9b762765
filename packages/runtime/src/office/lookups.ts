import type { Viewer } from '../organization/viewer.ts';
import { personName } from '../organization/names.ts';
import type { StoredFile } from '../ports/store.ts';
import { id } from '../words/ids.ts';
import type { Json } from '../words/json.ts';
import type { Parts } from './parts.ts';

/** What a form's check may look up: whether a person, a unit or an uploaded file exists. Files are read before, so that the check waits for nothing. */
export async function lookups(parts: Parts, viewer: Viewer, values: { readonly [field: string]: Json }) {
  const organization = await parts.house.organization();
  const files = new Map<string, StoredFile>();
  for (const file of Object.values(values).flatMap(fileIds)) {
    const usable = await usableFile(parts, viewer, file);
    if (usable) files.set(file, usable);
  }
  return {
    personExists: (person: string): boolean => organization.people.some((one) => one.id === person && one.active),
    unitExists: (unit: string): boolean => organization.units.some((one) => one.id === unit),
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

/** An uploaded file that this person may put into a form. */
export async function usableFile(parts: Parts, viewer: Viewer, file: string): Promise<StoredFile | undefined> {
  const about = await parts.store.files.about(id(file));
  if (!about) return undefined;
  if (about.uploadedBy === viewer.person) return about;
  const caseId = await parts.store.files.caseOf(about.id);
  return caseId && (await parts.store.views.case(viewer, caseId)) ? about : undefined;
}
