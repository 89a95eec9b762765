import { type FeelNode, feelTree } from './tree.ts';

/** What an expression reads: names outside filters are variables for certain, within a filter they may be members of its items. */
export interface Reads {
  readonly surely: readonly string[];
  readonly perhaps: readonly string[];
}

/** The variables that an expression reads, sorted; loop variables, context keys and called functions are not among them. */
export function names(expression: string): readonly string[] {
  const { surely, perhaps } = reads(expression);
  return [...new Set([...surely, ...perhaps])].sort();
}

/** The same, told apart by how certain it is. */
export function reads(expression: string): Reads {
  const found: Found = { surely: new Set(), perhaps: new Set() };
  collect({ node: feelTree(expression), filtered: false, bound: new Set() }, found);
  return { surely: [...found.surely].sort(), perhaps: [...found.perhaps].sort() };
}

interface Found {
  readonly surely: Set<string>;
  readonly perhaps: Set<string>;
}

interface Place {
  readonly node: FeelNode;
  readonly filtered: boolean;
  readonly bound: ReadonlySet<string>;
}

function collect({ node, filtered, bound }: Place, found: Found): void {
  if (node.name === 'VariableName') {
    if (!bound.has(node.text)) (filtered ? found.perhaps : found.surely).add(node.text);
    return;
  }
  const inner = new Set([...bound, ...boundBy(node)]);
  for (const [index, part] of node.parts.entries()) {
    const called = node.name === 'FunctionInvocation' && index === 0 && part.name === 'VariableName';
    const within = filtered || (node.name === 'FilterExpression' && index > 0);
    if (!called) collect({ node: part, filtered: within, bound: inner }, found);
  }
}

/** Names that a node gives to the parts within it. */
function boundBy(node: FeelNode): readonly string[] {
  switch (node.name) {
    case 'ForExpression':
    case 'QuantifiedExpression':
    case 'InExpressions':
      return [...loopNames(node), 'partial'];
    case 'FilterExpression':
      return ['item'];
    case 'Context':
      return node.parts.filter(({ name }) => name === 'ContextEntry').map((entry) => entry.parts[0]?.text.replace(/^"|"$/g, '') ?? '');
    default:
      return [];
  }
}

const loopNames = (node: FeelNode): readonly string[] =>
  (node.name === 'InExpressions' ? [node] : node.parts.filter(({ name }) => name === 'InExpressions')).flatMap(({ parts }) =>
    parts.filter(({ name }) => name === 'InExpression').map(({ parts: [variable] }) => variable?.text ?? ''),
  );
