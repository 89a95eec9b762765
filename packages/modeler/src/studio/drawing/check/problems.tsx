import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import DownOutlined from '@ant-design/icons/es/icons/DownOutlined';
import UpOutlined from '@ant-design/icons/es/icons/UpOutlined';
import type { Problem } from '@guicheng/runtime/checking';
import { useWords } from '../../../words/words.ts';
import type { Desk } from '../desk.ts';
import { problemMarks } from './marks.ts';
import { makeOrder } from './order.ts';
import { Player } from './player.tsx';
import { ProblemLine } from './problemLine.tsx';
import { sayProblem } from './sayProblem.ts';
import { chooseOn } from './chooseOn.ts';
import type { Checking } from './useChecking.ts';

/**
 * The strip below the canvas: how many things are wrong, and the first of them in a sentence, or all; a click on one leads to the place,
 * 演示 beside it plays what goes wrong.
 */
export function Problems({ checking, desk }: { readonly checking: Checking; readonly desk: Desk | undefined }) {
  const { t, w } = useWords();
  const { checked, asked } = checking;
  const [order] = useState(makeOrder);
  const problems = useMemo(() => order(checked?.problems ?? []), [order, checked?.problems]);
  const [opened, setOpened] = useState<{ readonly open: boolean; readonly asked: number }>({ open: false, asked: 0 });
  // Asked for by hand, it opens; until it is closed again.
  const open = opened.open || asked > opened.asked;
  const [played, setPlayed] = useState<Problem | null>(null);
  useMarks(desk, problems);
  const list = open && problems.length > 0;
  const [first] = problems;
  const choose = (problem: Problem): void => {
    if (desk) chooseOn(desk.modeler, problem.element);
  };
  const line = (problem: Problem) => <ProblemLine problem={problem} choose={() => choose(problem)} play={() => setPlayed(problem)} />;
  return (
    <section className="gc-draw-problems" aria-label={w('problems')}>
      {played?.play && desk ? (
        <Player key={sayProblem(played, t)} desk={desk} play={played.play} says={sayProblem(played, t)} close={() => setPlayed(null)} />
      ) : null}
      <div className="gc-problems-line">
        <button
          type="button"
          className="gc-problems-count"
          aria-expanded={list}
          disabled={!first}
          onClick={() => setOpened({ open: !open, asked })}
        >
          {!first ? null : list ? <DownOutlined aria-hidden="true" /> : <UpOutlined aria-hidden="true" />}
          <Counts checking={checking} problems={problems} />
        </button>
        {list || !first || (played && desk) ? null : line(first)}
      </div>
      {list ? (
        <ul className="gc-problems-list">
          {problems.map((problem, index) => (
            <li key={`${problem.rule} ${problem.element} ${index}`} data-severity={problem.severity}>
              {line(problem)}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** How it stands, in a few words. */
function Counts({ checking: { checked }, problems }: { readonly checking: Checking; readonly problems: readonly Problem[] }) {
  const { w } = useWords();
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const says = (): ReactNode => {
    if (checked?.broken) return <span className="gc-draw-wrong">{w('checkBroken')}</span>;
    if (problems.length === 0)
      return !checked || checked.pending ? w('checking') : <span className="gc-draw-fine">✓ {w('noProblems')}</span>;
    return (
      <>
        {errors > 0 ? <span className="gc-draw-wrong">{w('errorCount', { count: errors })}</span> : null}
        {errors > 0 && errors < problems.length ? ' · ' : ''}
        {errors < problems.length ? <span>{w('warningCount', { count: problems.length - errors })}</span> : null}
      </>
    );
  };
  return <span role="status">{says()}</span>;
}

function useMarks(desk: Desk | undefined, problems: readonly Problem[]): void {
  const { t } = useWords();
  const show = useRef<ReturnType<typeof problemMarks> | undefined>(undefined);
  useEffect(() => {
    show.current = desk && problemMarks(desk.modeler, t);
  }, [desk, t]);
  useEffect(() => {
    if (desk) show.current?.(problems);
  }, [desk, problems]);
}
