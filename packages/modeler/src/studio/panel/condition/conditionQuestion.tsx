import { useWords } from '../../../words/words.ts';
import type { Asked } from '../asked.ts';
import { flowsFrom, processOf } from '../../file/process.ts';
import { Question } from '../question.tsx';
import { ArrowEditor } from './arrowEditor.tsx';
import { arrowOf, arrowsFrom, beginOf } from './arrows.ts';
import { whenWords } from './whenWords.ts';
import { subjectsOf } from './subjects.ts';
import { useNames } from './useNames.ts';
import { Ways } from './ways.tsx';
import './condition.css';

/** Asked of an arrow, when it is taken; of a branch, when each of its arrows is, in the order in which they are tried. */
export function ConditionQuestion({ modeler, element }: Asked) {
  const { w, t } = useWords();
  const arrow = element.businessObject.$instanceOf('bpmn:SequenceFlow') ? arrowOf(element) : null;
  const begin = arrow ? beginOf(element) : element.businessObject;
  const process = processOf(element);
  const subjects = process && begin ? subjectsOf(process, begin) : [];
  const saying = { subjects, nameOf: useNames(subjects) };
  if (!begin) return null;
  const title = w('nextStep');
  const plain = arrow?.feel ? undefined : plainWay(begin.$type, flowsFrom(begin).length);
  if (plain)
    return (
      <Question title={title} summary={w(plain)}>
        <p className="gc-quiet">{w(plain)}</p>
      </Question>
    );
  if (arrow) {
    const when = whenWords(arrow, saying);
    return (
      <Question
        title={title}
        summary={when ? t(when) : w(begin.$instanceOf('bpmn:Gateway') ? 'conditionMissing' : 'conditionAlways')}
        warns={!when && begin.$instanceOf('bpmn:Gateway')}
      >
        {begin.$instanceOf('bpmn:Gateway') ? null : <p className="gc-quiet">{w('conditionPlain')}</p>}
        <ArrowEditor modeler={modeler} begin={begin} arrow={arrow} saying={saying} />
      </Question>
    );
  }
  const arrows = arrowsFrom(modeler, begin);
  const missing = arrows.filter((one) => !whenWords(one, saying)).length;
  return (
    <Question title={title} summary={missing > 0 ? w('conditionMissing') : String(arrows.length)} warns={missing > 0}>
      <p className="gc-quiet">
        {begin.$type === 'bpmn:InclusiveGateway' || begin.$type === 'bpmn:ComplexGateway' ? w('conditionTriedAll') : w('conditionTried')}
      </p>
      <Ways modeler={modeler} node={element} arrows={arrows} saying={saying} />
    </Question>
  );
}

/** Why the ways out need no conditions; undefined where they do. */
function plainWay(type: string, ways: number): 'conditionParallel' | 'conditionEvents' | 'conditionOnlyWay' | undefined {
  if (type === 'bpmn:ParallelGateway') return 'conditionParallel';
  if (type === 'bpmn:EventBasedGateway') return 'conditionEvents';
  return ways < 2 ? 'conditionOnlyWay' : undefined;
}
