import { useState } from 'react';
import { Radio } from 'antd';
import { useWords } from '../../../words/words.ts';
import { drawnOf } from '../../file/process.ts';
import type { ModdleElement, Services } from '../../file/moddle.ts';
import { type Arrow, putCondition, putOtherwise } from './arrows.ts';
import { ConditionEditor } from './conditionEditor.tsx';
import type { Saying } from '../../condition/say.ts';

/** When one way out is taken: when a condition holds, or when nothing else does; out of a step also always. */
export function ArrowEditor({
  modeler,
  begin,
  arrow,
  saying,
}: {
  readonly modeler: Services;
  readonly begin: ModdleElement;
  readonly arrow: Arrow;
  readonly saying: Saying;
}) {
  const { w } = useWords();
  // Chosen, but nothing clicked together yet: so far the arrow is what it was.
  const [begun, setBegun] = useState(false);
  const step = !begin.$instanceOf('bpmn:Gateway');
  const source = drawnOf(modeler, begin);
  const kind = arrow.otherwise ? 'otherwise' : arrow.feel === '' && step && !begun ? 'always' : 'when';
  const choose = (next: string): void => {
    setBegun(next === 'when');
    if (next === 'otherwise' && source) putOtherwise(modeler, source, { arrow: arrow.drawn, saying });
    else if (next === 'always') putCondition(modeler, arrow.drawn, { feel: '', saying });
    else if (source && arrow.otherwise) putOtherwise(modeler, source, { arrow: null, saying });
  };
  return (
    <>
      <Radio.Group
        className="gc-either"
        aria-label={w('conditionOfWay', { to: '' })}
        value={kind}
        options={[
          ...(step ? [{ value: 'always', label: w('conditionAlways') }] : []),
          { value: 'when', label: w('conditionWhen') },
          { value: 'otherwise', label: w('conditionOtherwise') },
        ]}
        onChange={(event) => choose(event.target.value as string)}
      />
      {kind === 'when' ? (
        <ConditionEditor
          feel={arrow.feel}
          subjects={saying.subjects}
          put={(feel) => putCondition(modeler, arrow.drawn, { feel, saying })}
        />
      ) : null}
    </>
  );
}
