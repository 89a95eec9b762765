import type { Json } from '@guicheng/runtime/model';
import type { Facts } from './facts.ts';

export const isFacts = (value: Json | undefined): value is Facts => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text among facts; empty where there is none. Numbers and yes-or-no are written out. */
export function textOf(facts: Facts | undefined, name: string): string {
  const value = facts?.[name];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** The parts of a word, in their order. */
export const partsIn = (facts: Facts | undefined, name: string): readonly Facts[] => listOf(facts?.[name]);

/** The words of one type that are said of an element, in their order. */
export const wordsOf = (facts: Facts | undefined, word: `gc:${string}`): readonly Facts[] => listOf(facts?.[word]);

/** A list of words, or one word alone. */
export const listOf = (value: Json | undefined): readonly Facts[] => {
  if (isFacts(value)) return [value];
  return Array.isArray(value) ? value.filter(isFacts) : [];
};

/** Whether two say the same. */
export const alike = (left: Json | undefined, right: Json | undefined): boolean => JSON.stringify(left) === JSON.stringify(right);
