import type { Json } from '../words/json.ts';
import type { Element, Many, Process } from './model.ts';
import type { FieldType } from './office.ts';

/** The most instances at a time. */
export const MOST_INSTANCES = 1000;

/**
 * What the instances of a multi-instance take, one each, from what its list or its number came to; undefined where it is neither. A field of
 * the form that holds a list and was not filled in is an empty one; of persons or units it is none, because somebody has to be named.
 */
export function itemsOf({ fields }: Process, many: Many, value: Json): readonly Json[] | undefined {
  if (many.over === undefined) {
    const whole = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_INSTANCES;
    return whole ? Array.from({ length: value }, (_, index) => index + 1) : undefined;
  }
  const type = fields.find(({ key }) => key === many.over)?.type;
  if (value === null && type && LISTS.has(type)) return [];
  return Array.isArray(value) && value.length <= MOST_INSTANCES ? value : undefined;
}

const LISTS: ReadonlySet<FieldType> = new Set(['choices', 'files', 'table']);

/**
 * Whether a list says who does a step, so that it must not be empty (会签, 传阅): it is a field of persons or units; or the doer of the step,
 * or of a step inside, is taken from the item; or `gc:items` names it for a step of people and it is no field of another type. Any other
 * list, and a number, may be empty: then there is no instance, as the standard has it.
 */
export function listsPeople({ fields, elements }: Process, { id, type, many, office }: Element): boolean {
  if (many?.over === undefined) return false;
  const field = fields.find(({ key }) => key === many.over);
  if (field?.type === 'persons' || field?.type === 'units' || fromItem(office)) return true;
  if (!field && many.ours && (type === 'userTask' || type === 'manualTask')) return true;
  const inside = new Set([id]);
  // A container stands before what is in it.
  for (const element of elements) if (element.parent !== null && inside.has(element.parent)) inside.add(element.id);
  return elements.some((element) => element.id !== id && inside.has(element.id) && fromItem(element.office));
}

function fromItem({ assignment }: Element['office']): boolean {
  return assignment?.kind === 'personOfItem' || (assignment !== undefined && 'unit' in assignment && assignment.unit.kind === 'ofItem');
}
