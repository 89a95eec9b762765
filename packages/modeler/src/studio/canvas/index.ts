import type { Language } from '@guicheng/server/contract';
import minimap from 'diagram-js-minimap';
import { OfficePalette } from './palette/officePalette.ts';
import { translating } from './translate.ts';
import { officeWords } from './words/officeWords.ts';

/** Services of the editor by their name, as didi takes them. */
export interface Module {
  readonly [service: string]: unknown;
}

/** All that is ours in the editor: which service stands for which of bpmn-js, and which are added. */
export const officeModules = (language: Language, said?: (template: string) => void): readonly Module[] => [
  minimap,
  {
    translate: ['value', translating(language, said)],
    officeWords: ['value', officeWords(language)],
    paletteProvider: ['type', OfficePalette],
  },
];
