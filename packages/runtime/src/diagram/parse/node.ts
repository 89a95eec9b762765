import { feelFrom } from './foreign/expression.ts';

/** An element as moddle read it: untyped, so every look at it goes through the functions below. */
export interface Node {
  readonly $type: string;
  readonly $parent?: Node;
  readonly id?: string;
  $instanceOf(type: string): boolean;
  readonly [property: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && '$type' in value;

/** A text attribute or body; undefined where empty or absent. */
export function textOf(node: Node | undefined, property: string): string | undefined {
  const value = node?.[property];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A yes-or-no attribute, with BPMN's default where it is absent. */
export function flagOf(node: Node, property: string, otherwise: boolean): boolean {
  const value = node[property];
  return typeof value === 'boolean' ? value : otherwise;
}

/** A number attribute; undefined where absent or no number. */
export function numberOf(node: Node, property: string): number | undefined {
  const value = node[property];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** The one element under a property, contained or referred to. */
export function nodeOf(node: Node | undefined, property: string): Node | undefined {
  const value = node?.[property];
  return isNode(value) ? value : undefined;
}

/** The elements under a property, in document order. */
export function nodesOf(node: Node | undefined, property: string): readonly Node[] {
  const value = node?.[property];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** Our words of one type under the element's extensionElements, in document order. */
export const wordsOf = (node: Node | undefined, type: string): readonly Node[] =>
  nodesOf(nodeOf(node, 'extensionElements'), 'values').filter((word) => word.$type === `gc:${type}`);

/** The first of them. */
export const wordOf = (node: Node | undefined, type: string): Node | undefined => wordsOf(node, type)[0];

/** BPMN's type without its prefix and with a small first letter: `userTask`. */
export function typeOf(node: Node): string {
  const name = node.$type.slice(node.$type.indexOf(':') + 1);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** The text of an expression element, as FEEL as far as it can be read. */
export function expressionOf(node: Node | undefined, property: string): string | undefined {
  const text = textOf(nodeOf(node, property), 'body');
  return text === undefined ? undefined : feelFrom(text);
}
