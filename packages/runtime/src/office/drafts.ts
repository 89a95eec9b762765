import type { Store } from '../ports/store.ts';
import type { Instant, PersonId, TaskId } from '../words/ids.ts';
import type { Data } from '../words/json.ts';

/** Which form is half filled: a task's, or the one that starts a flow. */
export type DraftOf = { readonly task: TaskId } | { readonly flow: string };

/** A half-filled form as it was kept. */
export interface FormDraft {
  readonly values: Data;
  readonly savedAt: Instant;
}

const keyOf = (person: PersonId, form: DraftOf): string => `draft/${person}/${'task' in form ? form.task : `start/${form.flow}`}`;

/** Half-filled forms: outside the case, each one person's own. */
export const formDrafts = ({ notes }: Pick<Store, 'notes'>) => ({
  put: (person: PersonId, form: DraftOf, draft: FormDraft): Promise<void> =>
    notes.put(keyOf(person, form), { value: draft.values, savedAt: draft.savedAt }),
  async get(person: PersonId, form: DraftOf): Promise<FormDraft | undefined> {
    const note = await notes.get(keyOf(person, form));
    return note && { values: note.value as Data, savedAt: note.savedAt };
  },
  drop: (person: PersonId, form: DraftOf): Promise<void> => notes.drop(keyOf(person, form)),
});
