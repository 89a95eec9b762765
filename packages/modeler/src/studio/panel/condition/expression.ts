import { elementAt, textAt, type Drawn, type Moddle, type ModdleElement, type Modeling, type Services } from '../../file/moddle.ts';

/** The FEEL under a property of an element or of a part of it; empty where there is none. */
export const expressionAt = (element: ModdleElement | undefined, property: string): string =>
  textAt(elementAt(element, property), 'body').trim().replace(/^=\s*/, '');

/** Puts FEEL under a property of an element or of a part of it (`within`); an empty text takes it away. One command, or none where it says so already. */
export function putExpressionAt(
  modeler: Services,
  element: Drawn,
  { within, property, feel }: { readonly within: ModdleElement; readonly property: string; readonly feel: string },
): void {
  if (expressionAt(within, property) === feel) return;
  const modeling = modeler.get<Modeling>('modeling');
  const now = elementAt(within, property);
  if (now && feel !== '') return modeling.updateModdleProperties(element, now, { body: feel });
  const made = feel === '' ? undefined : modeler.get<Moddle>('moddle').create('bpmn:FormalExpression', { body: feel });
  if (made) Object.assign(made, { $parent: within });
  modeling.updateModdleProperties(element, within, { [property]: made });
}
