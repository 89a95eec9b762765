import { type FeelNode, feelTree } from '../diagram/feel/tree.ts';

/** How one thing stands to another: smaller, equal, greater. */
export type Order = '<' | '=' | '>';

const ORDERS: readonly Order[] = ['<', '=', '>'];

/** A condition that is one comparison of two sides, the sides in the order of their letters, so that `a < b` and `not(b <= a)` are told as one. */
export interface Relation {
  readonly left: string;
  readonly right: string;
  /** In which orders the condition holds. */
  readonly holds: readonly Order[];
}

const HOLDS: { readonly [operator: string]: readonly Order[] } = {
  '<': ['<'],
  '<=': ['<', '='],
  '=': ['='],
  '!=': ['<', '>'],
  '>=': ['=', '>'],
  '>': ['>'],
};

/** Reads a condition as a comparison; undefined where it is something else. */
export function relationIn(expression: string): Relation | undefined {
  const { node, negated } = bare(feelTree(expression), false);
  const [left, operator, right, ...more] = node.parts;
  const holds = node.name === 'Comparison' && left && right && more.length === 0 ? HOLDS[operator?.text ?? ''] : undefined;
  if (!left || !right || !holds) return undefined;
  const own = negated ? ORDERS.filter((order) => !holds.includes(order)) : holds;
  const [one, other] = [plainText(left), plainText(right)];
  if (one <= other) return { left: one, right: other, holds: own };
  return { left: other, right: one, holds: ORDERS.filter((order) => own.includes(MIRRORED[order])) };
}

const MIRRORED: { readonly [Own in Order]: Order } = { '<': '>', '=': '=', '>': '<' };

/** Without brackets and `not` around it. */
function bare(node: FeelNode, negated: boolean): { readonly node: FeelNode; readonly negated: boolean } {
  const inner = node.parts.filter(({ name }) => name !== '(' && name !== ')');
  const [first, second] = inner;
  if ((node.name === 'Root' || node.name === 'Expression' || node.name === 'ParenthesizedExpression') && first && inner.length === 1)
    return bare(first, negated);
  if (node.name === 'PositionalParameters' && first && inner.length === 1) return bare(first, negated);
  if (node.name === 'FunctionInvocation' && first?.text === 'not' && second && inner.length === 2) return bare(second, !negated);
  return { node, negated };
}

const plainText = ({ text }: FeelNode): string => text.replaceAll(/\s+/g, ' ').trim();

/** The orders that these conditions tell apart, one for each sort; two things are seldom equal, so that a sort is shown by another if it can be. */
export function ordersToTell(relations: readonly Relation[]): readonly Order[] {
  const sorts = new Map<string, Order>();
  for (const order of ['<', '>', '='] as const) {
    const sort = relations.map(({ holds }) => holds.includes(order)).join();
    if (!sorts.has(sort)) sorts.set(sort, order);
  }
  return [...sorts.values()];
}

/** Whether things can stand to each other like this all at once, where nothing else bounds them: where no circle of smaller and greater leads back. */
export function canBeTogether(told: readonly { readonly left: string; readonly right: string; readonly order: Order }[]): boolean {
  const same = new Map<string, string>();
  const rootOf = (one: string): string => {
    const next = same.get(one);
    return next === undefined ? one : rootOf(next);
  };
  for (const { left, right, order } of told) if (order === '=' && rootOf(left) !== rootOf(right)) same.set(rootOf(left), rootOf(right));
  let open = told.flatMap(({ left, right, order }) => {
    if (order === '=') return [];
    const [less, more] = order === '<' ? [left, right] : [right, left];
    return [{ less: rootOf(less), more: rootOf(more) }];
  });
  for (let before = -1; before !== open.length; ) {
    before = open.length;
    const smaller = new Set(open.map(({ less }) => less));
    open = open.filter(({ more }) => smaller.has(more));
  }
  return open.length === 0;
}
