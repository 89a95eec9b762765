import { definitionsOf } from '../../file/process.ts';
import { elementAt, elementsAt, type Drawn, type ModdleElement, type Services } from '../../file/moddle.ts';
import { MESSAGE, putShared, sharedName } from '../event/shared.ts';

/** What of an element refers to its message: the element itself, or its message event definition. Undefined where it has none to do with messages. */
export function messageHolderOf({ businessObject }: Drawn): ModdleElement | undefined {
  if (businessObject.$type === 'bpmn:SendTask' || businessObject.$type === 'bpmn:ReceiveTask') return businessObject;
  return elementsAt(businessObject, 'eventDefinitions').find(({ $type }) => $type === 'bpmn:MessageEventDefinition');
}

/** Whether the element sends it; the others wait for it. */
export const isSent = ({ businessObject }: Drawn): boolean =>
  businessObject.$type === 'bpmn:SendTask' || businessObject.$instanceOf('bpmn:ThrowEvent');

/** The name that its message goes by; empty where none is named. */
export const messageNameOf = (element: Drawn): string => sharedName(messageHolderOf(element), MESSAGE);

/** Names the message of an element (see `putShared`). One step of undo. */
export function putMessageName(modeler: Services, element: Drawn, name: string): void {
  const holder = messageHolderOf(element);
  if (holder) putShared(modeler, element, { holder, shared: MESSAGE, name });
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
