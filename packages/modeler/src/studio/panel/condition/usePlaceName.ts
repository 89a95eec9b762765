import { useWords } from '../../../words/words.ts';
import { kindWord, typeOf } from '../../kinds.ts';
import { nameWithin } from '../../file/extension.ts';
import type { ModdleElement } from '../../file/moddle.ts';

/** How an element of the diagram is called in the reader's language; one without a name by its kind. */
export function usePlaceName(): (element: ModdleElement | undefined) => string {
  const { w, language } = useWords();
  return (element) => {
    const name = element ? nameWithin(element, language) || nameWithin(element, 'zh') : '';
    const kind = kindWord(typeOf(element?.$type ?? ''));
    return name || (kind ? w(kind) : w('wayToNowhere'));
  };
}
