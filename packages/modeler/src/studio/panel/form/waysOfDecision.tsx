import { Button, Select } from 'antd';
import { useWords } from '../../../words/words.ts';
import { addBranch, branchBehind, branchByDecision, branchingOf, drawWay, goesByDecision, placesToGo } from '../condition/branch.ts';
import { usePlaceName } from '../condition/usePlaceName.ts';
import type { Drawn, Services } from '../../file/moddle.ts';
import { textOf } from '../../file/named.ts';
import { flowsFrom } from '../../file/process.ts';

/** Which way each button goes at the branch behind the step; one click makes it so, and draws what is missing. */
export function WaysOfDecision({ modeler, step }: { readonly modeler: Services; readonly step: Drawn }) {
  const { w, t } = useWords();
  const nameOf = usePlaceName();
  const object = step.businessObject;
  if (!branchBehind(object))
    return (
      <div className="gc-field-part">
        <span>{w('branchNone')}</span>
        {flowsFrom(object).length === 1 ? (
          <Button size="small" onClick={() => addBranch(modeler, step)}>
            {w('branchAdd')}
          </Button>
        ) : null}
      </div>
    );
  const ways = branchingOf(modeler, object);
  const done = goesByDecision(modeler, object);
  const places = placesToGo(object);
  return (
    <div className="gc-field-part">
      <span>{w(done ? 'branchedByDecision' : 'branchWillGo')}</span>
      <ul className="gc-uses">
        {ways.map(({ option, arrow }) => {
          const answer = t(textOf(option));
          return (
            <li key={option.value}>
              {w('answerGoes', { answer, to: arrow ? nameOf(arrow.to) : '' })}
              {arrow ? null : (
                <Select
                  aria-label={w('whereAnswerGoes', { answer })}
                  placeholder={w('branchMissing')}
                  showSearch={{ optionFilterProp: 'label' }}
                  value={null}
                  options={places.map((place) => ({ value: place.id ?? '', label: nameOf(place) }))}
                  onChange={(id: string) => {
                    const to = places.find((place) => place.id === id);
                    if (to) drawWay(modeler, step, { option, to });
                  }}
                  popupMatchSelectWidth={false}
                />
              )}
            </li>
          );
        })}
      </ul>
      {done || ways.every(({ arrow }) => !arrow) ? null : (
        <Button size="small" type="primary" onClick={() => branchByDecision(modeler, step)}>
          {w('branchByDecision')}
        </Button>
      )}
    </div>
  );
}
