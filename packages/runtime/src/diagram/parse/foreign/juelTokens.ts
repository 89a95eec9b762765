/** One word or sign of JUEL. */
export interface JuelToken {
  readonly kind: 'name' | 'number' | 'text' | 'sign';
  /** Of a text without its quotes. */
  readonly text: string;
}

const TOKEN =
  /\s+|([\p{L}_][\p{L}\p{N}_]*)|(\d+(?:\.\d+)?)|'((?:[^'\\]|\\['"\\])*)'|"((?:[^"\\]|\\['"\\])*)"|(&&|\|\||==|!=|<=|>=|[-+*/<>!().])/uy;

/** The words of an expression; undefined where a character belongs to none that is read here. */
export function juelTokens(text: string): readonly JuelToken[] | undefined {
  const tokens: JuelToken[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text);
    if (!found) return undefined;
    const [, name, number, single, double, sign] = found;
    const quoted = single ?? double;
    if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.replace(/\\(.)/g, '$1') });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
  }
  return tokens;
}
