import { drawingFor } from './drawing/drawingFor.ts';
import { elementsIn, type XmlDocument, type XmlElement } from '../../file/xml/node.ts';

/**
 * The text as the editor can read it: without elements in no namespace, on which moddle gives up (they are foreign to BPMN, and saving puts
 * them back), and with a drawing where the file has none (saving leaves it out until it is changed).
 */
export function readable(document: XmlDocument): string {
  const { source, root } = document;
  let text = '';
  let at = 0;
  const visit = (element: XmlElement): void => {
    if (element.uri === '' && element !== root) {
      text += source.slice(at, element.from);
      at = element.to;
    } else for (const child of elementsIn(element)) visit(child);
  };
  visit(root);
  return text + source.slice(at, root.tailFrom) + drawingFor(document) + source.slice(root.tailFrom);
}
