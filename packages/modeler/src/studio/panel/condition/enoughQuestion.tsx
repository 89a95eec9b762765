import type { Asked } from '../asked.ts';
import { Amount } from '../control/amount.tsx';
import { flowsTo } from '../../file/process.ts';
import { Question } from '../question.tsx';
import { useWords } from '../../../words/words.ts';
import { expressionAt, putExpressionAt } from './expression.ts';

const COUNT = /^activationCount >= (\d{1,4})$/;

/** Of a gateway where several ways meet under a condition: how many of them are waited for. A condition made elsewhere is said, and kept until then. */
export function EnoughQuestion({ modeler, element }: Asked) {
  const { w } = useWords();
  const gateway = element.businessObject;
  const ways = flowsTo(gateway).length;
  const feel = expressionAt(gateway, 'activationCondition');
  if (ways < 2 && feel === '') return null;
  const [, count] = COUNT.exec(feel) ?? [];
  const other = feel !== '' && count === undefined;
  return (
    <Question title={w('askEnoughWays')} summary={count ? w('enoughOf', { count, ways }) : feel || w('notSaidYet')} warns={feel === ''}>
      {other ? <p className="gc-row-note">{w('enoughOtherwise', { how: feel })}</p> : null}
      <Amount
        label={w('enoughCount')}
        value={count === undefined ? undefined : Number(count)}
        least={1}
        none={other ? w('enoughAsWritten') : w('notSaidYet')}
        put={(next) =>
          (next !== undefined || !other) &&
          putExpressionAt(modeler, element, {
            within: gateway,
            property: 'activationCondition',
            feel: next === undefined ? '' : `activationCount >= ${next}`,
          })
        }
        after={w('ofWays', { ways })}
      />
    </Question>
  );
}
