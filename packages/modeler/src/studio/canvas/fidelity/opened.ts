import type { Modeler } from '../modeler.ts';
import { meaning } from './meaning.ts';
import { pairsOf } from './pairs.ts';
import type { Opened } from './putBack.ts';
import type { Drawing } from './restDrawing.ts';
import type { References } from './restReferences.ts';
import type { XmlDocument } from '../../file/xml/node.ts';

/** What an editor has open; `definitions` tells whether it is still that. */
export interface Remembered {
  readonly opened: Opened;
  readonly definitions: unknown;
  readonly drawing: Drawing;
  readonly references: References;
}

/** What each editor has open. */
export const openedBy = new WeakMap<Modeler, Remembered>();

/** An original beside what was read of it. */
export const besideEachOther = (original: XmlDocument, read: XmlDocument): Opened => ({
  original,
  read,
  pairs: pairsOf(original.root, read.root, (one, other) => meaning(one) === meaning(other)),
});
