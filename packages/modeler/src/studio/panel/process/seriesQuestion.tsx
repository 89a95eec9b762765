import { inLanguage } from '@guicheng/runtime/model';
import { Button } from 'antd';
import { useState } from 'react';
import type { Asked } from '../asked.ts';
import { Both } from '../control/both.tsx';
import { Entry } from '../control/entry.tsx';
import { namesWith, putWords, wordsOf } from '../../file/extension.ts';
import { processOf } from '../../file/process.ts';
import { plainOf, type Plain } from '../../file/plain.ts';
import { Question } from '../question.tsx';
import { ownText } from '../time/ownText.ts';
import { useWords } from '../../../words/words.ts';
import { newSeries } from './series.ts';
import { numberLike } from './template.ts';
import { TemplateControl } from './templateControl.tsx';

/** The number series that cases take their numbers from, each with how its next number would look. */
export function SeriesQuestion({ modeler, element }: Asked) {
  const { w, language } = useWords();
  const [open, setOpen] = useState<number | null>(null);
  const series = wordsOf(element, 'gc:Series').map(plainOf);
  const put = (to: readonly Plain[]): void => putWords(modeler, element, { word: 'gc:Series', to });
  const change = (index: number, plain: Plain): void => put(series.map((one, at) => (at === index ? plain : one)));
  const [year] = useState(() => String(new Date().getFullYear()));
  const line = (plain: Plain): string => `${inLanguage(ownText(plain), language)} · ${numberLike(String(plain['pattern'] ?? ''), year)}`;
  const blanks = [
    { value: 'yyyy', label: w('seriesYear') },
    { value: 'n', label: w('seriesNumber') },
    { value: 'n:3', label: w('seriesDigits', { digits: 3 }) },
    { value: 'n:4', label: w('seriesDigits', { digits: 4 }) },
  ];
  return (
    <Question
      title={w('askSeries')}
      summary={series.length === 0 ? w('seriesNone') : series.map(line).join(language === 'zh' ? '；' : '; ')}
    >
      {series.map((plain, index) => {
        const name = ownText(plain);
        const pattern = String(plain['pattern'] ?? '');
        return (
          <Entry
            key={String(plain['key'])}
            words={line(plain)}
            open={open === index}
            toggle={() => setOpen(open === index ? null : index)}
            remove={{
              label: w('removeThis', { what: inLanguage(name, language) }),
              act: () => put(series.filter((_, at) => at !== index)),
            }}
          >
            <Both
              labels={{ zh: w('nameChinese'), en: w('nameEnglish') }}
              texts={{ zh: name.zh, en: name.en ?? '' }}
              put={(language, text) =>
                change(
                  index,
                  language === 'zh'
                    ? { ...plain, name: text }
                    : { ...plain, names: namesWith((plain['names'] as readonly Plain[] | undefined) ?? [], { language, text }) },
                )
              }
            />
            <TemplateControl
              label={w('seriesPattern')}
              template={pattern}
              blanks={blanks}
              addBlank={w('addPart')}
              // a pattern that is empty could not be read again
              put={(next) => (next === '' ? undefined : change(index, { ...plain, pattern: next }))}
            />
            <p className={/\{n(:\d)?\}/.test(pattern) ? 'gc-row-note' : 'gc-row-wrong'}>
              {/\{n(:\d)?\}/.test(pattern) ? w('seriesPreview', { number: numberLike(pattern, year) }) : w('seriesNeedsNumber')}
            </p>
          </Entry>
        );
      })}
      <Button
        size="small"
        onClick={() => {
          put([...series, newSeries(processOf(element))]);
          setOpen(series.length);
        }}
      >
        {w('addSeries')}
      </Button>
    </Question>
  );
}
