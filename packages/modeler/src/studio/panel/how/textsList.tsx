import { inLanguage } from '@guicheng/runtime/model';
import type { Asked } from '../asked.ts';
import { Both } from '../control/both.tsx';
import { EntryList } from '../control/entryList.tsx';
import { Typed } from '../control/typed.tsx';
import { putWords, wordsOf } from '../../file/extension.ts';
import { freshName, ownName, renamed, textOf, type NamedPlain } from '../../file/named.ts';
import { plainOf } from '../../file/plain.ts';
import { useWords } from '../../../words/words.ts';

/** A list of short texts in both languages; what is typed into its last line is one more. */
export function TextsList({
  asked: { modeler, element },
  word,
  title,
  add,
}: {
  readonly asked: Asked;
  readonly word: 'gc:Check' | 'gc:Original';
  readonly title: string;
  readonly add: string;
}) {
  const { w, language } = useWords();
  const texts = wordsOf(element, word).map((one): NamedPlain => plainOf(one));
  const put = (to: readonly NamedPlain[]): void => putWords(modeler, element, { word, to });
  return (
    <div className="gc-panel-list">
      <h4>{title}</h4>
      <EntryList entries={texts} words={(plain) => inLanguage(textOf(plain), language)} put={put}>
        {(plain, change) => (
          <Both
            labels={{ zh: w('inChinese'), en: w('inEnglish') }}
            texts={{ zh: ownName(plain, 'zh'), en: ownName(plain, 'en') }}
            put={(language, text) => change(renamed(plain, language, text))}
          />
        )}
      </EntryList>
      <Typed
        key={texts.length}
        label={add}
        value=""
        atOnce={false}
        put={(text) => (text === '' ? undefined : put([...texts, freshName(language, text)]))}
      />
    </div>
  );
}
