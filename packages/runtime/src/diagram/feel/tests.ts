import type { Text } from '../../words/text.ts';
import { type FeelNode, testsTree } from './tree.ts';

/** The name under which a test sees the value that it is about; FEEL writes `?` for it. */
export const ASKED = '_asked_';

/** A cell of a table taken apart: expressions over `_asked_`, of which one must be true; none where any value will do. */
export interface Tests {
  readonly ok: true;
  readonly negated: boolean;
  readonly any: readonly Test[];
}

/** `beside`: a condition that says nothing of the value; it does not count where the value is itself a yes or no. */
export interface Test {
  readonly text: string;
  readonly beside?: true;
}

export interface NotTests {
  readonly ok: false;
  readonly fault: Text;
}

/**
 * FEEL's unary tests (`"a", "b"`, `> 5`, `[1..3]`, `not(…)`, `-`, anything with `?`) as expressions. `value`: what is tested, where that is
 * not the value itself but a date made of it.
 */
export function testsIn(cell: string, value: string = ASKED): Tests | NotTests {
  if (cell.trim() === '' || cell.trim() === '-') return { ok: true, negated: false, any: [] };
  const tree = testsTree(cell);
  const fault = firstFault(tree);
  if (fault)
    return {
      ok: false,
      fault: { zh: `“${cell}”第 ${fault.from + 1} 个字符处看不懂`, en: `“${cell}” is not FEEL at character ${fault.from + 1}` },
    };
  const root = tree.parts[0];
  const list = root?.parts.find(({ name }) => name === 'PositiveUnaryTests');
  if (!list) return { ok: false, fault: { zh: `“${cell}”看不懂`, en: `“${cell}” is not FEEL` } };
  return { ok: true, negated: root?.parts[0]?.name === 'not', any: list.parts.flatMap((test) => expressionsOf(cell, test, value)) };
}

const firstFault = (node: FeelNode): FeelNode | undefined =>
  node.name === '⚠' ? node : node.parts.map(firstFault).find((found) => found !== undefined);

function expressionsOf(cell: string, test: FeelNode, value: string): readonly Test[] {
  const marks = questionMarks(test);
  if (marks.length > 0) {
    let text = cell.slice(test.from, test.from + test.text.length);
    for (const at of [...marks].reverse()) text = `${text.slice(0, at - test.from)}${value}${text.slice(at - test.from + 1)}`;
    return [{ text }];
  }
  const [only] = test.parts;
  if (only?.name === 'SimplePositiveUnaryTest') return [{ text: `${value} in (${test.text})` }];
  if (only && LITERALS.has(only.name)) return [{ text: `${value} = ${test.text}` }];
  // The value itself, one of a list or range, or a condition that holds.
  return [{ text: `${value} = (${test.text}) or ${value} in (${test.text})` }, { text: test.text, beside: true }];
}

const LITERALS = new Set(['StringLiteral', 'NumericLiteral', 'BooleanLiteral', 'DateTimeLiteral', 'null', 'ArithmeticExpression']);

const questionMarks = (node: FeelNode): readonly number[] => (node.name === '?' ? [node.from] : node.parts.flatMap(questionMarks));
