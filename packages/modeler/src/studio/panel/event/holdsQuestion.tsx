import type { Asked } from '../asked.ts';
import { ConditionEditor } from '../condition/conditionEditor.tsx';
import { expressionAt, putExpressionAt } from '../condition/expression.ts';
import { subjectsOf } from '../condition/subjects.ts';
import { whenWords } from '../condition/whenWords.ts';
import { processOf } from '../../file/process.ts';
import { Question } from '../question.tsx';
import { useWords } from '../../../words/words.ts';
import { definitionsAt } from './shared.ts';

/** Which condition has to come to hold for the event to happen. */
export function HoldsQuestion({ modeler, element }: Asked) {
  const { w, t } = useWords();
  const within = definitionsAt(element).find(({ $type }) => $type === 'bpmn:ConditionalEventDefinition');
  const process = processOf(element);
  if (!within || !process) return null;
  const feel = expressionAt(within, 'condition');
  const subjects = subjectsOf(process, element.businessObject);
  const words = feel === '' ? undefined : whenWords({ feel, otherwise: false }, { subjects });
  return (
    <Question title={w('askHolds')} summary={words ? t(words) : feel || w('notSaidYet')} warns={feel === ''}>
      <p className="gc-quiet">{w('holdsNote')}</p>
      <ConditionEditor
        feel={feel}
        subjects={subjects}
        put={(next) => putExpressionAt(modeler, element, { within, property: 'condition', feel: next })}
      />
    </Question>
  );
}
