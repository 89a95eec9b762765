import { useState } from 'react';
import type { Asked } from '../asked.ts';
import { Both } from '../control/both.tsx';
import { Entry } from '../control/entry.tsx';
import { Typed } from '../control/typed.tsx';
import { namesWith, putWords, wordsOf } from '../../file/extension.ts';
import { plainOf, type Plain } from '../../file/plain.ts';
import { useWords } from '../../../words/words.ts';

const nameOf = (plain: Plain): string => String(plain['name'] ?? '');
const partsOf = (plain: Plain): readonly Plain[] => (Array.isArray(plain['names']) ? plain['names'] : []);
const englishOf = (plain: Plain): string => String(partsOf(plain).find((name) => name['lang'] === 'en')?.['text'] ?? '');

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
  const [open, setOpen] = useState<number | null>(null);
  const texts = wordsOf(element, word).map(plainOf);
  const put = (to: readonly Plain[]): void => putWords(modeler, element, { word, to });
  const change = (index: number, plain: Plain): void => put(texts.map((one, at) => (at === index ? plain : one)));
  return (
    <div className="gc-list">
      <h4>{title}</h4>
      {texts.map((plain, index) => {
        const shown = (language === 'en' && englishOf(plain)) || nameOf(plain) || englishOf(plain);
        return (
          <Entry
            key={index}
            words={shown}
            open={open === index}
            toggle={() => setOpen(open === index ? null : index)}
            remove={{ label: w('removeThis', { what: shown }), act: () => put(texts.filter((_, at) => at !== index)) }}
          >
            <Both
              labels={{ zh: w('inChinese'), en: w('inEnglish') }}
              texts={{ zh: nameOf(plain), en: englishOf(plain) }}
              put={(language, text) =>
                change(
                  index,
                  language === 'zh' ? { ...plain, name: text } : { ...plain, names: namesWith(partsOf(plain), { language, text }) },
                )
              }
            />
          </Entry>
        );
      })}
      <Typed
        key={texts.length}
        label={add}
        value=""
        atOnce={false}
        put={(text) =>
          text === '' ? undefined : put([...texts, language === 'en' ? { name: text, names: [{ lang: 'en', text }] } : { name: text }])
        }
      />
    </div>
  );
}
