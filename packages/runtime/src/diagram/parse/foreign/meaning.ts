import type { Text } from '../../../words/text.ts';
import type { Node } from '../node.ts';
import type { Family } from './families.ts';
import type { ForeignWord } from './words.ts';

/**
 * How a word of another tool is taken: `read` = it means the same here; `ignored` = it changes nothing here; `warning` = the flow runs
 * without it; `error` = it would run otherwise than drawn.
 */
export type Taken = 'read' | 'ignored' | 'warning' | 'error';

/** What a word of another tool means here, as docs/foreign-diagrams.md shows it. */
export interface Meaning {
  readonly families: readonly Family[];
  /** Without its prefix. */
  readonly name: string;
  /** How it is taken where nothing about it is odd. */
  readonly as: Taken;
  /** What it means here, or what it stood for and what is expected instead. */
  readonly says: Text;
  /** Where it is `read` only in some forms: how this one is taken, and what was expected. */
  readonly judge?: (word: ForeignWord, at: Node) => Taken;
  readonly expected?: Text;
  /** Our words that settle the matter, so that nothing is to be said any more. */
  readonly ours?: readonly string[];
}

export const both: readonly Family[] = ['camunda', 'flowable'];
export const zeebe: readonly Family[] = ['zeebe'];
export const all: readonly Family[] = ['camunda', 'zeebe', 'flowable'];
export const camunda: readonly Family[] = ['camunda'];
export const flowable: readonly Family[] = ['flowable'];

/** Several words that are taken alike. */
export const alike = (families: readonly Family[], names: string, of: Omit<Meaning, 'families' | 'name'>): readonly Meaning[] =>
  names.split(' ').map((name) => ({ families, name, ...of }));
