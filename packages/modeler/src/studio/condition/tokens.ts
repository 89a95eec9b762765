/** A piece of a FEEL text: the little of FEEL that clicked conditions are written in, and what is needed to see the names in any of it. */
export interface Token {
  readonly kind: 'name' | 'text' | 'number' | 'sign' | 'call';
  readonly text: string;
}

const PIECES: readonly (readonly [Token['kind'], RegExp])[] = [
  ['call', /(?:list\s+contains|date\s+and\s+time)(?=\s*\()/uy],
  ['text', /"(?:[^"\\]|\\.)*"/suy],
  ['number', /(?:\d+(?:\.\d+)?|\.\d+)/uy],
  ['name', /[\p{L}_][\p{L}\p{N}_]*/uy],
  ['sign', /!=|<=|>=|\*\*|\.\.|->|[=<>()[\]{},.:;+\-*/?@]/uy],
];

const BLANK = /(?:\s|\/\/[^\n]*(?:\n|$)|\/\*.*?\*\/)*/suy;

/** Takes a FEEL text apart; undefined where a character belongs to no piece. */
export function tokensOf(feel: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let at = after(BLANK, feel, 0);
  while (at < feel.length) {
    const found = pieceAt(feel, at);
    if (!found) return undefined;
    tokens.push(found.kind === 'call' ? { kind: 'call', text: found.text.replaceAll(/\s+/g, ' ') } : found);
    at = after(BLANK, feel, at + found.text.length);
  }
  return tokens;
}

function pieceAt(feel: string, at: number): Token | undefined {
  for (const [kind, pattern] of PIECES) {
    pattern.lastIndex = at;
    const text = pattern.exec(feel)?.[0];
    if (text !== undefined) return { kind, text };
  }
  return undefined;
}

function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

/**
 * Whether a FEEL text may read this name: it stands there as a name, not as a member of something and not in quotation marks. Says yes
 * rather than no in doubt: a text that cannot be taken apart is searched as it is.
 */
export function mayRead(feel: string, name: string): boolean {
  const tokens = tokensOf(feel);
  if (!tokens) return feel.includes(name);
  return tokens.some((token, index) => token.kind === 'name' && token.text === name && tokens[index - 1]?.text !== '.');
}

/** Whether a FEEL text may hold this text in quotation marks; one that cannot be taken apart is searched as it is. */
export function maySay(feel: string, words: string): boolean {
  const tokens = tokensOf(feel);
  return tokens ? tokens.some(({ kind, text }) => kind === 'text' && text === JSON.stringify(words)) : feel.includes(words);
}
