import { before } from './cursor.ts';

/** One entry of a sorted list: the key it is sorted by, and whose it is. */
export interface Entry {
  readonly key: string;
  readonly id: string;
}

/** Merges the first entries of several sorted lists into one page; what stands in two of them comes once. Each list brings limit + 1. */
export function merge(
  lists: readonly (readonly Entry[])[],
  by: { readonly limit: number; readonly newest: boolean },
): { readonly shown: readonly Entry[]; readonly next: string | null } {
  const merged = lists.length === 1 ? (lists[0] ?? []) : distinct(lists.flat(), by.newest ? -1 : 1);
  const shown = merged.slice(0, by.limit);
  const last = shown.at(-1);
  return { shown, next: last && merged.length > shown.length ? last.key : null };
}

function distinct(entries: readonly Entry[], direction: number): readonly Entry[] {
  const once = new Map(entries.map((entry) => [entry.key, entry]));
  return [...once.values()].sort((left, right) => direction * before(left.key, right.key));
}
