import type { Language } from '@guicheng/server/contract';
import { en } from './words/templates/en.ts';
import { zh } from './words/templates/zh.ts';

/** What bpmn-js says, in the reader's words; a template that we do not know stays as it is. `said` hears every
 * template that is asked for, and whether we know it. */
export const translating =
  (language: Language, said: (template: string, known: boolean) => void) =>
  (template: string, blanks: { readonly [blank: string]: string } = {}): string => {
    const words = (language === 'en' ? en : zh)[template];
    said(template, words !== undefined);
    return (words ?? template).replaceAll(/\{([^{}]+)\}/g, (blank, name: string) => blanks[name] ?? blank);
  };
