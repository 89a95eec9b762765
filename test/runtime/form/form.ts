import type { Element, Process } from '../../../packages/runtime/src/diagram/model.ts';
import type { Field, FieldAccess } from '../../../packages/runtime/src/diagram/office.ts';
import type { Form, FormEntry } from '../../../packages/runtime/src/form/form.ts';
import type { Filled } from '../../../packages/runtime/src/form/check.ts';
import type { ElementId } from '../../../packages/runtime/src/words/ids.ts';

export const field = (key: string, type: Field['type'], more: Partial<Field> = {}): Field => ({
  key,
  name: { zh: `字段${key}`, en: `Field ${key}` },
  type,
  required: false,
  options: [],
  columns: [],
  perItem: false,
  ...more,
});

export const options = (...values: string[]) => values.map((value) => ({ value, name: { zh: `选项${value}`, en: value } }));

/** A form of one step in which everything can be written, unless a field says otherwise. */
export const form = (...fields: readonly (Field & { readonly access?: 'read' | 'write' })[]): Form => ({
  element: 'step' as ElementId,
  fields: fields.map((one): FormEntry => Object.assign({ access: 'write' as const }, one)),
});

const PEOPLE = new Set(['zhang-wei', 'li-min']);
const UNITS = new Set(['office', 'tax-policy']);

/** Somebody fills in a form. */
export const filled = (of: Form, values: Filled['values'], more: Partial<Filled> = {}): Filled => ({
  form: of,
  values,
  known: {},
  holds: () => true,
  personExists: (person) => PEOPLE.has(person),
  unitExists: (unit) => UNITS.has(unit),
  signer: '张伟',
  ...more,
});

/** A process of one step (or start) that shows these fields. */
export const processWith = (fields: readonly Field[], access: readonly FieldAccess[], type: Element['type'] = 'userTask'): Process =>
  ({ key: 'p', fields, elements: [{ id: 'step', type, office: { access } }] }) as unknown as Process;
