import type { Text } from '../../words/text.ts';
import { checkFeel } from '../feel/check.ts';
import { shown, testFaults } from './check.ts';
import type { DecisionTable, Input } from './model.ts';

/** What is wrong in one cell. `row` and `column` count from 0, the column among those of its part. */
export interface CellFault {
  readonly row: number;
  readonly part: 'inputs' | 'outputs';
  readonly column: number;
  readonly what: Text;
}

/** What is wrong with one cell: one that asks, or one that answers. */
export function cellFault(part: CellFault['part'], cell: string, type: Input['type'] = null): readonly Text[] {
  if (part === 'inputs') return testFaults(cell, type).map(plain);
  return cell === '' || cell === '-' ? [] : checkFeel(cell);
}

/** The cells of a table that cannot be read, for whoever writes them; a thousand rows take about a second. */
export const cellFaults = ({ inputs, rules }: DecisionTable): readonly CellFault[] =>
  rules.flatMap((rule, row) =>
    (['inputs', 'outputs'] as const).flatMap((part) =>
      rule[part].flatMap((cell, column) =>
        cellFault(part, cell, inputs[column]?.type ?? null).map((what): CellFault => ({ row, part, column, what })),
      ),
    ),
  );

const plain = ({ zh, en }: Text): Text => ({ zh: shown(zh), ...(en === undefined ? {} : { en: shown(en) }) });
