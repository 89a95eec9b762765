import type { FormDrafts } from '../../ports/store.ts';

type Draft = Parameters<FormDrafts['put']>[2];

/** Form drafts in memory; one that was saved earlier never replaces a later one. */
export function memoryDrafts(): FormDrafts {
  const drafts = new Map<string, Draft>();
  const key = (person: string, form: string): string => `${person}\n${form}`;
  return {
    async put(person, form, draft) {
      const there = drafts.get(key(person, form));
      if (!there || there.savedAt <= draft.savedAt) drafts.set(key(person, form), draft);
    },
    get: async (person, form) => drafts.get(key(person, form)),
    async drop(person, form) {
      drafts.delete(key(person, form));
    },
  };
}
