import type { Node } from '../node.ts';

/** Whose words they are. Activiti is where Flowable comes from, and writes the same. */
export type Family = 'camunda' | 'zeebe' | 'flowable';

const FAMILIES: { readonly [uri: string]: Family } = {
  'http://camunda.org/schema/1.0/bpmn': 'camunda',
  'http://activiti.org/bpmn': 'flowable',
  'http://flowable.org/bpmn': 'flowable',
  'http://camunda.org/schema/zeebe/1.0': 'zeebe',
};

const NONE: ReadonlyMap<string, Family> = new Map();
const known = new WeakMap<Node, ReadonlyMap<string, Family>>();

/** The prefixes of other tools that a file declares, at its root; looked at once for each file. */
export function familiesOf(node: Node): ReadonlyMap<string, Family> {
  let root = node;
  for (let at: Node | undefined = node; at; at = at.$parent) root = at;
  const found = known.get(root);
  if (found) return found;
  const families = declaredAt(root);
  known.set(root, families);
  return families;
}

function declaredAt(root: Node): ReadonlyMap<string, Family> {
  const attributes = root.$attrs;
  if (typeof attributes !== 'object' || attributes === null) return NONE;
  const pairs = Object.entries(attributes).flatMap(([name, uri]) => {
    const family = name.startsWith('xmlns:') && typeof uri === 'string' ? FAMILIES[uri] : undefined;
    return family ? [[name.slice('xmlns:'.length), family] as const] : [];
  });
  return pairs.length === 0 ? NONE : new Map(pairs);
}
