import type { Asked } from '../asked.ts';
import { EntryList } from '../control/entryList.tsx';
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
  const risks = wordsOf(element, 'gc:Risk').map(plainOf);
  const levels = [w('riskFirst'), w('riskSecond'), w('riskThird')] as const;
  const line = (plain: Plain): string => {
    const risk = riskOf(plain);
    return `${levels[risk.level - 1]} · ${risk.danger[language] || risk.danger.zh || w('riskUnsaid')}`;
  };
  const post = lanePostOf(element) || (around.posts[0]?.id ?? '');
  return (
    <Question title={w('askRisk')} summary={risks.length === 0 ? w('noRisk') : risks.map(line).join(language === 'zh' ? '；' : '; ')}>
      <EntryList
        entries={risks}
        words={line}
        put={(to) => putWords(modeler, element, { word: 'gc:Risk', to })}
        add={{ label: w('addRisk'), fresh: () => newRisk(element, post), disabled: post === '' }}
      >
        {(plain, change) => <RiskControls asked={asked} plain={plain} put={change} />}
      </EntryList>
    </Question>
  );
}
