import type { Plain } from '../../file/plain.ts';

/** What crosses a border: an expression here, a name there. */
export interface Mapping {
  readonly from: string;
  readonly to: string;
}

/** From a `gc:in`, `gc:out`, `gc:set` or `gc:payload`. */
export const mappingOf = (plain: Plain): Mapping => ({ from: String(plain['from'] ?? ''), to: String(plain['to'] ?? '') });

/** A name as the runtime takes it for a key of data: letters, digits and underscores, and none that is reserved. */
export const isName = (text: string): boolean =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text) && !['__proto__', 'constructor', 'prototype'].includes(text);

/** What an expression is to the person who chooses: one of our fields, fixed words, a fixed word of the system, or a calculation made elsewhere. */
export type Source =
  | { readonly kind: 'field'; readonly key: string }
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'fixed'; readonly feel: Fixed }
  | { readonly kind: 'calculation'; readonly feel: string };

/** Values that need no typing. */
export const FIXED = ['true', 'false', 'null', 'today()', 'now()'] as const;
export type Fixed = (typeof FIXED)[number];

/** Reads an expression back; what was not made here is a calculation and stays as it is. */
export function sourceOf(from: string): Source {
  const feel = from.replace(/^=\s*/, '').trim();
  const fixed = FIXED.find((one) => one === feel);
  if (fixed) return { kind: 'fixed', feel: fixed };
  if (isName(feel)) return { kind: 'field', key: feel };
  const words = wordsOfLiteral(feel);
  return words === undefined ? { kind: 'calculation', feel } : { kind: 'words', words };
}

/** The expression of a source. */
export function feelOf(source: Source): string {
  if (source.kind === 'field') return source.key;
  return source.kind === 'words' ? JSON.stringify(source.words) : source.feel;
}

/** A text literal's words; undefined for anything else. */
function wordsOfLiteral(feel: string): string | undefined {
  if (!/^"(?:[^"\\]|\\.)*"$/u.test(feel)) return undefined;
  try {
    const words: unknown = JSON.parse(feel);
    return typeof words === 'string' ? words : undefined;
  } catch {
    return undefined;
  }
}
