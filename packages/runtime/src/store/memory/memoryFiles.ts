import type { Files, StoredFile } from '../../ports/store.ts';
import type { CaseId } from '../../words/ids.ts';
import { BrokenPromise } from '../../words/refusal.ts';

/** Files in memory. `caseOf` reads the projection of which case refers to a file. */
export function memoryFiles(caseOf: (file: string) => CaseId | undefined): Files {
  const kept = new Map<string, { readonly about: StoredFile; readonly chunks: readonly Uint8Array[] }>();
  return {
    async put(about, content) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of content) chunks.push(chunk);
      checkSize(
        about,
        chunks.reduce((sum, chunk) => sum + chunk.length, 0),
      );
      kept.set(about.id, { about, chunks });
    },
    about: async (file) => kept.get(file)?.about,
    async read(file) {
      const found = kept.get(file);
      return found && each(found.chunks);
    },
    caseOf: async (file) => caseOf(file),
    async sweep(beforeThat) {
      const old = [...kept.values()].filter(({ about }) => about.uploadedAt < beforeThat && !caseOf(about.id));
      for (const { about } of old) kept.delete(about.id);
      return old.length;
    },
  };
}

/** A file is as long as it says it is, in every store. */
export function checkSize(about: StoredFile, size: number): void {
  if (size !== about.size) throw new BrokenPromise(`file ${about.id} has ${size} bytes, not the ${about.size} that were told`);
}

async function* each(chunks: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* chunks;
}
