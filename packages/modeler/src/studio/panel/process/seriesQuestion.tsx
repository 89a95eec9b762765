import { inLanguage } from '@guicheng/runtime/model';
import { useState } from 'react';
import type { Asked } from '../asked.ts';
import { Both } from '../control/both.tsx';
import { EntryList } from '../control/entryList.tsx';
import { putWords } from '../../file/extension.ts';
import { processOf } from '../../file/process.ts';
import { ownName, renamed, textOf } from '../../file/named.ts';
import { Question } from '../question.tsx';
import { useWords } from '../../../words/words.ts';
import { PatternControl } from './patternControl.tsx';
import { newSeries, seriesOf, type SeriesPlain } from './series.ts';
import { numberLike } from './template.ts';

/** The number series that cases take their numbers from, each with how its next number would look. */
export function SeriesQuestion({ modeler, element }: Asked) {
  const { w, language } = useWords();
  const series = seriesOf(processOf(element));
  const [year] = useState(() => String(new Date().getFullYear()));
  const line = (plain: SeriesPlain): string => `${inLanguage(textOf(plain), language)} · ${numberLike(plain.pattern ?? '', year)}`;
  return (
    <Question
      title={w('askSeries')}
      summary={series.length === 0 ? w('seriesNone') : series.map(line).join(language === 'zh' ? '；' : '; ')}
    >
      <EntryList
        entries={series}
        words={line}
        called={(plain) => inLanguage(textOf(plain), language)}
        put={(to) => putWords(modeler, element, { word: 'gc:Series', to })}
        add={{ label: w('addSeries'), fresh: () => newSeries(processOf(element)) }}
      >
        {(plain, change) => (
          <>
            <Both
              labels={{ zh: w('nameChinese'), en: w('nameEnglish') }}
              texts={{ zh: ownName(plain, 'zh'), en: ownName(plain, 'en') }}
              put={(other, text) => change(renamed(plain, other, text))}
            />
            <PatternControl pattern={plain.pattern ?? ''} put={(pattern) => change({ ...plain, pattern })} />
          </>
        )}
      </EntryList>
    </Question>
  );
}
