import { mayRead, maySay } from '../../condition/tokens.ts';
import { elementsAt, elementAt, textAt, type ModdleElement } from '../../file/moddle.ts';
import { elementsIn, textIn, type XmlElement } from '../../file/xml/node.ts';
import { readXml } from '../../file/xml/readXml.ts';
import { wordsIn } from '../../file/extension.ts';
import { flowElementsOf } from '../../file/process.ts';
import type { Word } from '../../../words/zh.ts';

/** A place that uses a field or a decision beside showing it: what is drawn there, and for what it is used. */
export interface Use {
  readonly at: ModdleElement;
  readonly what: Word;
  /** Where a field uses it: which one. */
  readonly field?: string;
}

/** Properties of our words that are FEEL, or name a value of the case. */
const READS: { readonly [type: string]: readonly (readonly [property: string, what: Word])[] } = {
  'gc:Field': [['showWhen', 'useShowWhen']],
  'gc:Column': [['showWhen', 'useShowWhen']],
  'gc:Deadline': [
    ['when', 'useDeadline'],
    ['field', 'useDeadline'],
  ],
  'gc:Timer': [['value', 'useTimer']],
  'gc:Assignment': [
    ['field', 'useAssignment'],
    ['of', 'useAssignment'],
  ],
  'gc:Starter': [
    ['field', 'useStarter'],
    ['of', 'useStarter'],
  ],
  'gc:Set': [
    ['from', 'useCalculation'],
    ['to', 'useCalculation'],
  ],
  'gc:In': [['from', 'useCall']],
  'gc:Out': [['to', 'useCall']],
  'gc:Rule': [['into', 'useTable']],
  'gc:Items': [['over', 'useEach']],
  'gc:Payload': [
    ['from', 'useMessage'],
    ['to', 'useMessage'],
  ],
  'gc:Correlation': [['key', 'useMessage']],
};

/**
 * Where a process uses a value under this key: in conditions, times, titles, assignments and whatever crosses to other flows. That steps
 * show a field is no use; that a field shows itself by a condition on itself is none either. Says rather too much than too little.
 */
export function usesOf(process: ModdleElement, key: string): readonly Use[] {
  return once(namesOf(process, key).flatMap((name) => usesOfName(process, key, (feel) => mayRead(feel, name))));
}

/** The same of one answer: where the value under this key, or what is gathered of it, may be compared with it. */
export function usesOfAnswer(process: ModdleElement, key: string, answer: string): readonly Use[] {
  const names = namesOf(process, key);
  return once(usesOfName(process, key, (feel) => maySay(feel, answer) && names.some((name) => mayRead(feel, name))));
}

const once = (found: readonly Use[]): readonly Use[] =>
  found.filter(
    (use, index) => found.findIndex(({ at, what, field }) => at === use.at && what === use.what && field === use.field) === index,
  );

/** Under which names the value is read: its key, and the lists into which several people's are gathered. */
export const namesOf = (process: ModdleElement, key: string): readonly string[] => [...new Set([key, ...listsOf(process, key)])];

/** The lists into which the values of a field are gathered: whatever reads them uses it. */
const listsOf = (process: ModdleElement, key: string): readonly string[] =>
  flowElementsOf(process).flatMap((element) =>
    wordsIn(elementAt(element, 'loopCharacteristics'), 'gc:Collect')
      .filter((word) => textAt(word, 'field') === key)
      .map((word) => textAt(word, 'into')),
  );

function usesOfName(process: ModdleElement, key: string, uses: (feel: string) => boolean): readonly Use[] {
  const found: Use[] = [];
  walk({ element: process, at: process }, (element, at) => {
    if (element.$type === 'gc:Field' && textAt(element, 'key') === key) return false;
    const field = element.$type === 'gc:Field' || element.$type === 'gc:Column' ? { field: textAt(element, 'key') } : {};
    for (const [property, what] of READS[element.$type] ?? []) if (uses(textAt(element, property))) found.push({ at, what, ...field });
    if (element.$instanceOf('bpmn:Expression') && uses(textAt(element, 'body'))) found.push({ at, what: 'useCondition' });
    // What a column asks and what a cell says are looked at together: an answer is compared in another place than its field is named.
    if (element.$type === 'gc:Dmn' && uses(textsIn(textAt(element, 'text')).join(' , '))) found.push({ at, what: 'useTable' });
    if (element.$type === 'gc:About') {
      if (uses(key) && textAt(element, 'title').includes(`{${key}}`)) found.push({ at, what: 'useTitle' });
      if (uses(key) && textAt(element, 'numberField') === key) found.push({ at, what: 'useNumber' });
    }
    return true;
  });
  return found;
}

/** The texts of a DMN file; none where it cannot be read, which is told with the problems. */
function textsIn(file: string): readonly string[] {
  const document = readXml(file);
  const within = (element: XmlElement): readonly string[] => {
    if (element.local === 'text') return [textIn(element)];
    // A column of answers is named after the field that takes them.
    const name = element.local === 'output' ? element.attributes.find((one) => one.name === 'name') : undefined;
    return [...(name ? [name.value] : []), ...elementsIn(element).flatMap(within)];
  };
  return document.ok ? within(document.root) : [];
}

interface Place {
  readonly element: ModdleElement;
  /** The nearest element that is drawn. */
  readonly at: ModdleElement;
}

/** Goes through everything that an element contains; `look` says whether to go on within. */
function walk({ element, at }: Place, look: (element: ModdleElement, at: ModdleElement) => boolean): void {
  if (!look(element, at)) return;
  for (const { name, isMany, isAttr, isReference } of element.$descriptor.properties as readonly Property[]) {
    if (isAttr || isReference || name === 'di') continue;
    const inner = isMany ? elementsAt(element, name) : [elementAt(element, name)];
    for (const one of inner)
      if (one && one.$parent === element) walk({ element: one, at: one.$instanceOf('bpmn:FlowElement') ? one : at }, look);
  }
}

interface Property {
  readonly name: string;
  readonly isMany?: boolean;
  readonly isAttr?: boolean;
  readonly isReference?: boolean;
}
