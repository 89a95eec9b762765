import type { Text } from '@guicheng/runtime/model';
import type { Place } from '../../../file/dmn/rows.ts';
import { readAnswer } from './answer.ts';
import { fits } from './fits.ts';
import { readAsked } from './readAsked.ts';
import { type About, oddIn, sayAnswer, sayAsked, valuesIn } from './sayCell.ts';

/** What a cell says in words, as far as it is one that can be clicked together; and a value in it that its field does not have. */
export function cellWords(
  part: Place['part'],
  text: string,
  about: About,
): { readonly words: Text | undefined; readonly known: boolean; readonly odd: string | undefined } {
  if (part === 'inputs') {
    const asked = readAsked(text);
    const known = asked !== undefined && fits(asked, about.subject);
    return { words: asked && sayAsked(asked, about), known, odd: asked && oddIn(valuesIn(asked), about.subject) };
  }
  const answer = readAnswer(text);
  const values = answer === undefined || answer === null ? [] : typeof answer === 'object' ? answer : [answer];
  return {
    words: answer === undefined ? undefined : sayAnswer(answer, about),
    known: answer !== undefined,
    odd: oddIn(values, about.subject),
  };
}
