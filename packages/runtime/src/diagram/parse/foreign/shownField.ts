import type { Field, FieldAccess, FieldType } from '../../office.ts';

/** A field as a step of another tool shows it. */
export interface ShownField {
  readonly field: Field;
  readonly access: FieldAccess;
}

/** A field with nothing said but what it is. */
export const plainField = (key: string, name: string | undefined, type: FieldType): Field => ({
  key,
  name: { zh: name ?? key },
  type,
  required: false,
  options: [],
  columns: [],
  perItem: false,
});

/** What a step writes; where it must, only this step says so. */
export const written = (field: string, required: boolean): FieldAccess => ({ field, access: 'write', ...(required ? { required } : {}) });
