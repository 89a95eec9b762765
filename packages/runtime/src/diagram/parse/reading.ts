import { type Feel, id } from '../../words/ids.ts';
import { isSafeKey } from '../../words/json.ts';
import { type Refused, refuse } from '../../words/refusal.ts';
import type { Text } from '../../words/text.ts';
import type { DecisionFile } from '../dmn/model.ts';
import { type Node, textOf } from './node.ts';

/** One reading of one file: it gathers what was found wrong, so that the reading functions stay plain. */
export interface Reading {
  readonly problems: Refused[];
  /** The decision tables of each process, read before all else. */
  readonly tables: ReadonlyMap<Node, readonly DecisionFile[]>;
}

/** Notes a fault of the file; the first one becomes the answer. */
export function fault(reading: Reading, culprit: string, expected: Text): void {
  reading.problems.push(refuse('invalidDiagram', culprit, expected));
}

/** How an element is named in a message: its id, or its parent's where it has none. */
export const placeOf = (node: Node | undefined): string => {
  for (let at = node; at; at = at.$parent) if (at.id) return at.id;
  return '?';
};

/** A name that will be a key of data; reserved ones are faults. */
export function keyOf(reading: Reading, node: Node, property: string): string {
  const key = textOf(node, property);
  if (key === undefined) {
    missing(reading, node, property);
    return '';
  }
  if (!key.split('.').every(isSafeKey)) {
    fault(reading, key, {
      zh: `“${placeOf(node)}”处的名称“${key}”为系统保留，请换一个`,
      en: `Another name at ${placeOf(node)}: “${key}” is reserved`,
    });
  }
  return key;
}

/** An attribute that must be there. */
export function neededOf(reading: Reading, node: Node, property: string): string {
  const value = textOf(node, property);
  if (value === undefined) missing(reading, node, property);
  return value ?? '';
}

/** A FEEL attribute that must be there. */
export const feelOf = (reading: Reading, node: Node, property: string): Feel => id(neededOf(reading, node, property).replace(/^=\s*/, ''));

/** An attribute out of a closed list; `otherwise` where it is absent. */
export function oneOf<Choice extends string>(
  reading: Reading,
  at: { readonly node: Node; readonly property: string },
  of: { readonly choices: readonly Choice[]; readonly otherwise: Choice },
): Choice {
  const value = textOf(at.node, at.property);
  if (value === undefined) return of.otherwise;
  const found = of.choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  const list = of.choices.join(', ');
  fault(reading, value, {
    zh: `“${placeOf(at.node)}”处 ${at.node.$type} 的 ${at.property} 应为以下之一：${list}`,
    en: `${at.property} of ${at.node.$type} at ${placeOf(at.node)} is one of: ${list}`,
  });
  return of.otherwise;
}

function missing(reading: Reading, node: Node, property: string): void {
  fault(reading, placeOf(node), {
    zh: `“${placeOf(node)}”处的 ${node.$type} 缺少 ${property}`,
    en: `${node.$type} at ${placeOf(node)} needs ${property}`,
  });
}
