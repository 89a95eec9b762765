import type { Json } from '@guicheng/runtime/model';
import { isModdle, type Moddle } from './moddle.ts';
import { defaultOf } from './defaults.ts';

/** What a file says of one element, by property or word: plain values, so that two of them are the same when their text is. */
export interface Facts {
  readonly [name: string]: Json;
}

/** These hold elements of their own, or say a second time what the arrows and lanes say. */
export const ELSEWHERE: ReadonlySet<string> = new Set([
  'id',
  'extensionElements',
  'rootElements',
  'diagrams',
  'flowElements',
  'artifacts',
  'laneSets',
  'lanes',
  'childLaneSet',
  'participants',
  'messageFlows',
  'incoming',
  'outgoing',
  'flowNodeRef',
]);

/** Everything that is said of an element itself. Words of ours stand under their type, `gc:Deadline`, as lists; whatever nobody here knows under `foreign`. */
export function factsOf(node: Moddle): Facts {
  const own = declaredFacts(node, ELSEWHERE);
  const words: { [name: string]: Json[] } = {};
  const extensions = node['extensionElements'];
  for (const word of isModdle(extensions) && Array.isArray(extensions['values']) ? extensions['values'].filter(isModdle) : []) {
    const said = word.$type.startsWith('gc:') ? declaredFacts(word, NONE) : { $type: word.$type, ...plainOf(word) };
    if (word.$type.startsWith('gc:') && Object.keys(said).length === 0) continue;
    (words[word.$type.startsWith('gc:') ? word.$type : 'foreign'] ??= []).push(said);
  }
  const foreign = isModdle(extensions) ? foreignAttributes(extensions) : undefined;
  if (foreign) (words['foreign'] ??= []).push(foreign);
  return inOrder({ ...own, ...words });
}

const NONE: ReadonlySet<string> = new Set();

/** What the vocabulary declares, and under `$attrs` what it does not. Values that are the same as leaving them out are left out. */
function declaredFacts(node: Moddle, without: ReadonlySet<string>): Facts {
  const facts: { [name: string]: Json } = {};
  for (const { name, isReference, isVirtual, default: byBpmn } of node.$descriptor.properties ?? []) {
    if (isVirtual || without.has(name) || !Object.hasOwn(node, name)) continue;
    const value = valueOf(node[name], isReference === true);
    if (value === undefined || value === byBpmn || value === defaultOf(node.$type, name)) continue;
    facts[name] = value;
  }
  const foreign = foreignAttributes(node);
  return inOrder(foreign ? { ...facts, $attrs: foreign } : facts);
}

function valueOf(value: unknown, isReference: boolean): Json | undefined {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) {
    const all = value.flatMap((one) => valueOf(one, isReference) ?? []);
    return all.length === 0 ? undefined : all;
  }
  if (!isModdle(value)) return undefined;
  if (isReference) return `#${value.id ?? ''}`;
  return value.$descriptor.isGeneric ? { $type: value.$type, ...plainOf(value) } : nested(value);
}

/** An element within an element. The ids that BPMN gives to such parts mean nothing; those of our own words do. */
function nested(node: Moddle): Facts {
  if (node.$type.startsWith('gc:')) return declaredFacts(node, NONE);
  return inOrder({ $type: node.$type, ...factsOf(node) });
}

/** An element of another maker, as it stands. */
function plainOf(node: Moddle): Facts {
  if (!node.$descriptor.isGeneric) return nested(node);
  const facts: { [name: string]: Json } = {};
  for (const [name, value] of Object.entries(node)) {
    if (name === '$type' || name === '$parent' || name === '$instanceOf' || name === '$descriptor') continue;
    const said = valueOf(value, false);
    if (said !== undefined) facts[name] = said;
  }
  return inOrder(facts);
}

/** Attributes of other makers; how the file spells its namespaces says nothing. */
function foreignAttributes(node: Moddle): Facts | undefined {
  const attributes = Object.entries(node.$attrs ?? {}).filter(
    (entry): entry is [string, string] => !/^xmlns(:|$)|^xsi:/.test(entry[0]) && typeof entry[1] === 'string',
  );
  return attributes.length === 0 ? undefined : inOrder(Object.fromEntries(attributes));
}

const inOrder = (facts: Facts): Facts => Object.fromEntries(Object.entries(facts).toSorted(([left], [right]) => (left < right ? -1 : 1)));
