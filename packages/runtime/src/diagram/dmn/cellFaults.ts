import type { Text } from '../../words/text.ts';
import { checkFeel } from '../feel/check.ts';
import { reads } from '../feel/names.ts';
import { ASKED, testsIn } from '../feel/tests.ts';
import { shown, testFaults } from './check.ts';
import type { DecisionTable, Input } from './model.ts';

/** What is wrong in one cell. `row` and `column` count from 0, the column among those of its part. */
export interface CellFault {
  readonly row: number;
  readonly part: 'inputs' | 'outputs';
  readonly column: number;
  readonly what: Text;
}

/** What a cell stands in: the type of its column, and the names that are there to be read; without them no name is judged. */
export interface Around {
  readonly type?: Input['type'];
  readonly known?: ReadonlySet<string>;
}

/** What is wrong with one cell: one that asks, or one that answers. A name that nobody gives would be silently empty. */
export function cellFault(part: CellFault['part'], cell: string, { type = null, known }: Around): readonly Text[] {
  if (part === 'outputs' && (cell === '' || cell === '-')) return [];
  const faults = part === 'inputs' ? testFaults(cell, type).map(plain) : checkFeel(cell);
  if (faults.length > 0 || !known) return faults;
  const tests = part === 'inputs' ? testsIn(cell) : undefined;
  const texts = part === 'outputs' ? [cell] : tests?.ok ? tests.any.map(({ text }) => text) : [];
  const names = new Set(texts.flatMap((text) => reads(text).surely));
  return [...names]
    .filter((name) => name !== ASKED && !known.has(name))
    .map((name) => ({ zh: `表单中没有“${name}”这一项`, en: `There is no “${name}” in the form` }));
}

/** The cells of a table that cannot be read, for whoever writes them; a thousand rows take about a second. */
export const cellFaults = ({ inputs, rules }: DecisionTable, known?: ReadonlySet<string>): readonly CellFault[] =>
  rules.flatMap((rule, row) =>
    (['inputs', 'outputs'] as const).flatMap((part) =>
      rule[part].flatMap((cell, column) =>
        cellFault(part, cell, { type: inputs[column]?.type ?? null, ...(known ? { known } : {}) }).map(
          (what): CellFault => ({ row, part, column, what }),
        ),
      ),
    ),
  );

const plain = ({ zh, en }: Text): Text => ({ zh: shown(zh), ...(en === undefined ? {} : { en: shown(en) }) });
