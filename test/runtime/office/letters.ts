/** A diagram of processes that talk to each other; each of its starts and tasks writes the fields that it names. */
export const letters = (body: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gc="urn:guicheng:bpmn:1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="letters-file" targetNamespace="urn:guicheng:test">
${['询问', '答复', '通知'].map((name, index) => `<bpmn:message id="m${index}" name="${name}" />`).join('')}
<bpmn:signal id="sig" name="集合" />
${body}
</bpmn:definitions>`;

const MESSAGES: { readonly [name: string]: string } = { 询问: 'm0', 答复: 'm1', 通知: 'm2' };

/** A process whose elements follow each other in a line, all in the lane of a post where one is named. Everybody may start it. */
export function line(key: string, elements: readonly string[], post?: string): string {
  const ids = elements.map((element) => / id="([^"]+)"/.exec(element)?.[1] ?? '');
  const flows = ids
    .slice(1)
    .map((to, index) => `<bpmn:sequenceFlow id="${ids[index]}-${to}" sourceRef="${ids[index]}" targetRef="${to}" />`);
  return `<bpmn:process id="${key}" name="流程${key}" isExecutable="true"><bpmn:extensionElements>
<gc:about title="{number}" /><gc:starter kind="initiator" />
<gc:form><gc:field key="number" name="编号" type="text" /><gc:field key="reply" name="答复" type="text" /></gc:form>
</bpmn:extensionElements>${post ? laneOf(key, post, ids) : ''}${elements.join('')}${flows.join('')}</bpmn:process>`;
}

const laneOf = (key: string, post: string, ids: readonly string[]): string =>
  `<bpmn:laneSet id="${key}-lanes"><bpmn:lane id="${key}-lane" name="岗位">${words(`<gc:post key="${post}" />`)}${ids
    .map((one) => `<bpmn:flowNodeRef>${one}</bpmn:flowNodeRef>`)
    .join('')}</bpmn:lane></bpmn:laneSet>`;

const words = (inner: string): string => `<bpmn:extensionElements>${inner}</bpmn:extensionElements>`;

export const begin = (id: string): string =>
  `<bpmn:startEvent id="${id}">${words('<gc:access field="number" mode="write" />')}</bpmn:startEvent>`;

/** A step of the initiator, or of the registry where the case has none. */
export const step = (id: string, who: 'initiator' | 'registry' = 'initiator'): string =>
  `<bpmn:userTask id="${id}" name="办理${id}">${words(
    `${who === 'initiator' ? '<gc:assignment kind="initiator" />' : '<gc:assignment kind="post" post="registry" />'}<gc:access field="number" /><gc:access field="reply" mode="write" />`,
  )}</bpmn:userTask>`;

/** What is said of a message: its key, how long it is kept, and what it carries. */
export interface Said {
  readonly key?: string;
  readonly keepFor?: string;
  readonly carries?: string;
}

const told = ({ key, keepFor, carries }: Said): string =>
  words(
    `${carries ? `<gc:payload from="${carries}" to="${carries}" />` : ''}${
      key || keepFor ? `<gc:correlation${key ? ` key="${key}"` : ''}${keepFor ? ` keepFor="${keepFor}"` : ''} />` : ''
    }`,
  );

/** An event with a message: where it stands says whether it is thrown or caught. */
export const message = (
  type: 'startEvent' | 'endEvent' | 'intermediateCatchEvent' | 'intermediateThrowEvent',
  id: string,
  of: Said & { readonly name: string },
): string =>
  `<bpmn:${type} id="${id}">${told(of)}<bpmn:messageEventDefinition id="${id}-is" messageRef="${MESSAGES[of.name]}" /></bpmn:${type}>`;

export const signal = (type: 'startEvent' | 'endEvent' | 'intermediateCatchEvent', id: string): string =>
  `<bpmn:${type} id="${id}"><bpmn:signalEventDefinition id="${id}-is" signalRef="sig" /></bpmn:${type}>`;

export const end = (id: string): string => `<bpmn:endEvent id="${id}" />`;
