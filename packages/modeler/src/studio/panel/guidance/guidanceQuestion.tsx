import type { Language } from '@guicheng/server/contract';
import type { Asked } from '../asked.ts';
import { Both } from '../control/both.tsx';
import { namesWith, putWords, wordsOf } from '../../file/extension.ts';
import { textAt } from '../../file/moddle.ts';
import { plainOf } from '../../file/plain.ts';
import { Question } from '../question.tsx';
import { useWords } from '../../../words/words.ts';

/** What to do here, written for a newcomer; and, quietly, whether the step stands in the office's own paper. */
export function GuidanceQuestion({ modeler, element }: Asked) {
  const { w, language } = useWords();
  const words = wordsOf(element, 'gc:Guidance');
  const texts = { zh: '', en: '', ...Object.fromEntries(words.map((word) => [textAt(word, 'lang'), textAt(word, 'text')])) } as {
    readonly [language in Language]: string;
  };
  const [origin] = wordsOf(element, 'gc:Origin');
  const paper = textAt(origin, 'words');
  return (
    <Question title={w('askGuidance')} summary={texts[language] || texts.zh || w('guidanceNone')}>
      <Both
        lines
        labels={{ zh: w('guidanceChinese'), en: w('guidanceEnglish') }}
        texts={texts}
        put={(language, text) =>
          putWords(modeler, element, { word: 'gc:Guidance', to: ordered(namesWith(words.map(plainOf), { language, text })) })
        }
      />
      {texts.zh === '' && texts.en !== '' ? <p className="gc-row-note">{w('guidanceNeedsChinese')}</p> : null}
      {origin ? (
        <p className="gc-row-note">
          {textAt(origin, 'kind') === 'source' ? w('fromPaper') : w('ourReading')}
          {paper ? ` · ${paper}` : ''}
        </p>
      ) : null}
    </Question>
  );
}

/** Chinese first, as everywhere in the files. */
const ordered = <Word extends { readonly lang?: unknown }>(words: readonly Word[]): readonly Word[] =>
  words.toSorted((left, right) => Number(right['lang'] === 'zh') - Number(left['lang'] === 'zh'));
