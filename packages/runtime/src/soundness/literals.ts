import { type FeelNode, feelNodes, feelTree } from '../diagram/feel/tree.ts';
import { names } from '../diagram/feel/names.ts';

/** What an expression compares its names with. */
export interface Compared {
  readonly texts: readonly string[];
  readonly numbers: readonly number[];
  readonly booleans: boolean;
  /** Goes through a list. */
  readonly lists: boolean;
}

/** The constants that stand in an expression: what it can tell apart, it tells apart by these. */
export function literalsIn(expression: string): Compared {
  const nodes = feelNodes(feelTree(expression));
  const of = (name: string): readonly string[] => nodes.filter((node) => node.name === name).map((node) => node.text);
  const negative = nodes.filter((node) => node.name === 'ArithmeticExpression' && /^-\s*[\d.]+$/.test(node.text)).map((node) => node.text);
  return {
    texts: of('StringLiteral').map(textOf),
    numbers: [...of('NumericLiteral'), ...negative].map((text) => Number(text.replace(/\s/g, ''))).filter(Number.isFinite),
    booleans: nodes.some((node) => node.name === 'BooleanLiteral') || /^\w+$/.test(expression.trim()),
    lists: nodes.some(
      (node) => node.name === 'QuantifiedExpression' || node.name === 'FilterExpression' || /^(list contains|count)\(/.test(node.text),
    ),
  };
}

function textOf(written: string): string {
  try {
    return JSON.parse(written) as string;
  } catch {
    return written.slice(1, -1);
  }
}

/**
 * Whether an expression only compares single names with constants, so that a few values stand for all. Whatever else it may do – count
 * days, compare two fields, calculate – is not followed: its outcome is then free.
 */
export function isPlain(expression: string): boolean {
  const tree = feelTree(expression);
  return feelNodes(tree).every(isPlainNode);
}

const UNPLAIN = new Set([
  'IfExpression',
  'ForExpression',
  'FilterExpression',
  'FunctionDefinition',
  'Context',
  'InstanceOfExpression',
  'AtLiteral',
  'DateTimeLiteral',
  '⚠',
]);
const CALLS = new Set(['not', 'list contains', 'count']);

function isPlainNode(node: FeelNode): boolean {
  if (UNPLAIN.has(node.name)) return false;
  if (node.name === 'ArithmeticExpression') return names(node.text).length === 0;
  if (node.name === 'FunctionInvocation') return isPlainCall(node);
  return node.name !== 'Comparison' || new Set(names(node.text)).size <= 1 || node.text.includes(' satisfies ');
}

/** Lists have one or two items here, so that a number of items beyond two would never be reached. */
function isPlainCall(node: FeelNode): boolean {
  const called = node.parts[0]?.text.replace(/\s+/g, ' ') ?? '';
  return CALLS.has(called);
}

/** Whether it counts beyond what lists have here. */
export const countsFar = (expression: string): boolean =>
  /\bcount\s*\(/.test(expression) && literalsIn(expression).numbers.some((number) => number > 2);
