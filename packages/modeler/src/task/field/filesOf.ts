import type { FileRef, Json } from '@guicheng/server/contract';

/** The files that a value holds, one or several. */
export const filesOf = (value: Json): readonly FileRef[] =>
  (Array.isArray(value) ? value : value ? [value] : []) as unknown as readonly FileRef[];
