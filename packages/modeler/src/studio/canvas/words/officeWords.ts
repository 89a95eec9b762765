import type { Language } from '@guicheng/server/contract';
import type { OfficeWords } from '../services.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Our own words on and around the canvas, in the reader's language. */
export const officeWords = (language: Language): OfficeWords => ({ language, say: (word) => (language === 'en' ? en : zh)[word] });
