import { feelTree } from '../feel/tree.ts';
import { MANY } from './answersIn.ts';
import type { Decision } from './model.ts';

/** Whether a decision that is `required` can never answer with nothing, as `read` reads it: each cell of that column says a value outright. */
export function answersAlways({ logic }: Decision, read: string): boolean {
  if (logic.kind !== 'table') return false;
  const { outputs, rules, hitPolicy, aggregation } = logic;
  if (read === 'result' && (outputs.length > 1 || (MANY.has(hitPolicy) && !aggregation))) return true;
  if (read !== 'result' && MANY.has(hitPolicy)) return false;
  const column = read === 'result' ? 0 : outputs.findIndex(({ name }) => name === read);
  return column >= 0 && rules.every((rule) => saysOutright(rule.outputs[column] ?? ''));
}

const OUTRIGHT = new Set(['StringLiteral', 'NumericLiteral', 'BooleanLiteral']);

function saysOutright(cell: string): boolean {
  const [only, ...more] = feelTree(cell).parts[0]?.parts ?? [];
  return only !== undefined && more.length === 0 && OUTRIGHT.has(only.name) && only.text === cell.trim();
}
