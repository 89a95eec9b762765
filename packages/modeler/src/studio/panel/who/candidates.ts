import type { Asked } from '../asked.ts';
import { wordsIn } from '../../file/extension.ts';
import { fieldsOf } from '../../file/fields.ts';
import { lanePostOf } from '../../file/lanes.ts';
import { doneByPeople } from '../../file/places.ts';
import { elementAt, textAt, type Drawn } from '../../file/moddle.ts';
import type { Candidates } from './assignment.ts';

const PERSONS = new Set(['person', 'persons']);
const UNITS = new Set(['unit', 'units', 'person', 'persons']);

/** What a question about people can offer: the lane's own post first, fields that hold people or units, the other steps, and what each instance is of. */
export function candidatesOf({ element, around }: Asked): Candidates {
  const fields = fieldsOf(element);
  const lane = lanePostOf(element);
  const held = around.posts.toSorted((left, right) => Number(right.people > 0) - Number(left.people > 0)).map(({ id }) => id);
  return {
    posts: [...new Set([...(lane ? [lane] : []), ...held])],
    units: around.units.map(({ id }) => id),
    unitFields: fields.filter(({ type }) => type !== null && UNITS.has(type)).map(({ key }) => key),
    personFields: fields.filter(({ type }) => type !== null && PERSONS.has(type)).map(({ key }) => key),
    steps: doneByPeople(element).map(({ id }) => id),
    items: itemsOf(element),
  };
}

/** What the instances of a step are of, by the list that they go over; null where it is done once. */
function itemsOf(element: Drawn): Candidates['items'] {
  const many = elementAt(element.businessObject, 'loopCharacteristics');
  if (many?.$type !== 'bpmn:MultiInstanceLoopCharacteristics') return null;
  const over = textAt(wordsIn(many, 'gc:Items')[0], 'over');
  const type = fieldsOf(element).find(({ key }) => key === over)?.type;
  if (type === 'persons' || type === 'units') return type;
  return 'other';
}
