import { type Feel, id } from '../../words/ids.ts';
import type { MessageRef } from '../model.ts';
import { foreignKey } from './foreign/job.ts';
import { type Node, expressionOf, nodeOf, nodesOf, textOf, wordOf } from './node.ts';
import { type Reading, fault, placeOf } from './reading.ts';

/**
 * How a message finds its case, and how long it waits for one: from `gc:correlation`; without a key there, from the standard's correlation
 * properties. Who sends reads the key off the message, who receives reads the same off the process's own data (its subscription).
 */
export function correlationOf(reading: Reading, node: Node, message: Node | undefined): Omit<MessageRef, 'name'> {
  const word = wordOf(node, 'Correlation');
  const key =
    textOf(word, 'key') ?? standardKey(node, message) ?? (SENDS.has(node.$type) || beginsCase(node) ? undefined : foreignKey(message));
  const keepFor = textOf(word, 'keepFor');
  if (keepFor !== undefined && !/^P(?=.)[\dYMWDTHS.]+$/.test(keepFor))
    fault(reading, keepFor, {
      zh: `“${placeOf(node)}”处消息的保留时间应写作 P30D、PT12H 这样的时长`,
      en: `How long the message at ${placeOf(node)} is kept, as a duration such as P30D or PT12H`,
    });
  return { ...(key ? { key: id<'feel'>(key) } : {}), ...(keepFor ? { keepFor } : {}) };
}

/** FEEL over one property, or of a list where the key has several. Undefined where the file correlates nothing by this message. */
function standardKey(node: Node, message: Node | undefined): Feel | undefined {
  const definitions = message && rootOf(node);
  if (!definitions) return undefined;
  const parts = nodesOf(definitions, 'rootElements')
    .filter((root) => root.$type === 'bpmn:CorrelationProperty')
    .flatMap((property) => {
      const path = retrieval(property, message);
      const read = path && (SENDS.has(node.$type) ? path : (boundTo(node, property) ?? path));
      return read ?? [];
    });
  if (parts.length === 0) return undefined;
  return id(parts.length === 1 ? (parts[0] ?? '') : `[${parts.join(', ')}]`);
}

const SENDS = new Set(['bpmn:IntermediateThrowEvent', 'bpmn:EndEvent', 'bpmn:SendTask']);

/** A start has no data of its own yet from which a key could be worked out. */
const beginsCase = ({ $type, $parent }: Node): boolean => $type === 'bpmn:StartEvent' && $parent?.$type === 'bpmn:Process';

function rootOf(node: Node): Node | undefined {
  for (let at: Node | undefined = node; at; at = at.$parent) if (at.$type === 'bpmn:Definitions') return at;
  return undefined;
}

/** How the property is read off this message. */
function retrieval(property: Node, message: Node): string | undefined {
  const found = nodesOf(property, 'correlationPropertyRetrievalExpression').find((one) => nodeOf(one, 'messageRef') === message);
  return expressionOf(found, 'messagePath');
}

/** How the process that receives works the property out of its own data. */
function boundTo(node: Node, property: Node): string | undefined {
  let at: Node | undefined = node;
  while (at && at.$type !== 'bpmn:Process') at = at.$parent;
  const bindings = nodesOf(at, 'correlationSubscriptions').flatMap((one) => nodesOf(one, 'correlationPropertyBinding'));
  return expressionOf(
    bindings.find((binding) => nodeOf(binding, 'correlationPropertyRef') === property),
    'dataPath',
  );
}
