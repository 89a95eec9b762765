import type { FieldType } from '@guicheng/runtime/checking';
import type { Text } from '@guicheng/runtime/model';
import { wordsIn } from './extension.ts';
import { elementAt, elementsAt, textAt, type Drawn, type ModdleElement } from './moddle.ts';
import { textOf } from './named.ts';
import { plainOf } from './plain.ts';
import { flowElementsOf, processOf } from './process.ts';

/** A field of the form, or another name that a case can hold a value under (`type` null: a decision, what is gathered, called back or calculated). */
export interface Held {
  readonly key: string;
  readonly name: Text;
  readonly type: FieldType | null;
  readonly perItem: boolean;
}

/** The fields of the process of an element, in the order of its form. */
export const fieldsOf = (element: Drawn): readonly Held[] => fieldsIn(processOf(element));

/** The fields of a process. */
const fieldsIn = (process: ModdleElement | undefined): readonly Held[] =>
  wordsIn(process, 'gc:Form')
    .flatMap((form) => elementsAt(form, 'fields'))
    .map((field) => ({
      key: textAt(field, 'key'),
      name: textOf(plainOf(field)),
      type: (textAt(field, 'type') || 'text') as FieldType,
      perItem: field.get('perItem') === true,
    }));

/** The fields, and after them every other name that a case of the process can hold a value under. */
export function heldBy(process: ModdleElement | undefined): readonly Held[] {
  const fields = fieldsIn(process);
  const others = flowElementsOf(process).flatMap((element) => [
    ...wordsIn(element, 'gc:Decision').map((decision) => other(textAt(decision, 'key'), textOf(plainOf(decision)))),
    ...wordsIn(elementAt(element, 'loopCharacteristics'), 'gc:Collect').map((word) => other(textAt(word, 'into'))),
    ...wordsIn(element, 'gc:Rule').map((word) => other(textAt(word, 'into'))),
    ...['gc:Out', 'gc:Set', 'gc:Payload'].flatMap((type) =>
      type === 'gc:Payload' && element.$instanceOf('bpmn:ThrowEvent')
        ? []
        : wordsIn(element, type).map((word) => other(textAt(word, 'to'))),
    ),
  ]);
  const known = new Map(
    others.filter(({ key }) => key !== '' && !fields.some((field) => field.key === key)).map((held) => [held.key, held]),
  );
  return [...fields, ...known.values()];
}

const other = (key: string, name?: Text): Held => ({ key, name: name?.zh ? name : { zh: key }, type: null, perItem: false });
