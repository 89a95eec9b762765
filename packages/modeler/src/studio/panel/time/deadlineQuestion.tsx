import type { Asked } from '../asked.ts';
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
  const line = (plain: NamedPlain): string =>
    [inLanguage(textOf(plain), language), limitWords(limitOf(plain), called)]
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
