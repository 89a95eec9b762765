import type { Kept } from './keeper.ts';
import type { Word } from '../../../words/zh.ts';

/** Where the drawing is kept, as a word of the screen; `at` is the server's moment that goes into it, if one does. */
export interface SaidKept {
  readonly word: Word;
  readonly at: string | null;
  /** Something is wrong that a person should know of. */
  readonly wrong: boolean;
}

/** Says where the drawing is kept by now. */
export function sayKept({ line, whole, here, savedAt }: Kept): SaidKept {
  if (!here && !whole && line.state !== 'idle' && line.state !== 'sending') return { word: 'keptNowhere', at: null, wrong: true };
  switch (line.state) {
    case 'lost':
      return { word: 'keptNotYours', at: null, wrong: false };
    case 'away':
      return { word: whole ? 'keptOfflineWhole' : 'keptOffline', at: null, wrong: true };
    case 'refused':
      return { word: 'keptRefused', at: null, wrong: true };
    default:
      if (!whole) return { word: 'keptSaving', at: null, wrong: false };
      return savedAt === null ? { word: 'keptUntouched', at: null, wrong: false } : { word: 'keptSaved', at: savedAt, wrong: false };
  }
}
