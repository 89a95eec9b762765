import { useEffect, useRef, useState } from 'react';
import { Empty, Skeleton, Tag, theme } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { Page, TaskCard } from '@guicheng/server/contract';
import { useRead } from '../api/queries.ts';
import { DueTag, Seats } from '../ui/pieces.tsx';
import { moment, useWords } from '../words/words.ts';
import type { Word } from '../words/zh.ts';

const COLUMNS: readonly { readonly word: Word; readonly fits: (task: TaskCard) => boolean }[] = [
  { word: 'late', fits: (task) => task.due?.state === 'late' },
  { word: 'today', fits: (task) => task.due?.state === 'today' },
  { word: 'soon', fits: (task) => task.due?.state === 'soon' },
  { word: 'later', fits: (task) => task.due === null || task.due.state === 'later' },
];

/** 待办 by urgency, 待阅 and 已办 as lists; j and k walk, Enter opens. */
export function Board({ list }: { readonly list: 'todo' | 'read' | 'done' }) {
  const { w } = useWords();
  const navigate = useNavigate();
  const page = useRead<Page<TaskCard>>(`/api/tasks?list=${list}&limit=100`);
  const [chosen, setChosen] = useState<string | null>(null);
  const tasks = page.data?.rows ?? [];
  const fresh = useFresh(tasks.map((task) => task.id));
  const columns = list === 'todo' ? COLUMNS : [{ word: list === 'read' ? ('read' as const) : ('done' as const), fits: () => true }];
  const inOrder = columns.flatMap((column) => tasks.filter(column.fits));
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      const at = inOrder.findIndex((task) => task.id === chosen);
      const next = event.key === 'j' ? inOrder[at + 1] : event.key === 'k' ? inOrder[Math.max(at - 1, 0)] : undefined;
      if (next) setChosen(next.id);
      if (event.key === 'Enter' && at >= 0) void navigate(`/tasks/${chosen}`);
    };
    globalThis.addEventListener('keydown', press);
    return () => globalThis.removeEventListener('keydown', press);
  });
  if (page.isPending) return <Skeleton active />;
  if (tasks.length === 0)
    return (
      <Empty
        style={{ marginTop: 80 }}
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={list === 'todo' ? w('nothingToDo') : w('nothingHere')}
      />
    );
  return (
    <div
      style={{
        display: 'grid',
        gridTemplateColumns: `repeat(${columns.length}, minmax(0, ${columns.length === 1 ? '900px' : '1fr'}))`,
        gap: 12,
        alignItems: 'start',
      }}
    >
      {columns.map((column) => {
        const here = tasks.filter(column.fits);
        return (
          <section key={column.word} aria-label={w(column.word)}>
            <h2 style={{ fontSize: 14, margin: '4px 4px 8px' }}>
              {w(column.word)} <span style={{ opacity: 0.6 }}>{here.length}</span>
            </h2>
            {here.map((task) => (
              <Card key={task.id} task={task} fresh={fresh.has(task.id)} chosen={task.id === chosen} />
            ))}
          </section>
        );
      })}
    </div>
  );
}

function Card({ task, fresh, chosen }: { readonly task: TaskCard; readonly fresh: boolean; readonly chosen: boolean }) {
  const { t, w } = useWords();
  const { token } = theme.useToken();
  return (
    <Link
      to={task.state === 'open' ? `/tasks/${task.id}` : `/cases/${task.case}`}
      title={task.guidance ? t(task.guidance) : ''}
      style={{
        display: 'block',
        marginBottom: 8,
        padding: '8px 10px',
        background: fresh ? token.colorPrimaryBg : token.colorBgContainer,
        border: `1px solid ${chosen ? token.colorPrimary : token.colorBorderSecondary}`,
        borderInlineStart: `3px solid ${task.due?.state === 'late' ? token.colorError : token.colorPrimary}`,
        borderRadius: 4,
        color: token.colorText,
        transition: 'background 1s',
      }}
    >
      <div style={{ display: 'flex', justifyContent: 'space-between', gap: 8 }}>
        <strong style={{ fontSize: 13 }}>{t(task.step)}</strong>
        <DueTag due={task.due} />
      </div>
      <div
        style={{
          margin: '2px 0',
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          display: '-webkit-box',
          WebkitLineClamp: 2,
          WebkitBoxOrient: 'vertical',
        }}
      >
        {task.title}
      </div>
      <div style={{ fontSize: 12, color: token.colorTextSecondary, display: 'flex', gap: 8, flexWrap: 'wrap' }}>
        {task.number ? <span>{task.number}</span> : null}
        <span>{t(task.flowName)}</span>
        {task.from ? (
          <span>
            {w('from')} {t(task.from.name)}
          </span>
        ) : null}
        <span>{moment(task.closedAt ?? task.openedAt)}</span>
        {task.takenBy ? (
          <Tag style={{ marginInlineEnd: 0 }}>{w('taken')}</Tag>
        ) : task.seats.length > 0 && task.state === 'open' ? (
          <Seats seats={task.seats} />
        ) : null}
      </div>
      {task.returned ? (
        <div style={{ color: token.colorWarning, fontSize: 12, marginTop: 2 }}>
          ↩ {t(task.returned.by.name)}：{task.returned.reason}
        </div>
      ) : null}
    </Link>
  );
}

/** What has come since the list was first seen stays marked for three seconds. */
function useFresh(ids: readonly string[]): ReadonlySet<string> {
  const known = useRef<ReadonlySet<string> | null>(null);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const now = ids.join(' ');
  useEffect(() => {
    const list = now === '' ? [] : now.split(' ');
    const before = known.current;
    known.current = new Set(list);
    const added = before ? list.filter((one) => !before.has(one)) : [];
    if (added.length === 0) return undefined;
    setFresh(new Set(added));
    const timer = setTimeout(() => setFresh(new Set()), 3000);
    return () => clearTimeout(timer);
  }, [now]);
  return fresh;
}
