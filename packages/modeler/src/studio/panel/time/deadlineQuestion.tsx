import type { Asked } from '../asked.ts';
import { processOf } from '../../file/process.ts';
import { subjectsOf } from '../condition/subjects.ts';
import { mayRead } from '../../condition/tokens.ts';
import { useNames } from '../condition/useNames.ts';
import { whenWords } from '../condition/whenWords.ts';
import { EntryList } from '../control/entryList.tsx';
import { putWords, wordsOf } from '../../file/extension.ts';
import { textOf, type NamedPlain } from '../../file/named.ts';
import { plainOf } from '../../file/plain.ts';
import { Question } from '../question.tsx';
import { useCalled } from '../useCalled.ts';
import { inLanguage } from '@guicheng/runtime/model';
import { limitOf, newDeadline } from './deadline.ts';
import { DeadlineControls } from './deadlineControls.tsx';
import { limitWords } from './limitWords.ts';

/** How long a step may take. A limit warns and marks and never moves the case; what moves it is a timer on the canvas. */
export function DeadlineQuestion(asked: Asked) {
  const { modeler, element } = asked;
  const called = useCalled(asked);
  const { w, language } = called;
  const limits = wordsOf(element, 'gc:Deadline').map((word): NamedPlain => plainOf(word));
  const process = processOf(element);
  const subjects = process ? subjectsOf(process, element.businessObject) : [];
  // Names of people are only loaded where a condition asks about some.
  const nameOf = useNames(subjects.filter(({ key }) => limits.some(({ when }) => mayRead(String(when ?? ''), key))));
  const whenOf = ({ when }: NamedPlain): readonly string[] => {
    const words = whenWords({ feel: String(when ?? '').replace(/^=\s*/, ''), otherwise: false }, { subjects, nameOf });
    return words ? [w('limitOnlyWhen', { when: inLanguage(words, language) })] : [];
  };
  const line = (plain: NamedPlain): string =>
    [inLanguage(textOf(plain), language), [limitWords(limitOf(plain), called), ...whenOf(plain)].join(language === 'zh' ? '，' : ', ')]
      .filter((part) => part !== '')
      .join(language === 'zh' ? '：' : ': ');
  return (
    <Question
      title={w('askHowLong')}
      summary={limits.length === 0 ? w('limitNone') : limits.map(line).join(language === 'zh' ? '；' : '; ')}
    >
      <EntryList
        entries={limits}
        words={line}
        called={(plain) => inLanguage(textOf(plain), language) || w('limit')}
        put={(to) => putWords(modeler, element, { word: 'gc:Deadline', to })}
        add={{ label: w('addLimit'), fresh: () => newDeadline(element) }}
      >
        {(plain, change) => <DeadlineControls asked={asked} plain={plain} put={change} />}
      </EntryList>
    </Question>
  );
}
