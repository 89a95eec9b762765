import type { Language } from '@guicheng/server/contract';
import { en } from './words/templates/en.ts';
import { zh } from './words/templates/zh.ts';

/** What bpmn-js says, in the reader's words; a template that we do not know stays as it is. `said` hears every template that is asked for. */
export const translating =
  (language: Language, said?: (template: string) => void) =>
  (template: string, blanks: { readonly [blank: string]: string } = {}): string => {
    said?.(template);
    const known: { readonly [template: string]: string } = language === 'en' ? en : zh;
    return (known[template] ?? template).replaceAll(/\{([^{}]+)\}/g, (blank, name: string) => blanks[name] ?? blank);
  };
