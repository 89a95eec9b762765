import type { Mapping } from '../model.ts';
import { type Node, wordsOf } from './node.ts';
import { type Reading, feelOf, keyOf } from './reading.ts';

/** What crosses a border, from `gc:in`, `gc:out`, `gc:payload` or `gc:set`. */
export const mappingsOf = (reading: Reading, node: Node, word: 'In' | 'Out' | 'Payload' | 'Set'): readonly Mapping[] =>
  wordsOf(node, word).map((mapping) => ({ from: feelOf(reading, mapping, 'from'), to: keyOf(reading, mapping, 'to') }));
