import type { FormField, Json, PathStep } from '@guicheng/server/contract';

/** A field of a form as a page brings it. */
export const field = (key: string, value: Json, more: Partial<FormField> = {}): FormField => ({
  key,
  name: { zh: key },
  type: 'text',
  access: 'write',
  required: false,
  options: [],
  columns: [],
  value,
  ...more,
});

/** A step of a path. */
export const step = (element: string, state: PathStep['state'], who: readonly string[] = []): PathStep => ({
  element,
  name: { zh: element },
  state,
  people: who.map((name) => ({ id: name, name: { zh: name } })),
  at: state === 'done' ? '2026-11-24T01:00:00.000Z' : null,
});
