import type { Said } from './change.ts';
import type { Piece } from './piece.ts';

/** How something is marked on the diagrams. */
export type Mark = 'added' | 'removed' | 'changed' | 'moved';

/** One sentence, with the elements that it is about. */
export interface Line extends Said {
  readonly mark: Mark;
  readonly elements: readonly string[];
}

/** What was found of one element. */
export interface Found {
  readonly piece: Piece;
  readonly mark: Mark;
  readonly lines: readonly Line[];
}
