import { elementsIn, type XmlDocument, type XmlElement } from './xml/node.ts';

/** The text without elements in no namespace, on which moddle gives up; they are foreign to BPMN, and saving puts them back. */
export function readable({ source, root }: XmlDocument): string {
  let text = '';
  let at = 0;
  const visit = (element: XmlElement): void => {
    if (element.uri === '' && element !== root) {
      text += source.slice(at, element.from);
      at = element.to;
    } else for (const child of elementsIn(element)) visit(child);
  };
  visit(root);
  return text + source.slice(at);
}
