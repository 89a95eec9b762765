import type { Place } from '../../../file/dmn/rows.ts';
import type { About } from '../cell/sayCell.ts';

/** What a cell is filled in with, and how what it says is told. */
export interface Editing {
  readonly text: string;
  readonly about: About;
  readonly place: Place;
  /** The names that a cell can read, with blanks between. */
  readonly names: string;
  /** One command. */
  readonly put: (text: string) => void;
  readonly close: () => void;
}
