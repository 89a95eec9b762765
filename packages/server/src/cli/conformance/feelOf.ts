/**
 * FEEL of a condition as the suites write it: comparisons, `!`, `&&`, `||`, `name.contains("text")`, all of it perhaps within `${…}`.
 * This is the whole table; whatever has none of these forms is left as it is, so that FEEL stays FEEL.
 */
export function feelOf(text: string): string {
  const inner = /^\s*[$#]\{([\s\S]*)\}\s*$/.exec(text)?.[1] ?? text;
  // A fixture has a sign too many behind its condition.
  const reading: Reading = { tokens: tokensOf(inner.replace(/\)\s*>\s*$/, ')')), at: 0 };
  const feel = either(reading);
  return feel !== undefined && reading.at === reading.tokens.length ? feel : text;
}

interface Reading {
  readonly tokens: readonly string[];
  at: number;
}

/** What cannot be a token stands as one that fits nowhere. */
const tokensOf = (text: string): readonly string[] =>
  text.match(/"[^"]*"|'[^']*'|[A-Za-z_]\w*|\d+(?:\.\d+)?|[<>=!]=|&&|\|\||[-!<>().]|\S/g) ?? [];

function taken(reading: Reading, ...wanted: readonly string[]): string | undefined {
  const token = reading.tokens[reading.at];
  if (token === undefined || !wanted.includes(token)) return undefined;
  reading.at += 1;
  return token;
}

const either = (reading: Reading): string | undefined => joined(reading, both, { sign: '||', word: 'or' });
const both = (reading: Reading): string | undefined => joined(reading, negated, { sign: '&&', word: 'and' });

function joined(
  reading: Reading,
  part: (reading: Reading) => string | undefined,
  by: { readonly sign: string; readonly word: string },
): string | undefined {
  let feel = part(reading);
  while (feel !== undefined && taken(reading, by.sign)) {
    const next = part(reading);
    feel = next === undefined ? undefined : `${feel} ${by.word} ${next}`;
  }
  return feel;
}

function negated(reading: Reading): string | undefined {
  if (!taken(reading, '!')) return compared(reading);
  const feel = negated(reading);
  return feel === undefined ? undefined : `not(${feel})`;
}

function compared(reading: Reading): string | undefined {
  const left = value(reading);
  const sign = left === undefined ? undefined : taken(reading, '<', '<=', '>', '>=', '==', '!=');
  if (left === undefined || sign === undefined) return left;
  const right = value(reading);
  return right === undefined ? undefined : `${left} ${sign === '==' ? '=' : sign} ${right}`;
}

function value(reading: Reading): string | undefined {
  if (taken(reading, '(')) {
    const feel = either(reading);
    return feel !== undefined && taken(reading, ')') ? `(${feel})` : undefined;
  }
  const minus = taken(reading, '-') ?? '';
  const token = reading.tokens[reading.at];
  if (token === undefined || !/^["'\w]/.test(token)) return undefined;
  reading.at += 1;
  const plain = token.startsWith("'") ? `"${token.slice(1, -1)}"` : token;
  return taken(reading, '.') ? contained(reading, plain) : `${minus}${plain}`;
}

/** `name.contains("text")`, of which the name has been read. */
function contained(reading: Reading, name: string): string | undefined {
  if (!taken(reading, 'contains') || !taken(reading, '(')) return undefined;
  const what = value(reading);
  return what !== undefined && taken(reading, ')') ? `contains(${name}, ${what})` : undefined;
}
