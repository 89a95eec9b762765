import { parseExpression, parseUnaryTests } from 'feelin';

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

/** The tree of an expression. Where the grammar does not hold, nodes named `⚠` stand in it. Linear in the text's length; known ones cost nothing. */
export function feelTree(expression: string): FeelNode {
  const known = cache.get(expression);
  if (known) return known;
  const tree = read(expression, parseExpression(expression, {}, undefined));
  if (cache.size >= KEPT) cache.clear();
  cache.set(expression, tree);
  return tree;
}

/** The tree of unary tests, as a cell of a decision table holds them; not kept, as a table is read once. */
export const testsTree = (tests: string): FeelNode => read(tests, parseUnaryTests(tests, {}, undefined));

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
