import { Button } from 'antd';
import { useWords } from '../../../words/words.ts';
import { branchBehind, branchByDecision, branchingOf, goesByDecision } from '../condition/branch.ts';
import { usePlaceName } from '../condition/usePlaceName.ts';
import type { Drawn, Services } from '../moddle.ts';
import { textOf } from './fieldPlain.ts';

/** Which way each button goes at the branch behind the step, and one click to make it so. */
export function WaysOfDecision({ modeler, step }: { readonly modeler: Services; readonly step: Drawn }) {
  const { w, t } = useWords();
  const nameOf = usePlaceName();
  if (!branchBehind(step.businessObject)) return <p className="gc-quiet">{w('branchNone')}</p>;
  const ways = branchingOf(modeler, step.businessObject);
  const done = goesByDecision(modeler, step.businessObject);
  return (
    <div className="gc-field-part">
      <span>{w(done ? 'branchedByDecision' : 'branchWillGo')}</span>
      <ul className="gc-uses">
        {ways.map(({ option, arrow }) => (
          <li key={option.value} data-warns={arrow ? undefined : true}>
            {w('answerGoes', { answer: t(textOf(option)), to: arrow ? nameOf(arrow.to) : w('branchMissing') })}
          </li>
        ))}
      </ul>
      {done ? null : (
        <Button size="small" type="primary" disabled={ways.every(({ arrow }) => !arrow)} onClick={() => branchByDecision(modeler, step)}>
          {w('branchByDecision')}
        </Button>
      )}
    </div>
  );
}
