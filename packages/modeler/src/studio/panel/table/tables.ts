import type { Text } from '@guicheng/runtime/model';
import { putWords, wordsIn, wordsOf } from '../../file/extension.ts';
import { heldBy } from '../../file/fields.ts';
import { elementsAt, textAt, type Drawn, type Services } from '../../file/moddle.ts';
import { type NamedPlain, textOf } from '../../file/named.ts';
import { type Plain, plainOf } from '../../file/plain.ts';
import { drawnOf, processOf } from '../../file/process.ts';
import { together } from '../together.ts';
import { gridOf } from '../../file/dmn/grid.ts';

/** A decision table of the process. */
export interface Table {
  readonly key: string;
  readonly name: Text;
  readonly xml: string;
}

/** The decision tables of the process that a step belongs to, in the order of the file. */
export const tablesAt = (element: Drawn): readonly Table[] =>
  wordsIn(processOf(element), 'gc:DecisionTable').map((word) => ({
    key: textAt(word, 'key'),
    name: textAt(word, 'name') === '' ? { zh: textAt(word, 'key') } : textOf(plainOf(word) as NamedPlain),
    xml: textAt(elementsAt(word, 'files')[0], 'text'),
  }));

/** By which table a step decides, and where it keeps the result. */
export const ruleAt = (element: Drawn): Plain => plainOf(wordsOf(element, 'gc:Rule')[0]);

/** Changes what a step says of its table. */
export const putRule = (modeler: Services, element: Drawn, change: Plain): void =>
  putWords(modeler, element, { word: 'gc:Rule', to: [{ ...ruleAt(element), ...change }] });

/** Takes a DMN file into the process, in the place of one of that name, and lets the step decide by it: one step of undo. */
export function takeTable(modeler: Services, element: Drawn, { name, xml }: { readonly name: string; readonly xml: string }): void {
  const process = processOf(element);
  const drawn = process && drawnOf(modeler, process);
  if (!process || !drawn) return;
  const old = wordsIn(process, 'gc:DecisionTable').map(plainOf);
  const was = old.find((table) => table['name'] === name);
  const key = String(was?.['key'] ?? freshKey(new Set(old.map((table) => table['key']))));
  const table: Plain = { ...was, key, name, files: [{ text: xml }] };
  together(modeler, () => {
    putWords(modeler, drawn, { word: 'gc:DecisionTable', to: was ? old.map((one) => (one === was ? table : one)) : [...old, table] });
    // Which decision of the file was meant goes with the file.
    const { decision: _, ...rule } = ruleAt(element);
    // A step that had no table stops where none of its rows applies: what was forgotten is seen, and can be mended.
    const required = rule['table'] === undefined ? { required: true } : {};
    putWords(modeler, element, { word: 'gc:Rule', to: [{ ...intoNamed(element, xml), ...rule, ...required, table: key }] });
  });
}

/** Where the one answer of a table goes that is named after a field of the flow, as long as nobody said otherwise. */
function intoNamed(element: Drawn, xml: string): Plain {
  const [output, ...others] = gridOf(xml)?.outputs ?? [];
  const named = others.length === 0 && heldBy(processOf(element)).some(({ key }) => key === output?.name);
  return output && named ? { into: output.name } : {};
}

/** A key that no table has. */
export function freshKey(taken: ReadonlySet<unknown>): string {
  for (let number = 1; ; number += 1) if (!taken.has(`table_${number}`)) return `table_${number}`;
}
