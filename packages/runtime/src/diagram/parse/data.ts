import { type Feel, id } from '../../words/ids.ts';
import { isSafeKey } from '../../words/json.ts';
import type { Mapping } from '../model.ts';
import { type Node, expressionOf, nodeOf, nodesOf, textOf } from './node.ts';

/** What BPMN's data associations say of a step: what goes in as it begins, what comes out as it ends, data stores that are named. */
export interface Associated {
  readonly input: readonly Mapping[];
  readonly output: readonly Mapping[];
  readonly stores: readonly string[];
}

/** The data that live with a process or an activity: its data objects, properties, data inputs and outputs, by the names that FEEL reads. */
export function dataNamesIn(node: Node): readonly string[] {
  const io = nodeOf(node, 'ioSpecification');
  const objects = nodesOf(node, 'flowElements').filter(({ $type }) => $type === 'bpmn:DataObject' || $type === 'bpmn:DataObjectReference');
  const all = [...objects, ...nodesOf(node, 'properties'), ...nodesOf(io, 'dataInputs'), ...nodesOf(io, 'dataOutputs')];
  return [...new Set(all.flatMap((one) => dataName(one) ?? []))];
}

/** The data associations of an activity or event. What only draws a document beside a step says nothing of values. */
export function associationsOf(node: Node): Associated {
  const ins = nodesOf(node, 'dataInputAssociations');
  const outs = nodesOf(node, 'dataOutputAssociations');
  const loop = nodeOf(node, 'loopCharacteristics');
  const [list, gathered] = [nodeOf(loop, 'loopDataInputRef'), nodeOf(loop, 'loopDataOutputRef')];
  return {
    // The list of a multi-instance is read by itself.
    input: ins.filter((one) => !list || nodeOf(one, 'targetRef') !== list).flatMap(mappingsOf),
    output: outs.filter((one) => !gathered || !nodesOf(one, 'sourceRef').includes(gathered)).flatMap(mappingsOf),
    stores: [...ins, ...outs].flatMap(storesOf),
  };
}

/** A transformation or assignments; without either the source as it is. */
function mappingsOf(association: Node): readonly Mapping[] {
  const target = dataName(nodeOf(association, 'targetRef'));
  const assignments = nodesOf(association, 'assignment').flatMap((one): readonly Mapping[] => {
    const from = expressionOf(one, 'from');
    const to = nameIn(expressionOf(one, 'to')) ?? target;
    return from && to ? [{ from: feel(from), to }] : [];
  });
  if (assignments.length > 0) return assignments;
  const from = expressionOf(association, 'transformation') ?? dataName(nodesOf(association, 'sourceRef')[0]);
  return from && target && from !== target ? [{ from: feel(from), to: target }] : [];
}

const feel = (text: string): Feel => id<'feel'>(text);

const storesOf = (association: Node): readonly string[] =>
  [...nodesOf(association, 'sourceRef'), nodeOf(association, 'targetRef')].flatMap((end) =>
    end?.$type === 'bpmn:DataStoreReference' ? [textOf(end, 'name') ?? end.id ?? ''] : [],
  );

/** The name of a data object, property, input or output, else its id; undefined where FEEL could read neither, and for what drawing tools put in its place. */
function dataName(node: Node | undefined): string | undefined {
  if (!node || node.$type === 'bpmn:DataStoreReference') return undefined;
  const object = nodeOf(node, 'dataObjectRef');
  const called = [textOf(object, 'name'), textOf(node, 'name'), object?.id ?? node.id];
  return called.includes('__targetRef_placeholder') ? undefined : called.map(nameIn).find((name) => name !== undefined);
}

const nameIn = (text: string | undefined): string | undefined =>
  text !== undefined && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text) && isSafeKey(text) ? text : undefined;
