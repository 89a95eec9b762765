import { definitionsOf } from '../../file/process.ts';
import { elementAt, elementsAt, textAt, type Drawn, type ModdleElement, type Modeling, type Services } from '../../file/moddle.ts';
import { together } from '../together.ts';

/** What of an element refers to its message: the element itself, or its message event definition. Undefined where it has none to do with messages. */
export function messageHolderOf({ businessObject }: Drawn): ModdleElement | undefined {
  if (businessObject.$type === 'bpmn:SendTask' || businessObject.$type === 'bpmn:ReceiveTask') return businessObject;
  return elementsAt(businessObject, 'eventDefinitions').find(({ $type }) => $type === 'bpmn:MessageEventDefinition');
}

/** Whether the element sends it; the others wait for it. */
export const isSent = ({ businessObject }: Drawn): boolean =>
  businessObject.$type === 'bpmn:SendTask' || businessObject.$instanceOf('bpmn:ThrowEvent');

/** The name that its message goes by; empty where none is named. */
export const messageNameOf = (element: Drawn): string => textAt(elementAt(messageHolderOf(element), 'messageRef'), 'name');

/** All messages of the file. */
export const messagesOf = (element: Drawn): readonly ModdleElement[] =>
  elementsAt(definitionsOf(element), 'rootElements').filter(({ $type }) => $type === 'bpmn:Message');

/**
 * Names the message of an element: the file's message of that name, where there is one; else its own is renamed, as long as nothing else uses it;
 * else a new one is added to the file. One step of undo.
 */
export function putMessageName(modeler: Services, element: Drawn, name: string): void {
  const holder = messageHolderOf(element);
  if (!holder || name === messageNameOf(element)) return;
  const modeling = modeler.get<Modeling>('modeling');
  const refer = (message: ModdleElement | undefined): void => modeling.updateModdleProperties(element, holder, { messageRef: message });
  if (name === '') return refer(undefined);
  const known = messagesOf(element).find((message) => textAt(message, 'name') === name);
  if (known) return refer(known);
  const now = elementAt(holder, 'messageRef');
  if (now && usesOf(definitionsOf(element), now) === 1) return modeling.updateModdleProperties(element, now, { name });
  const definitions = definitionsOf(element);
  const message = modeler
    .get<{ create(type: string, properties: { readonly name: string }): ModdleElement }>('bpmnFactory')
    .create('bpmn:Message', { name });
  Object.assign(message, { $parent: definitions });
  together(modeler, () => {
    // BPMN wants messages before what refers to them
    const roots = elementsAt(definitions, 'rootElements');
    modeling.updateModdleProperties(element, definitions, { rootElements: [message, ...roots] });
    refer(message);
  });
}

/** How many elements of the file refer to a message. */
function usesOf(element: ModdleElement, message: ModdleElement): number {
  const here = elementAt(element, 'messageRef') === message ? 1 : 0;
  const inner = ['rootElements', 'flowElements', 'eventDefinitions', 'messageFlows'].flatMap((part) => elementsAt(element, part));
  return inner.reduce((sum, one) => sum + usesOf(one, message), here);
}

/** The names of the pools and steps that the element exchanges messages with, by the message flows that are drawn. */
export function partnersOf(element: Drawn): readonly ModdleElement[] {
  const own = element.businessObject;
  return elementsAt(definitionsOf(element), 'rootElements')
    .flatMap((root) => elementsAt(root, 'messageFlows'))
    .flatMap((flow) => {
      const [from, to] = [elementAt(flow, 'sourceRef'), elementAt(flow, 'targetRef')];
      const other = from === own ? to : to === own ? from : undefined;
      return other ? [other] : [];
    });
}
