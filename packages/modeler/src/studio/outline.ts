import type { Text } from '@guicheng/server/contract';
import { bpmnElements, documentOf } from './drawn.ts';
import { englishName } from './named.ts';

/** One element of a flow as it is read aloud: what it is, where it stands, and where it goes on. */
export interface OutlineEntry {
  readonly element: string;
  readonly name: Text;
  /** BPMN's name of what it is: userTask, exclusiveGateway. */
  readonly type: string;
  readonly lane: Text | null;
  /** The element that holds it, where it stands inside a sub-process. */
  readonly inside: string | null;
  /** The key of the flow that it calls. */
  readonly calls: string | null;
  /** Where it goes on, with the words on the arrow. */
  readonly next: readonly { readonly element: string; readonly name: Text; readonly when: Text | null }[];
}

const NODES = /^(?:.*[tT]ask|.*Gateway|.*Event|callActivity|subProcess|transaction|adHocSubProcess)$/;

const nameOf = (element: Element): Text => {
  const english = englishName(element);
  return { zh: element.getAttribute('name') ?? '', ...(english === undefined ? {} : { en: english }) };
};

/** A process as a list, in the order in which it is written: what a screen reader hears and a phone shows instead of the picture. */
export function outlineOf(xml: string, process: string): readonly OutlineEntry[] {
  const document = documentOf(xml);
  const root = bpmnElements(document, 'process').find((one) => one.getAttribute('id') === process);
  if (!root) return [];
  const lanes = new Map(
    bpmnElements(root, 'lane').flatMap((lane) =>
      bpmnElements(lane, 'flowNodeRef').map((ref) => [ref.textContent ?? '', nameOf(lane)] as const),
    ),
  );
  const nodes = [...root.getElementsByTagName('*')].filter(
    (element) => NODES.test(element.localName) && element.hasAttribute('id') && element.localName !== 'terminateEventDefinition',
  );
  const known = new Map(nodes.map((node) => [node.getAttribute('id') ?? '', node]));
  const flows = bpmnElements(root, 'sequenceFlow');
  return nodes.map((node): OutlineEntry => {
    const id = node.getAttribute('id') ?? '';
    const parent = node.parentElement;
    const inside = parent && parent !== root && known.has(parent.getAttribute('id') ?? '') ? parent.getAttribute('id') : null;
    return {
      element: id,
      name: nameOf(node),
      type: node.localName,
      lane: lanes.get(id) ?? (inside ? (lanes.get(inside) ?? null) : null),
      inside,
      calls: node.getAttribute('calledElement'),
      next: flows.flatMap((flow) => {
        const to = flow.getAttribute('sourceRef') === id ? known.get(flow.getAttribute('targetRef') ?? '') : undefined;
        const when = nameOf(flow);
        return to ? [{ element: to.getAttribute('id') ?? '', name: nameOf(to), when: when.zh === '' ? null : when }] : [];
      }),
    };
  });
}
