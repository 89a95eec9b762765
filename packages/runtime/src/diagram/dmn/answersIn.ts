import { feelTree } from '../feel/tree.ts';
import type { Decision } from './model.ts';

/** The texts that a decision can answer, as `read` reads them off it (`result`, or an output's name); empty where it can answer anything else. */
export function answersIn({ logic }: Decision, read: string): readonly string[] {
  if (logic.kind !== 'table' || logic.aggregation || MANY.has(logic.hitPolicy)) return [];
  const column = logic.outputs.length === 1 && read === 'result' ? 0 : logic.outputs.findIndex(({ name }) => name === read);
  const output = logic.outputs[column];
  if (!output) return [];
  const cells = [...logic.rules.map((rule) => rule.outputs[column] ?? ''), ...(output.otherwise === undefined ? [] : [output.otherwise])];
  const texts = cells.map(textIn);
  return texts.every((text) => text !== undefined) ? [...new Set(texts)] : [];
}

/** Policies by which several rules answer at once. */
export const MANY: ReadonlySet<string> = new Set(['RULE ORDER', 'OUTPUT ORDER', 'COLLECT']);

/** The text that a cell is, where it is nothing but one. */
function textIn(cell: string): string | undefined {
  const [expression] = feelTree(cell).parts;
  const [only, ...more] = expression?.parts ?? [];
  if (only?.name !== 'StringLiteral' || more.length > 0 || only.text !== cell.trim()) return undefined;
  return only.text.slice(1, -1).replace(/\\(["\\])/g, '$1');
}
