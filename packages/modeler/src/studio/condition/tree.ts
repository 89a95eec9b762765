import { type Token, tokensOf } from './tokens.ts';

/** A FEEL text of the small grammar that conditions are clicked together in; brackets stay, as they tell one part from two. */
export type Tree =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Tree[] }
  | { readonly kind: 'compared'; readonly sign: string; readonly left: Tree; readonly right: Tree }
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly Tree[] }
  | { readonly kind: 'each'; readonly who: 'some' | 'every'; readonly as: string; readonly list: Tree; readonly holds: Tree }
  | { readonly kind: 'name'; readonly path: readonly string[] }
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'brackets'; readonly inner: Tree };

/** Words of FEEL that are no names. */
const WORDS = new Set('and or in some every if for then else return between satisfies instance function external not'.split(' '));

const COMPARING = new Set(['=', '!=', '<', '<=', '>', '>=']);

/** Reads a text of the small grammar; undefined where it is anything else. */
export function treeOf(feel: string): Tree | undefined {
  const tokens = tokensOf(feel);
  if (!tokens) return undefined;
  const reading: Reading = { tokens, at: 0, depth: 0 };
  const tree = choice(reading);
  return tree && reading.at === tokens.length ? tree : undefined;
}

interface Reading {
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
}

/** As deep as brackets may stand in each other; the runtime refuses more as well. */
const DEEPEST = 64;

const peek = ({ tokens, at }: Reading, further = 0): Token | undefined => tokens[at + further];

function take(reading: Reading, text: string): boolean {
  const token = peek(reading);
  if (token?.text !== text || token.kind === 'text') return false;
  reading.at += 1;
  return true;
}

const choice = (reading: Reading): Tree | undefined => chain(reading, 'or', (inner) => chain(inner, 'and', comparison));

function chain(reading: Reading, kind: 'and' | 'or', part: (reading: Reading) => Tree | undefined): Tree | undefined {
  const parts: Tree[] = [];
  do {
    const found = part(reading);
    if (!found) return undefined;
    parts.push(found);
  } while (take(reading, kind));
  const [only] = parts;
  return parts.length === 1 ? only : { kind, parts };
}

function comparison(reading: Reading): Tree | undefined {
  const left = operand(reading);
  const sign = peek(reading);
  if (!left || sign?.kind !== 'sign' || !COMPARING.has(sign.text)) return left;
  reading.at += 1;
  const right = operand(reading);
  return right && { kind: 'compared', sign: sign.text, left, right };
}

function operand(reading: Reading): Tree | undefined {
  if (take(reading, '(')) return bracketed(reading);
  if (peek(reading)?.text === '-' && peek(reading, 1)?.kind === 'number') {
    reading.at += 2;
    return { kind: 'literal', value: -Number(peek(reading, -1)?.text) };
  }
  const token = peek(reading);
  if (!token || token.kind === 'sign') return undefined;
  reading.at += 1;
  if (token.kind === 'text') return textLiteral(token.text);
  if (token.kind === 'number') return { kind: 'literal', value: Number(token.text) };
  if (take(reading, '(')) return call(reading, token.text);
  if (token.text === 'some' || token.text === 'every') return each(reading, token.text);
  return named(reading, token.text);
}

function bracketed(reading: Reading): Tree | undefined {
  if (++reading.depth > DEEPEST) return undefined;
  const inner = choice(reading);
  reading.depth -= 1;
  return inner && take(reading, ')') ? { kind: 'brackets', inner } : undefined;
}

/** Only texts that FEEL and JSON write the same: other escapes are left to those who know them. */
function textLiteral(token: string): Tree | undefined {
  try {
    const value: unknown = JSON.parse(token);
    return typeof value === 'string' ? { kind: 'literal', value } : undefined;
  } catch {
    return undefined;
  }
}

function call(reading: Reading, name: string): Tree | undefined {
  if (++reading.depth > DEEPEST) return undefined;
  const given: Tree[] = [];
  if (!take(reading, ')')) {
    do {
      const one = choice(reading);
      if (!one) return undefined;
      given.push(one);
    } while (take(reading, ','));
    if (!take(reading, ')')) return undefined;
  }
  reading.depth -= 1;
  return { kind: 'call', name, given };
}

function each(reading: Reading, who: 'some' | 'every'): Tree | undefined {
  const as = peek(reading);
  if (as?.kind !== 'name' || WORDS.has(as.text)) return undefined;
  reading.at += 1;
  const list = take(reading, 'in') ? operand(reading) : undefined;
  const holds = list && take(reading, 'satisfies') ? choice(reading) : undefined;
  return list && holds && { kind: 'each', who, as: as.text, list, holds };
}

function named(reading: Reading, first: string): Tree | undefined {
  if (first === 'true' || first === 'false') return { kind: 'literal', value: first === 'true' };
  if (first === 'null') return { kind: 'literal', value: null };
  if (WORDS.has(first)) return undefined;
  const path = [first];
  while (take(reading, '.')) {
    const next = peek(reading);
    if (next?.kind !== 'name') return undefined;
    path.push(next.text);
    reading.at += 1;
  }
  return { kind: 'name', path };
}
