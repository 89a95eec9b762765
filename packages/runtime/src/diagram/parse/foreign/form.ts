import { isSafeKey } from '../../../words/json.ts';
import type { Field, FieldType, Option } from '../../office.ts';
import { type Node, nodesOf, textOf } from '../node.ts';
import { embeddedFields } from './embeddedForm.ts';
import { plainField, type ShownField, written } from './shownField.ts';
import { foreignNodes, partsOf } from './words.ts';

const TYPES: { readonly [type: string]: FieldType } = {
  string: 'text',
  long: 'number',
  integer: 'number',
  int: 'number',
  short: 'number',
  double: 'number',
  float: 'number',
  boolean: 'yesNo',
  date: 'date',
  enum: 'choice',
  user: 'person',
  people: 'person',
};
const WHOLE: ReadonlySet<string> = new Set(['long', 'integer', 'int', 'short']);

/** Whether something can be a field here: its name and its type. */
export const isField = (key: string | undefined, type: string | undefined): boolean =>
  key !== undefined && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(key) && isSafeKey(key) && (type === undefined || Object.hasOwn(TYPES, type));

/** The fields that a step or a start shows by `formData`, `formProperty` or a form that stands in the file. */
export const shownBy = (step: Node): readonly ShownField[] => [
  ...foreignNodes(step, 'formData').flatMap((form) => partsOf(form, 'formField').flatMap(camundaField)),
  ...foreignNodes(step, 'formProperty').flatMap(flowableField),
  ...embeddedFields(step),
];

/** All fields of a process, in the order of its steps; the first that shows one says what it is. */
export function foreignFields(process: Node): readonly Field[] {
  const fields = new Map<string, Field>();
  for (const step of stepsIn(process)) for (const { field } of shownBy(step)) if (!fields.has(field.key)) fields.set(field.key, field);
  return [...fields.values()];
}

function stepsIn(container: Node): readonly Node[] {
  return nodesOf(container, 'flowElements').flatMap((node) => [node, ...stepsIn(node)]);
}

function camundaField(node: Node): readonly ShownField[] {
  const key = textOf(node, 'id');
  const type = textOf(node, 'type');
  if (key === undefined || !isField(key, type)) return [];
  const constraints = new Map(
    partsOf(partsOf(node, 'validation')[0], 'constraint').map((one) => [textOf(one, 'name') ?? '', textOf(one, 'config') ?? '']),
  );
  const figure = (name: string): number | undefined => figureIn(constraints.get(name));
  const [minimum, maximum, maximumLength] = [figure('min'), figure('max'), figure('maxlength')];
  const field: Field = {
    ...plainField(key, textOf(node, 'label'), TYPES[type ?? 'string'] ?? 'text'),
    options: partsOf(node, 'value').flatMap(optionOf),
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(maximumLength === undefined ? {} : { maximumLength }),
    ...(WHOLE.has(type ?? '') ? { decimals: 0 } : {}),
  };
  const isRead = constraints.has('readonly') && constraints.get('readonly') !== 'false';
  return [{ field, access: isRead ? { field: key, access: 'read' } : written(key, isOn(constraints.get('required'))) }];
}

function flowableField(node: Node): readonly ShownField[] {
  const key = textOf(node, 'id');
  const type = textOf(node, 'type');
  if (key === undefined || !isField(key, type) || textOf(node, 'readable') === 'false') return [];
  const field: Field = {
    ...plainField(key, textOf(node, 'name'), TYPES[type ?? 'string'] ?? 'text'),
    options: partsOf(node, 'value').flatMap(optionOf),
    ...(WHOLE.has(type ?? '') ? { decimals: 0 } : {}),
  };
  const isRead = textOf(node, 'writable') === 'false';
  return [{ field, access: isRead ? { field: key, access: 'read' } : written(key, textOf(node, 'required') === 'true') }];
}

function optionOf(node: Node): readonly Option[] {
  const value = textOf(node, 'id');
  return value === undefined ? [] : [{ value, name: { zh: textOf(node, 'name') ?? value } }];
}

/** A constraint that is there without a value holds. */
const isOn = (config: string | undefined): boolean => config !== undefined && config !== 'false';

function figureIn(text: string | undefined): number | undefined {
  const figure = text === undefined || text === '' ? Number.NaN : Number(text);
  return Number.isFinite(figure) ? figure : undefined;
}
