import { type ElementId, type FlowId, id } from '../../words/ids.ts';
import type { Element, ElementType, Flow, Job, Process } from '../model.ts';
import { decidedBy } from './decide.ts';
import { type Node, nodesOf, textOf, typeOf } from './node.ts';
import { processOfficeOf, stepOfficeOf } from './office.ts';
import type { Reading } from './reading.ts';
import { nameOf } from './words.ts';

/** A global task, which call activities may name, as a process of its own: a start, the task, an end. */
export function globalTaskOf(reading: Reading, node: Node): Process {
  const key = node.id ?? '';
  const task = typeOf(node).replace(/^global/, '');
  const type = (task.charAt(0).toLowerCase() + task.slice(1)) as ElementType;
  const ids = [id<'bpmn'>(`${key}-start`), id<'bpmn'>(key), id<'bpmn'>(`${key}-end`)] as const;
  const flows = [flowOf(ids[0], ids[1]), flowOf(ids[1], ids[2])] as const;
  const bare = { name: nameOf(node), parent: null, triggers: [], startQuantity: 1, completionQuantity: 1 };
  const plain = stepOfficeOf(reading, { $type: 'bpmn:StartEvent', $instanceOf: () => false });
  const job = jobOf(reading, node, type);
  const elements: readonly Element[] = [
    { ...bare, id: ids[0], type: 'startEvent', incoming: [], outgoing: [flows[0].id], office: plain },
    {
      ...bare,
      id: ids[1],
      type,
      incoming: [flows[0].id],
      outgoing: [flows[1].id],
      ...(job ? { job } : {}),
      office: stepOfficeOf(reading, node),
    },
    { ...bare, id: ids[2], type: 'endEvent', incoming: [flows[1].id], outgoing: [], office: plain },
  ];
  return {
    key: id(key),
    name: nameOf(node),
    executable: false,
    elements,
    flows,
    lanes: [],
    office: processOfficeOf(reading, node),
    fields: [],
  };
}

/** What a script or a business rule of the whole file asks for. */
function jobOf(reading: Reading, node: Node, type: ElementType): Job | undefined {
  if (type === 'scriptTask') return { type: 'script', name: textOf(nodesOf(node, 'scripts')[0], 'body') ?? '', input: [], output: [] };
  if (type !== 'businessRuleTask') return undefined;
  const decided = decidedBy(reading, node);
  return decided?.type === 'decide' ? decided : { type: 'rule', name: '', input: [], output: [], ...decided };
}

const flowOf = (from: ElementId, to: ElementId): Flow => ({
  id: id<'flow'>(`${from}-${to}`) satisfies FlowId,
  name: { zh: '' },
  from,
  to,
  parent: null,
});
