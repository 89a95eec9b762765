import { Button } from 'antd';
import { useState } from 'react';
import type { Asked } from '../asked.ts';
import { Entry } from '../control/entry.tsx';
import { putWords, wordsOf } from '../../file/extension.ts';
import { lanePostOf } from '../../file/lanes.ts';
import { plainOf, type Plain } from '../../file/plain.ts';
import { Question } from '../question.tsx';
import { useCalled } from '../useCalled.ts';
import { newRisk, riskOf } from './risk.ts';
import { RiskControls } from './riskControls.tsx';

/** What can go wrong at a step, and what guards against it. */
export function RiskQuestion(asked: Asked) {
  const { modeler, element, around } = asked;
  const { w, language } = useCalled(asked);
  const [open, setOpen] = useState<number | null>(null);
  const risks = wordsOf(element, 'gc:Risk').map(plainOf);
  const put = (to: readonly Plain[]): void => putWords(modeler, element, { word: 'gc:Risk', to });
  const levels = [w('riskFirst'), w('riskSecond'), w('riskThird')] as const;
  const line = (plain: Plain): string => {
    const risk = riskOf(plain);
    return `${levels[risk.level - 1]} · ${risk.danger[language] || risk.danger.zh || w('riskUnsaid')}`;
  };
  const post = lanePostOf(element) || around.posts[0]?.id;
  return (
    <Question title={w('askRisk')} summary={risks.length === 0 ? w('noRisk') : risks.map(line).join(language === 'zh' ? '；' : '; ')}>
      {risks.map((plain, index) => (
        <Entry
          key={index}
          words={line(plain)}
          open={open === index}
          toggle={() => setOpen(open === index ? null : index)}
          remove={{ label: w('removeThis', { what: line(plain) }), act: () => put(risks.filter((_, at) => at !== index)) }}
        >
          <RiskControls asked={asked} plain={plain} put={(next) => put(risks.map((one, at) => (at === index ? next : one)))} />
        </Entry>
      ))}
      <Button
        size="small"
        disabled={post === undefined}
        onClick={() => {
          put([...risks, newRisk(element, post ?? '')]);
          setOpen(risks.length);
        }}
      >
        {w('addRisk')}
      </Button>
    </Question>
  );
}
