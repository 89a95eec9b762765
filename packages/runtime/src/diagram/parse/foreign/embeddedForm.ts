import { isSafeKey } from '../../../words/json.ts';
import type { FieldType } from '../../office.ts';
import { type Node, textOf } from '../node.ts';
import { plainField, type ShownField, written } from './shownField.ts';
import { bodyOf, foreignNode, foreignNodes } from './words.ts';

/** How a form that stands in the file is referred to. */
const EMBEDDED = 'camunda-forms:bpmn:';

interface Component {
  readonly type?: unknown;
  readonly key?: unknown;
  readonly label?: unknown;
  readonly subtype?: unknown;
  readonly disabled?: unknown;
  readonly readonly?: unknown;
  readonly values?: unknown;
  readonly validate?: unknown;
  readonly components?: unknown;
}

const TYPES: { readonly [type: string]: FieldType } = {
  textfield: 'text',
  textarea: 'longText',
  number: 'number',
  checkbox: 'yesNo',
  select: 'choice',
  radio: 'choice',
  checklist: 'choices',
  taglist: 'choices',
  datetime: 'dateTime',
};

/** Whether a step's form stands in this very file, so that its fields are known. */
export const isEmbedded = (step: Node): boolean => componentsOf(step) !== undefined;

/** The fields of a form of Camunda 8 that stands in the process. */
export const embeddedFields = (step: Node): readonly ShownField[] => (componentsOf(step) ?? []).flatMap(fieldOf);

function componentsOf(step: Node): readonly Component[] | undefined {
  const key = textOf(foreignNode(step, 'formDefinition'), 'formKey');
  if (!key?.startsWith(EMBEDDED)) return undefined;
  let process: Node | undefined = step;
  while (process && process.$type !== 'bpmn:Process') process = process.$parent;
  const form = foreignNodes(process, 'userTaskForm').find((one) => textOf(one, 'id') === key.slice(EMBEDDED.length));
  const body = bodyOf(form);
  return body === undefined ? undefined : parsed(body);
}

function parsed(body: string): readonly Component[] | undefined {
  try {
    return componentsIn(JSON.parse(body));
  } catch {
    return undefined;
  }
}

const isComponent = (value: unknown): value is Component => typeof value === 'object' && value !== null;

const componentsIn = (value: unknown): readonly Component[] | undefined =>
  isComponent(value) && Array.isArray(value.components) ? value.components.filter(isComponent) : undefined;

function fieldOf(component: Component): readonly ShownField[] {
  const within = componentsIn(component);
  // a group only stands around its fields; a list of groups would be a table of values, which is not read
  if (within) return component.type === 'group' ? within.flatMap(fieldOf) : [];
  const { type, key, label, subtype, values, validate } = component;
  const kind = typeof type === 'string' && Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
  if (!kind || typeof key !== 'string' || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(key) || !isSafeKey(key)) return [];
  const options = (Array.isArray(values) ? values : []).flatMap((one: unknown) => {
    const { value, label: name } = (isComponent(one) ? one : {}) as { readonly value?: unknown; readonly label?: unknown };
    return typeof value === 'string' && value !== '' ? [{ value, name: { zh: typeof name === 'string' && name ? name : value } }] : [];
  });
  const field = {
    ...plainField(key, typeof label === 'string' && label ? label : undefined, kind === 'dateTime' && subtype === 'date' ? 'date' : kind),
    options,
  };
  if (component.disabled === true || component.readonly === true) return [{ field, access: { field: key, access: 'read' } }];
  return [{ field, access: written(key, isComponent(validate) && (validate as { readonly required?: unknown }).required === true) }];
}
