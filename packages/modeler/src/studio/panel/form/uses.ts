import { mayRead } from '../../condition/tokens.ts';
import { elementsAt, elementAt, textAt, type ModdleElement } from '../../file/moddle.ts';
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
  const lists = [...new Set([key, ...listsOf(process, key)])];
  const found = lists.flatMap((name) => readersOf(process, name));
  return found.filter((use, index) => found.findIndex(({ at, what }) => at === use.at && what === use.what) === index);
}

/** The lists into which the values of a field are gathered: whatever reads them uses the field. */
const listsOf = (process: ModdleElement, key: string): readonly string[] =>
  flowElementsOf(process).flatMap((element) =>
    wordsIn(elementAt(element, 'loopCharacteristics'), 'gc:Collect')
      .filter((word) => textAt(word, 'field') === key)
      .map((word) => textAt(word, 'into')),
  );

function readersOf(process: ModdleElement, key: string): readonly Use[] {
  const found: Use[] = [];
  walk({ element: process, at: process }, (element, at) => {
    if (element.$type === 'gc:Field' && textAt(element, 'key') === key) return false;
    const field = element.$type === 'gc:Field' || element.$type === 'gc:Column' ? { field: textAt(element, 'key') } : {};
    for (const [property, what] of READS[element.$type] ?? [])
      if (mayRead(textAt(element, property), key)) found.push({ at, what, ...field });
    if (element.$instanceOf('bpmn:Expression') && mayRead(textAt(element, 'body'), key)) found.push({ at, what: 'useCondition' });
    if (element.$type === 'gc:About') {
      if (textAt(element, 'title').includes(`{${key}}`)) found.push({ at, what: 'useTitle' });
      if (textAt(element, 'numberField') === key) found.push({ at, what: 'useNumber' });
    }
    return true;
  });
  return found;
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
