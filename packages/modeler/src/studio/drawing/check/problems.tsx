import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from 'antd';
import DownOutlined from '@ant-design/icons/es/icons/DownOutlined';
import UpOutlined from '@ant-design/icons/es/icons/UpOutlined';
import type { Play, Problem } from '@guicheng/runtime/checking';
import { useWords } from '../../../words/words.ts';
import type { Desk } from '../desk.ts';
import { problemMarks } from './marks.ts';
import { Player } from './player.tsx';
import { sayProblem } from './sayProblem.ts';
import { chooseOn } from './services.ts';
import type { Checking } from './useChecking.ts';

/** The strip below the canvas: how many things are wrong, one sentence each; a click leads to the place, 演示 plays what goes wrong. */
export function Problems({ checking, desk }: { readonly checking: Checking; readonly desk: Desk | undefined }) {
  const { t, w } = useWords();
  const { checked, asked } = checking;
  const problems = useMemo(() => sorted(checked?.problems ?? []), [checked?.problems]);
  const [opened, setOpened] = useState<{ readonly open: boolean; readonly asked: number }>({ open: false, asked: 0 });
  // Asked for by hand, it opens; until it is closed again.
  const open = opened.open || asked > opened.asked;
  const [played, setPlayed] = useState<{ readonly play: Play; readonly says: string } | null>(null);
  useMarks(desk, problems);
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const fault = checked?.broken ? w('checkBroken') : null;
  const list = open && problems.length > 0;
  return (
    <section className="gc-draw-problems" aria-label={w('problems')}>
      {played && desk ? <Player key={played.says} desk={desk} play={played.play} says={played.says} close={() => setPlayed(null)} /> : null}
      <button
        type="button"
        className="gc-problems-line"
        aria-expanded={list}
        disabled={problems.length === 0}
        onClick={() => setOpened({ open: !open, asked })}
      >
        {problems.length === 0 ? null : list ? <DownOutlined aria-hidden="true" /> : <UpOutlined aria-hidden="true" />}
        <span role="status">
          {fault ? (
            <span className="gc-draw-wrong">{fault}</span>
          ) : !checked || (checked.pending && problems.length === 0) ? (
            w('checking')
          ) : problems.length === 0 ? (
            <span className="gc-draw-fine">✓ {w('noProblems')}</span>
          ) : (
            <>
              {errors > 0 ? <span className="gc-draw-wrong">{w('errorCount', { count: errors })}</span> : null}
              {errors > 0 && errors < problems.length ? ' · ' : ''}
              {errors < problems.length ? <span>{w('warningCount', { count: problems.length - errors })}</span> : null}
            </>
          )}
        </span>
        {!list && problems[0] ? <span className="gc-cut gc-quiet">{sayProblem(problems[0], t)}</span> : null}
      </button>
      {list ? (
        <ul className="gc-problems-list">
          {problems.map((problem, index) => {
            const says = sayProblem(problem, t);
            const { play } = problem;
            return (
              <li key={`${problem.rule} ${problem.element} ${index}`} data-severity={problem.severity}>
                <span
                  className="gc-problem-mark"
                  data-severity={problem.severity}
                  title={w(problem.severity === 'error' ? 'mustMend' : 'mayMend')}
                >
                  {problem.severity === 'error' ? '!' : '?'}
                </span>
                <button type="button" onClick={() => desk && chooseOn(desk.modeler, problem.element)}>
                  {says}
                </button>
                {play && play.length > 0 ? (
                  <Button size="small" onClick={() => setPlayed({ play, says })}>
                    {w('playIt')}
                  </Button>
                ) : null}
              </li>
            );
          })}
        </ul>
      ) : null}
    </section>
  );
}

/** What must be mended before publishing comes first. */
const sorted = (problems: readonly Problem[]): readonly Problem[] =>
  problems.toSorted((one, other) => Number(one.severity !== 'error') - Number(other.severity !== 'error'));

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
