import { Button } from 'antd';
import type { Problem } from '@guicheng/runtime/checking';
import { useWords } from '../../../words/words.ts';
import { isPlayed } from './order.ts';
import { sayProblem } from './sayProblem.ts';

/** One finding in its sentence: a click on it leads to its place, 演示 plays the run to it. */
export function ProblemLine({
  problem,
  choose,
  play,
}: {
  readonly problem: Problem;
  readonly choose: () => void;
  readonly play: () => void;
}) {
  const { t, w } = useWords();
  const says = sayProblem(problem, t);
  const isError = problem.severity === 'error';
  return (
    <>
      <span className="gc-problem-mark" data-severity={problem.severity} title={w(isError ? 'mustMend' : 'mayMend')}>
        {isError ? '!' : '?'}
      </span>
      <button type="button" className="gc-problem-says" title={says} onClick={choose}>
        {says}
      </button>
      {isPlayed(problem) ? (
        <Button size="small" type="primary" ghost onClick={play}>
          {w('playIt')}
        </Button>
      ) : null}
    </>
  );
}
