import { form as english } from '../../../../words/en/form.ts';
import { form as chinese } from '../../../../words/zh/form.ts';
import { FIELD_WORDS } from '../../../fieldTypes.ts';
import type { Both } from '../kindOf.ts';

/** A type of field within a sentence, in the words of the form designer. */
export function fieldType(type: string): Both {
  const word = FIELD_WORDS.find(([one]) => one === type)?.[1];
  return word ? { zh: chinese[word], en: english[word].toLowerCase() } : { zh: type, en: type };
}
