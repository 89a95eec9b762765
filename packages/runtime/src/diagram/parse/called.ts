import { type Node, textOf } from './node.ts';

/** The name that a message, signal, error or escalation goes by: its code or name, or its id where it has none. */
export const calledName = (node: Node | undefined, ...properties: readonly string[]): string =>
  properties.map((property) => textOf(node, property)).find((value) => value !== undefined) ?? node?.id ?? '';
