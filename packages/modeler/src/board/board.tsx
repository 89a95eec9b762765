import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { StartableInCase } from '@guicheng/server/contract';
import { reasonOf } from '../api/client.ts';
import { useRead } from '../api/queries.ts';
import { Fault } from '../ui/pieces.tsx';
import { useTitle } from '../ui/title.ts';
import { useWords } from '../words/words.ts';
import { arrange } from './arrange.ts';
import { Bar } from './bar.tsx';
import { BoardBones } from './bones.tsx';
import { Columns } from './columns.tsx';
import { EmptyList } from './empty.tsx';
import { useHands } from './hands.ts';
import { narrow } from './narrow.ts';
import { offering } from './offering.ts';
import { Pane } from './pane.tsx';
import { addressOf } from './query.ts';
import { useTasks, type List } from './tasks.ts';
import { Together } from './together.tsx';
import { useBoardQuery } from './useBoardQuery.ts';
import { useSteady } from './useSteady.ts';
import { useWalk } from './useWalk.ts';
import './board.css';

const StartableCards = lazy(() => import('./startableCards.tsx').then((module) => ({ default: module.StartableCards })));

/** 待办, 待阅, 已办: arranged and narrowed down by the address, a task opened beside it, walked with j and k. */
export function Board({ list }: { readonly list: List }) {
  const { w, t } = useWords();
  const navigate = useNavigate();
  const { task: open = null } = useParams();
  const { query, change } = useBoardQuery(list);
  const read = useTasks(list);
  const anyTime = useRead<readonly StartableInCase[]>(list === 'todo' ? '/api/me/startable' : null).data ?? [];
  const hands = useHands();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const left = useMemo(() => read.tasks && narrow(read.tasks, query).map(offering(list)), [read.tasks, query, list]);
  const { standing, marked } = useSteady(left, `${list}?${addressOf(query)}`, hands.held);
  const gone = useMemo(() => new Set((standing ?? []).filter((one) => one.gone).map(({ task }) => task.id)), [standing]);
  const columns = useMemo(
    () =>
      arrange(
        (standing ?? []).map(({ task }) => task),
        query.arrange,
      ),
    [standing, query.arrange],
  );
  const address = useCallback((task: string) => `/${list}/${task}?${addressOf(query)}`, [list, query]);
  const close = (): void => void navigate(`/${list}?${addressOf(query)}`);
  const choose = useCallback(
    (task: string) => setChosen((now) => (now.includes(task) ? now.filter((one) => one !== task) : [...now, task])),
    [],
  );
  useWalk({
    order: columns.flatMap((column) => column.tasks.map((task) => task.id)).filter((task) => !gone.has(task)),
    open,
    go: (task) => void navigate(address(task)),
    choose,
    mayChoose: (task) => (left ?? []).some((one) => one.id === task && one.batch),
  });
  const ownTitle = left && list !== 'done' && left.length > 0 ? `(${left.length}) ${w(list)}` : w(list);
  // Beside an open task the title is the task's.
  useTitle(open === null ? ownTitle : null);
  const seated = query.arrange !== 'post' && new Set((left ?? []).map((task) => task.seats[0]?.seat)).size > 1;
  const flows = useMemo(
    () => [...new Map((read.tasks ?? []).map((task) => [task.flow, { key: task.flow, name: task.flowName }])).values()],
    [read.tasks],
  );
  const together = (left ?? []).filter((task) => chosen.includes(task.id));
  return (
    <div className="gc-room">
      <h1 className="gc-hidden">{w(list)}</h1>
      <Bar list={list} query={query} flows={flows} change={change} />
      {read.error ? <Fault words={t(reasonOf(read.error))} again={read.again} /> : null}
      <div className="gc-split" data-open={open === null ? undefined : true}>
        <div className="gc-tasks" tabIndex={-1} onPointerMove={hands.touch} onPointerDown={hands.touch} onKeyDown={hands.touch}>
          {standing === undefined && !read.error ? <BoardBones arrange={query.arrange} /> : null}
          {standing?.length === 0 ? (
            <EmptyList list={list} filtered={(read.tasks ?? []).length > 0} clear={() => change({ arrange: query.arrange })} />
          ) : null}
          {standing && standing.length > 0 ? (
            <Columns
              columns={columns}
              by={query.arrange}
              shown={{ list, open, marked, gone, chosen, held: hands.held, seated, address, choose }}
            />
          ) : null}
          {read.hasMore ? (
            <p className="gc-more">
              <button type="button" className="gc-plain" onClick={read.more} disabled={read.loadsMore}>
                {read.loadsMore ? w('loading') : w('more')}
              </button>
              <span className="gc-soft">{w('loadedCount', { count: (read.tasks ?? []).length })}</span>
            </p>
          ) : null}
          {anyTime.length > 0 ? (
            <Suspense fallback={null}>
              <StartableCards found={anyTime} />
            </Suspense>
          ) : null}
        </div>
        {open === null ? null : <Pane key={open} task={open} close={close} />}
      </div>
      <Together tasks={together} choose={setChosen} />
      <span role="status" className="gc-hidden">
        {marked.size > 0 ? w('changedCount', { count: marked.size }) : ''}
      </span>
    </div>
  );
}
