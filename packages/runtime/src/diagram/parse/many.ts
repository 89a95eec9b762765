import { id } from '../../words/ids.ts';
import { isSafeKey } from '../../words/json.ts';
import type { Many } from '../model.ts';
import { foreignItems } from './foreign/many.ts';
import { type Node, expressionOf, flagOf, nodeOf, nodesOf, textOf, wordOf, wordsOf } from './node.ts';
import { type Reading, keyOf } from './reading.ts';
import { triggerOf, triggersOf } from './trigger.ts';

const BEHAVIORS = { None: 'none', One: 'one', All: 'all', Complex: 'complex' } as const;

/** A multi-instance activity: BPMN's own words, or `gc:items` and `gc:collect` for lists that live in the case's data. */
export function manyOf(reading: Reading, node: Node, activity: Node): Many {
  const cardinality = expressionOf(node, 'loopCardinality');
  const items = wordOf(node, 'Items');
  const foreign = foreignItems(node);
  const over = items ? textOf(items, 'over') : (dataNameOf(nodeOf(node, 'loopDataInputRef'), activity) ?? foreign.over);
  const as = items && over ? keyOf(reading, items, 'as') : (nameOrId(nodeOf(node, 'inputDataItem')) ?? foreign.as);
  const completion = expressionOf(node, 'completionCondition');
  const noneEvent = nodeOf(node, 'noneBehaviorEventRef');
  const oneEvent = nodeOf(node, 'oneBehaviorEventRef');
  return {
    sequential: flagOf(node, 'isSequential', false),
    ...(cardinality ? { cardinality: id<'feel'>(cardinality) } : {}),
    ...(over ? { over: id<'feel'>(over) } : {}),
    ...(items && over ? { ours: true } : {}),
    ...(as ? { as } : {}),
    ...(completion ? { completion: id<'feel'>(completion) } : {}),
    behavior: behaviorOf(node),
    ...(noneEvent ? { noneEvent: triggerOf(reading, noneEvent, activity) } : {}),
    ...(oneEvent ? { oneEvent: triggerOf(reading, oneEvent, activity) } : {}),
    complex: complexOf(reading, node),
    collect: [
      ...wordsOf(node, 'Collect').map((word) => ({ field: keyOf(reading, word, 'field'), into: keyOf(reading, word, 'into') })),
      ...gatheredOf(node, activity),
    ],
  };
}

/** BPMN's own words: each instance's `outputDataItem` into the list `loopDataOutputRef`. */
function gatheredOf(node: Node, activity: Node): Many['collect'] {
  const field = nameOrId(nodeOf(node, 'outputDataItem'));
  const into = listNameOf(nodeOf(node, 'loopDataOutputRef'), activity);
  return field !== undefined && into !== undefined && isSafeKey(field) && isSafeKey(into) ? [{ field, into, plain: true }] : [];
}

function behaviorOf(node: Node): Many['behavior'] {
  const written = node.behavior;
  return written === 'None' || written === 'One' || written === 'Complex' ? BEHAVIORS[written] : 'all';
}

function complexOf(reading: Reading, node: Node): Many['complex'] {
  return nodesOf(node, 'complexBehaviorDefinition').map((definition) => {
    const event = nodeOf(definition, 'event');
    return { condition: id<'feel'>(expressionOf(definition, 'condition') ?? 'true'), throws: event ? triggersOf(reading, event) : [] };
  });
}

const nameOrId = (node: Node | undefined): string | undefined => textOf(node, 'name') ?? node?.id;

/** The name of the data behind a data output: through the association that it fills, where there is one. */
function listNameOf(output: Node | undefined, activity: Node): string | undefined {
  if (!output) return undefined;
  const filling = nodesOf(activity, 'dataOutputAssociations').find((association) => nodesOf(association, 'sourceRef').includes(output));
  const target = nodeOf(filling, 'targetRef');
  return nameOrId(nodeOf(target ?? output, 'dataObjectRef') ?? target ?? output);
}

/** The name of the data behind a data input: through the association that fills it, where there is one. */
function dataNameOf(input: Node | undefined, activity: Node): string | undefined {
  if (!input) return undefined;
  const filled = nodesOf(activity, 'dataInputAssociations').find((association) => nodeOf(association, 'targetRef') === input);
  const source = nodesOf(filled, 'sourceRef')[0];
  return nameOrId(nodeOf(source, 'dataObjectRef') ?? source ?? input);
}
