import { elementsIn, isSpace, type XmlElement } from '../../file/xml/node.ts';

const known = new WeakMap<XmlElement, string>();

/** An element as one text that is the same for two that say the same, whatever their prefixes and spaces; worked out once. */
export function meaning(element: XmlElement): string {
  const before = known.get(element);
  if (before !== undefined) return before;
  const spaced = elementsIn(element).length > 0;
  const attributes = element.attributes.map(({ uri, local, value }) => `${uri} ${local}=${value}`).toSorted();
  const parts = element.children
    .filter((child) => child.kind !== 'aside' && !(spaced && isSpace(child)))
    .map((child) => (child.kind === 'element' ? meaning(child) : child.text));
  const text = JSON.stringify([element.uri, element.local, attributes, parts.join('')]);
  known.set(element, text);
  return text;
}
