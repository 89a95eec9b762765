import { type ElementId, type FlowId, id } from '../../words/ids.ts';
import type { Element, ElementType, Flow, Process } from '../model.ts';
import { activityParts } from './activity.ts';
import { compensationsOf } from './compensation.ts';
import { dataNamesIn } from './data.ts';
import { eventParts } from './event.ts';
import { fieldsOf } from './form.ts';
import { foreignNotes } from './foreign/notes.ts';
import { gatewayParts } from './gateway.ts';
import { lanesOf } from './lane.ts';
import { type Node, expressionOf, flagOf, nodeOf, nodesOf, typeOf, wordOf } from './node.ts';
import { processOfficeOf, stepOfficeOf } from './office.ts';
import type { Reading } from './reading.ts';
import { nameOf } from './words.ts';

interface Found {
  readonly node: Node;
  readonly parent: ElementId | null;
}

/** One process with everything in it, flat and in document order. */
export function processOf(reading: Reading, process: Node): Process {
  const found = everythingIn(process, null);
  const flows = found.filter(({ node }) => typeOf(node) === 'sequenceFlow').map(flowOf);
  const lanes = lanesOf(process);
  const owns = dataNamesIn(process);
  const tables = reading.tables.get(process) ?? [];
  const around: Around = {
    into: idsBy(flows, 'to'),
    outOf: idsBy(flows, 'from'),
    // an inner lane comes after the one around it, and counts
    lanes: new Map(lanes.flatMap((lane) => lane.elements.map((element) => [element, lane.id]))),
    undo: compensationsOf(process),
  };
  const elements = found.filter(({ node }) => node.$instanceOf('bpmn:FlowNode')).map((place) => elementOf(reading, place, around));
  const gathered = new Set(elements.flatMap(({ many }) => (many?.collect ?? []).flatMap(({ field, plain }) => (plain ? [field] : []))));
  return {
    key: id(process.id ?? ''),
    name: nameOf(process),
    executable: flagOf(process, 'isExecutable', false),
    elements,
    flows,
    lanes,
    office: processOfficeOf(reading, process),
    // What BPMN's own words gather from the instances of a multi-instance is each instance's own.
    fields: fieldsOf(reading, process).map((field) => (gathered.has(field.key) ? { ...field, perItem: true } : field)),
    ...(owns.length > 0 ? { owns } : {}),
    ...(tables.length > 0 ? { tables } : {}),
    ...foreignIn(process, found),
  };
}

/** What other tools wrote on the process, its nodes and its arrows. */
function foreignIn(process: Node, found: readonly Found[]): Pick<Process, 'foreign'> {
  const places = [process, ...found.map(({ node }) => node)];
  const notes = places.flatMap(foreignNotes);
  return notes.length === 0 ? {} : { foreign: { notes, hasOwn: places.some((node) => OWN.some((word) => wordOf(node, word))) } };
}

/** Words by which somebody here has said who starts, who does or what is filled in. */
const OWN = ['Starter', 'Form', 'Assignment', 'Decision', 'Access'] as const;

/** How many elements a process holds, at any depth; the arrows between them are not counted. */
export const sizeOf = (process: Node): number =>
  everythingIn(process, null).filter(({ node }) => !node.$instanceOf('bpmn:SequenceFlow')).length;

function everythingIn(container: Node, parent: ElementId | null): readonly Found[] {
  const found: Found[] = [];
  for (const node of nodesOf(container, 'flowElements')) {
    found.push({ node, parent });
    if (node.$instanceOf('bpmn:SubProcess')) found.push(...everythingIn(node, id(node.id ?? '')));
  }
  return found;
}

function flowOf({ node, parent }: Found): Flow {
  const condition = expressionOf(node, 'conditionExpression');
  return {
    id: id(node.id ?? ''),
    name: nameOf(node),
    from: id(nodeOf(node, 'sourceRef')?.id ?? ''),
    to: id(nodeOf(node, 'targetRef')?.id ?? ''),
    parent,
    ...(condition ? { condition: id<'feel'>(condition) } : {}),
  };
}

interface Around {
  readonly into: ReadonlyMap<string, readonly FlowId[]>;
  readonly outOf: ReadonlyMap<string, readonly FlowId[]>;
  readonly lanes: ReadonlyMap<ElementId, ElementId>;
  readonly undo: ReadonlyMap<string, ElementId>;
}

function elementOf(reading: Reading, { node, parent }: Found, around: Around): Element {
  const own = id<'bpmn'>(node.id ?? '');
  const defaultFlow = nodeOf(node, 'default')?.id;
  const lane = around.lanes.get(own);
  const compensatedBy = around.undo.get(own);
  return {
    id: own,
    type: typeOf(node) as ElementType,
    name: nameOf(node),
    parent,
    ...(lane ? { lane } : {}),
    incoming: around.into.get(own) ?? [],
    outgoing: around.outOf.get(own) ?? [],
    ...(defaultFlow ? { defaultFlow: id<'flow'>(defaultFlow) } : {}),
    triggers: [],
    startQuantity: 1,
    completionQuantity: 1,
    ...partsOf(reading, node),
    ...(compensatedBy ? { compensatedBy } : {}),
    office: stepOfficeOf(reading, node),
  };
}

function partsOf(reading: Reading, node: Node): Partial<Element> {
  if (node.$instanceOf('bpmn:Event')) return eventParts(reading, node);
  if (node.$instanceOf('bpmn:Gateway')) return gatewayParts(node);
  return activityParts(reading, node);
}

function idsBy(flows: readonly Flow[], end: 'from' | 'to'): ReadonlyMap<string, readonly FlowId[]> {
  const found = new Map<string, FlowId[]>();
  for (const flow of flows) {
    const ids = found.get(flow[end]);
    if (ids) ids.push(flow.id);
    else found.set(flow[end], [flow.id]);
  }
  return found;
}
