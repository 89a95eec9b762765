import { useState } from 'react';
import type { Asked } from '../asked.ts';
import { Either } from '../control/either.tsx';
import { ConditionEditor } from '../condition/conditionEditor.tsx';
import { expressionAt, putExpressionAt } from '../condition/expression.ts';
import { subjectsOf } from '../condition/subjects.ts';
import { whenWords } from '../condition/whenWords.ts';
import { processOf } from '../../file/process.ts';
import type { Modeling } from '../../file/moddle.ts';
import { Question } from '../question.tsx';
import { useWords } from '../../../words/words.ts';

/** A part whose steps people choose: one at a time or several at once, and when it is done. */
export function AnyOrderQuestion({ modeler, element }: Asked) {
  const { w, t } = useWords();
  // Chosen, but nothing clicked together yet.
  const [begun, setBegun] = useState(false);
  const part = element.businessObject;
  const process = processOf(element);
  if (!process) return null;
  const inTurn = part.get('ordering') === 'Sequential';
  const feel = expressionAt(part, 'completionCondition');
  const subjects = subjectsOf(process, part);
  const byCondition = feel !== '' || begun;
  const words = feel === '' ? undefined : whenWords({ feel, otherwise: false }, { subjects });
  const stops = part.get('cancelRemainingInstances') !== false;
  const modeling = modeler.get<Modeling>('modeling');
  const put = (next: string): void => putExpressionAt(modeler, element, { within: part, property: 'completionCondition', feel: next });
  return (
    <Question
      title={w('askAnyOrder')}
      summary={[w(inTurn ? 'oneAtATime' : 'severalAtOnce'), words ? t(words) : feel || w('doneBySaying')].join(' · ')}
    >
      <Either<'Parallel' | 'Sequential'>
        label={w('chosenAtOnce')}
        value={inTurn ? 'Sequential' : 'Parallel'}
        choices={[
          { value: 'Parallel', label: w('severalAtOnce') },
          { value: 'Sequential', label: w('oneAtATime') },
        ]}
        put={(ordering) => modeling.updateProperties(element, { ordering: ordering === 'Sequential' ? ordering : undefined })}
      />
      <Either<'said' | 'holds'>
        label={w('whenDone')}
        value={byCondition ? 'holds' : 'said'}
        choices={[
          { value: 'said', label: w('doneBySaying') },
          { value: 'holds', label: w('doneByCondition') },
        ]}
        put={(next) => {
          setBegun(next === 'holds');
          if (next === 'said') put('');
        }}
        note={w(byCondition ? 'doneByConditionNote' : 'doneBySayingNote')}
      />
      {byCondition ? <ConditionEditor feel={feel} subjects={subjects} put={put} /> : null}
      {inTurn ? null : (
        <Either<'stops' | 'goesOn'>
          label={w('whatStillRuns')}
          value={stops ? 'stops' : 'goesOn'}
          choices={[
            { value: 'stops', label: w('restStops') },
            { value: 'goesOn', label: w('restGoesOn') },
          ]}
          put={(next) => modeling.updateProperties(element, { cancelRemainingInstances: next === 'stops' })}
        />
      )}
    </Question>
  );
}
