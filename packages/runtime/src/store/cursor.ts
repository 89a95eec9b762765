/** A place in a sorted list, as text for an address: the sort key and the id of the last row seen. */
export const writeCursor = (key: string, id: string): string => `${key}~${id}`;

/** Undefined where it is none of ours: then the list begins at its start. */
export function readCursor(cursor: string | undefined): { readonly key: string; readonly id: string } | undefined {
  const at = cursor?.indexOf('~') ?? -1;
  return cursor === undefined || at < 0 ? undefined : { key: cursor.slice(0, at), id: cursor.slice(at + 1) };
}

/** Sorts after every instant: tasks without a due time come last. */
export const NO_DUE = '9999';
