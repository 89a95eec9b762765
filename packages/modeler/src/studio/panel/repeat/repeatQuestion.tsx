import type { Asked } from '../asked.ts';
import { Amount } from '../control/amount.tsx';
import { Either } from '../control/either.tsx';
import { ConditionEditor } from '../condition/conditionEditor.tsx';
import { expressionAt, putExpressionAt } from '../condition/expression.ts';
import { subjectsOf } from '../condition/subjects.ts';
import { whenWords } from '../condition/whenWords.ts';
import { processOf } from '../../file/process.ts';
import type { Modeling } from '../../file/moddle.ts';
import { Question } from '../question.tsx';
import { useWords } from '../../../words/words.ts';
import { askedWhen, mostOf, putRepeating, repeatOf, type Repeating } from './loop.ts';

/** Until when a step is done again: asked before or after each time, by which condition, how often at most. */
export function RepeatQuestion({ modeler, element }: Asked) {
  const { w, t } = useWords();
  const loop = repeatOf(element);
  const process = processOf(element);
  if (!loop || !process) return null;
  const when = askedWhen(loop);
  const feel = expressionAt(loop, 'loopCondition');
  const most = mostOf(loop);
  const subjects = [
    ...subjectsOf(process, element.businessObject),
    { key: 'loopCounter', name: { zh: '这是第几次', en: 'How many times so far' }, type: 'number', options: [], each: false } as const,
  ];
  const words = feel === '' ? undefined : whenWords({ feel, otherwise: false }, { subjects });
  const summary = [
    w(when === 'before' ? 'repeatBefore' : 'repeatAfter'),
    ...(words ? [t(words)] : feel ? [feel] : []),
    ...(most === undefined ? [] : [w('atMostTimes', { count: most })]),
  ];
  return (
    <Question title={w('askRepeat')} summary={summary.join(' · ')} warns={feel === '' && most === undefined}>
      <Either<Repeating>
        label={w('repeatWhen')}
        value={when}
        choices={[
          { value: 'after', label: w('repeatAfter') },
          { value: 'before', label: w('repeatBefore') },
          { value: 'once', label: w('repeatOnce') },
        ]}
        put={(next) => putRepeating(modeler, element, next)}
        note={w(when === 'before' ? 'repeatBeforeNote' : 'repeatAfterNote')}
      />
      <p className="gc-quiet">{w('repeatCondition')}</p>
      <ConditionEditor
        feel={feel}
        subjects={subjects}
        put={(next) => putExpressionAt(modeler, element, { within: loop, property: 'loopCondition', feel: next })}
      />
      <Amount
        label={w('repeatMost')}
        value={most}
        least={1}
        none={w('repeatNoMost')}
        put={(next) => modeler.get<Modeling>('modeling').updateModdleProperties(element, loop, { loopMaximum: next })}
      />
    </Question>
  );
}
