import { del, getMany, keys, set } from 'idb-keyval';
import type { Copies, LocalCopy } from './localCopy.ts';

const KIND = 'guicheng.drawing';

/** The copies in this browser's IndexedDB. A browser that keeps nothing lists none and rejects every `keep`. */
export function browserCopies({ person, flow }: { readonly person: string; readonly flow: string }): Copies {
  const keyOf = (hold: string): string[] => [KIND, person, flow, hold];
  const isOurs = (key: IDBValidKey): boolean => Array.isArray(key) && key[0] === KIND && key[1] === person && key[2] === flow;
  return {
    async list() {
      const found: readonly (LocalCopy | undefined)[] = await keys()
        .then((all) => getMany<LocalCopy>(all.filter(isOurs)))
        .catch(() => []);
      return found.flatMap((copy) => copy ?? []);
    },
    keep: (copy) => set(keyOf(copy.hold), copy),
    drop: (hold) => del(keyOf(hold)).catch(() => undefined),
  };
}
