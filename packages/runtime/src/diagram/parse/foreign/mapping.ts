import { id } from '../../../words/ids.ts';
import { isSafeKey } from '../../../words/json.ts';
import type { Mapping } from '../../model.ts';
import { type Node, textOf } from '../node.ts';
import { feelFrom, isUnread } from './expression.ts';
import { bodyOf, foreignNode, foreignNodes, partsOf } from './words.ts';

/** What crosses into a call or back, by `in` and `out` of Camunda 7 and Flowable or the `ioMapping` of Camunda 8. */
export const foreignCrossing = (node: Node, way: 'in' | 'out'): readonly Mapping[] => [
  ...foreignNodes(node, way).flatMap(crossing),
  ...zeebeMapping(node, way),
];

/** What a job is given and what is taken from its answer. */
export const foreignParameters = (node: Node, way: 'in' | 'out'): readonly Mapping[] => [
  ...partsOf(foreignNode(node, 'inputOutput'), way === 'in' ? 'inputParameter' : 'outputParameter').flatMap(parameter),
  ...zeebeMapping(node, way),
];

/** `ioMapping` alone: on events and receive tasks its outputs take values from the message. */
export const zeebeMapping = (node: Node, way: 'in' | 'out'): readonly Mapping[] =>
  partsOf(foreignNode(node, 'ioMapping'), way === 'in' ? 'input' : 'output').flatMap((one) =>
    mapping(textOf(one, 'source'), textOf(one, 'target')),
  );

/** Whether one `in` or `out` says by itself what crosses. */
export const isCrossingRead = (node: Node): boolean => crossing(node).length > 0;

/** Whether all parameters of an `inputOutput` are texts or expressions, not scripts, lists or maps. */
export const areParametersRead = (node: Node): boolean =>
  [...partsOf(node, 'inputParameter'), ...partsOf(node, 'outputParameter')].every((one) => parameter(one).length > 0);

/** Whether all inputs and outputs of an `ioMapping` can be read. */
export const isMappingRead = (node: Node): boolean =>
  [...partsOf(node, 'input'), ...partsOf(node, 'output')].every((one) => mapping(textOf(one, 'source'), textOf(one, 'target')).length > 0);

function crossing(node: Node): readonly Mapping[] {
  const source = textOf(node, 'source') ?? textOf(node, 'sourceExpression');
  return mapping(source, textOf(node, 'target'));
}

/** A text without an expression is that text. */
function parameter(node: Node): readonly Mapping[] {
  const body = bodyOf(node);
  if (partsOf(node, 'script').length + partsOf(node, 'list').length + partsOf(node, 'map').length > 0 || body === undefined) return [];
  return mapping(/^[$#]\{/.test(body) ? body : JSON.stringify(body), textOf(node, 'name'));
}

function mapping(source: string | undefined, to: string | undefined): readonly Mapping[] {
  if (source === undefined || to === undefined || !to.split('.').every(isSafeKey)) return [];
  const from = feelFrom(source);
  return isUnread(from) && !from.startsWith('"') ? [] : [{ from: id<'feel'>(from), to }];
}
