import { Button } from 'antd';
import { useState } from 'react';
import type { Asked } from '../asked.ts';
import { Entry } from '../control/entry.tsx';
import { putWords, wordsOf } from '../../file/extension.ts';
import { plainOf, type Plain } from '../../file/plain.ts';
import { Question } from '../question.tsx';
import { useCalled } from '../useCalled.ts';
import { inLanguage } from '@guicheng/runtime/model';
import { limitOf, newDeadline } from './deadline.ts';
import { DeadlineControls } from './deadlineControls.tsx';
import { limitWords } from './limitWords.ts';
import { ownText } from './ownText.ts';

/** How long a step may take. A limit warns and marks and never moves the case; what moves it is a timer on the canvas. */
export function DeadlineQuestion(asked: Asked) {
  const { modeler, element } = asked;
  const called = useCalled(asked);
  const { w, language } = called;
  const [open, setOpen] = useState<number | null>(null);
  const limits = wordsOf(element, 'gc:Deadline').map(plainOf);
  const put = (to: readonly Plain[]): void => putWords(modeler, element, { word: 'gc:Deadline', to });
  const line = (plain: Plain): string =>
    [inLanguage(ownText(plain), language), limitWords(limitOf(plain), called)]
      .filter((part) => part !== '')
      .join(language === 'zh' ? '：' : ': ');
  return (
    <Question
      title={w('askHowLong')}
      summary={limits.length === 0 ? w('limitNone') : limits.map(line).join(language === 'zh' ? '；' : '; ')}
    >
      {limits.map((plain, index) => (
        <Entry
          key={index}
          words={line(plain)}
          open={open === index}
          toggle={() => setOpen(open === index ? null : index)}
          remove={{
            label: w('removeThis', { what: inLanguage(ownText(plain), language) || w('limit') }),
            act: () => put(limits.filter((_, at) => at !== index)),
          }}
        >
          <DeadlineControls asked={asked} plain={plain} put={(next) => put(limits.map((one, at) => (at === index ? next : one)))} />
        </Entry>
      ))}
      <Button
        size="small"
        onClick={() => {
          put([...limits, newDeadline(element)]);
          setOpen(limits.length);
        }}
      >
        {w('addLimit')}
      </Button>
    </Question>
  );
}
