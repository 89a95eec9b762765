import { type Node, nodeOf, nodesOf, textOf } from '../node.ts';
import { type Family, familiesOf } from './families.ts';

/** An attribute or an element that another tool wrote. */
export interface ForeignWord {
  readonly family: Family;
  /** As the file has it: `camunda:assignee`. */
  readonly written: string;
  /** Without its prefix. */
  readonly name: string;
  /** Of an attribute. */
  readonly value?: string;
  /** Of an element. */
  readonly node?: Node;
}

/** What other tools wrote on an element: its attributes, then what stands in its extensionElements. */
export function foreignWordsOf(node: Node | undefined): readonly ForeignWord[] {
  if (!node) return [];
  const families = familiesOf(node);
  if (families.size === 0) return [];
  const read = (written: string, of: Pick<ForeignWord, 'value' | 'node'>): readonly ForeignWord[] => {
    const [prefix = '', name] = written.split(':');
    const family = families.get(prefix);
    return family && name ? [{ family, written, name, ...of }] : [];
  };
  const attributes = typeof node.$attrs === 'object' && node.$attrs !== null ? Object.entries(node.$attrs) : [];
  return [
    ...attributes.flatMap(([written, value]) => (typeof value === 'string' ? read(written, { value: value.trim() }) : [])),
    ...nodesOf(nodeOf(node, 'extensionElements'), 'values').flatMap((word) => read(word.$type, { node: word })),
  ];
}

/** A foreign attribute of the element; undefined where it is absent or empty. */
export const foreignText = (node: Node | undefined, name: string): string | undefined =>
  foreignWordsOf(node).find((word) => word.name === name && word.value)?.value;

/** The foreign elements of one name, in document order. */
export const foreignNodes = (node: Node | undefined, name: string): readonly Node[] =>
  foreignWordsOf(node).flatMap((word) => (word.name === name && word.node ? [word.node] : []));

/** The first of them. */
export const foreignNode = (node: Node | undefined, name: string): Node | undefined => foreignNodes(node, name)[0];

/** The parts of a foreign element that go by one name, whatever their prefix. */
export const partsOf = (node: Node | undefined, name: string): readonly Node[] =>
  nodesOf(node, '$children').filter(({ $type }) => $type.slice($type.indexOf(':') + 1) === name);

/** The text between the tags of a foreign element. */
export const bodyOf = (node: Node | undefined): string | undefined => textOf(node, '$body');
