import type { Viewer } from '../organization/viewer.ts';
import { personName } from '../organization/names.ts';
import type { StoredFile } from '../ports/store.ts';
import { id } from '../words/ids.ts';
import type { Parts } from './parts.ts';

/** What a form's check may look up: whether a person, a unit or an uploaded file exists. Files only for whom they were uploaded by, or whose case they are in. */
export async function lookups(parts: Parts, viewer: Viewer) {
  const organization = await parts.house.organization();
  return {
    personExists: (person: string): boolean => organization.people.some((one) => one.id === person && one.active),
    unitExists: (unit: string): boolean => organization.units.some((one) => one.id === unit),
    signer: personName(organization, viewer.person).zh,
  };
}

/** An uploaded file that this person may put into a form. */
export async function usableFile(parts: Parts, viewer: Viewer, file: string): Promise<StoredFile | undefined> {
  const about = await parts.store.files.about(id(file));
  if (!about) return undefined;
  if (about.uploadedBy === viewer.person) return about;
  const caseId = await parts.store.files.caseOf(about.id);
  return caseId && (await parts.store.views.case(viewer, caseId)) ? about : undefined;
}
