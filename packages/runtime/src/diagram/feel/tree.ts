import { parseExpression, parseUnaryTests } from 'feelin';
import { FEEL_LIMITS } from './limits.ts';

/** A node of a FEEL expression: the grammar's name for it, its text and its parts. */
export interface FeelNode {
  readonly name: string;
  readonly text: string;
  readonly from: number;
  readonly parts: readonly FeelNode[];
}

interface Building extends FeelNode {
  readonly parts: FeelNode[];
}

const cache = new Map<string, FeelNode>();

/** Trees kept at a time: a diagram being drawn is read again after each change, and nearly all its expressions are as before. */
const KEPT = 1000;

/**
 * The tree of an expression. Where the grammar does not hold, nodes named `⚠` stand in it; what is beyond the limits is one such node, so that
 * no walk over a tree runs out of stack. Linear in the text's length; known ones cost nothing.
 */
export function feelTree(expression: string): FeelNode {
  const known = cache.get(expression);
  if (known) return known;
  const tree = isBounded(expression) ? read(expression, parseExpression(expression, {}, undefined)) : unread(expression);
  if (cache.size >= KEPT) cache.clear();
  cache.set(expression, tree);
  return tree;
}

/** The tree of unary tests, as a cell of a decision table holds them; not kept, as a table is read once. */
export const testsTree = (tests: string): FeelNode =>
  isBounded(tests) ? read(tests, parseUnaryTests(tests, {}, undefined)) : unread(tests);

const isBounded = (text: string): boolean => text.length <= FEEL_LIMITS.length && bracketDepth(text) <= FEEL_LIMITS.brackets;

const unread = (text: string): FeelNode => ({ name: 'Root', text, from: 0, parts: [{ name: '⚠', text, from: 0, parts: [] }] });

/** How deep brackets stand in each other; strings are not told apart, which can only refuse too much. */
export function bracketDepth(expression: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of expression) {
    if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function read(expression: string, parsed: ReturnType<typeof parseExpression>): FeelNode {
  const root: Building = { name: 'Root', text: expression, from: 0, parts: [] };
  const stack: Building[] = [root];
  parsed.iterate({
    enter({ name, from, to, type }) {
      const node: Building = { name: type.isError ? '⚠' : name, text: expression.slice(from, to), from, parts: [] };
      stack.at(-1)?.parts.push(node);
      stack.push(node);
    },
    leave() {
      stack.pop();
    },
  });
  return root;
}

/** All nodes, a node before its parts. */
export const feelNodes = (node: FeelNode): readonly FeelNode[] => [node, ...node.parts.flatMap(feelNodes)];
