import { inLanguage } from '@guicheng/runtime/model';
import { kindWord, typeOf } from '../kinds.ts';
import { useWords } from '../../words/words.ts';
import type { Asked } from './asked.ts';
import { heldBy } from '../file/fields.ts';
import { nodesOf, type Place } from '../file/places.ts';
import { processOf } from '../file/process.ts';
import { nameBy, type Called } from './who/whoWords.ts';

/** How everything that an element can refer to is called, in the reader's language. */
export function useCalled({ element, around }: Asked): Called & { readonly place: (place: Place) => string } {
  const { w, language } = useWords();
  const place = ({ id, name, type }: Place): string => {
    const kind = kindWord(typeOf(type));
    return inLanguage(name, language) || (kind ? `${w(kind)}（${id}）` : id);
  };
  const places = new Map(nodesOf(element).map((one) => [one.id, place(one)]));
  return {
    language,
    w,
    post: nameBy(around.posts, language),
    unit: nameBy(around.units, language),
    field: nameBy(
      heldBy(processOf(element)).map(({ key, name }) => ({ id: key, name })),
      language,
    ),
    step: (id) => places.get(id) ?? id,
    place,
  };
}
