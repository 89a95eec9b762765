/** A piece of a title or of how a number is written: plain words, or a blank that is filled in (`{title}`, `{yyyy}`, `{n:4}`). */
export type Piece = { readonly words: string } | { readonly blank: string };

/** The pieces of a template, in their order. */
export const piecesOf = (template: string): readonly Piece[] =>
  template
    .split(/(\{[^{}]+\})/)
    .filter((part) => part !== '')
    .map((part) => (/^\{[^{}]+\}$/.test(part) ? { blank: part.slice(1, -1) } : { words: part }));

/** The template of some pieces. */
export const templateOf = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => ('blank' in piece ? `{${piece.blank}}` : piece.words)).join('');

/** How the twelfth number of a year would be written. Digits as the office's series takes them: `{n:4}` pads with zeros. */
export const numberLike = (pattern: string, year: string, number = 12): string =>
  pattern
    .replaceAll('{yyyy}', year)
    .replaceAll(/\{n(?::(\d))?\}/g, (_, digits: string | undefined) => String(number).padStart(Number(digits ?? 0), '0'));
