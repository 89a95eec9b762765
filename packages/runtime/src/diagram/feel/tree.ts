import { parseExpression } from 'feelin';

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

/** The tree of an expression. Where the grammar does not hold, nodes named `⚠` stand in it. Linear in the text's length. */
export function feelTree(expression: string): FeelNode {
  const root: Building = { name: 'Root', text: expression, from: 0, parts: [] };
  const stack: Building[] = [root];
  parseExpression(expression, {}, undefined).iterate({
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
