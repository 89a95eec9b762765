import { memo } from 'react';
import { Checkbox, Tooltip } from 'antd';
import { Link } from 'react-router';
import type { TaskCard } from '@guicheng/server/contract';
import { DueTag, Seats } from '../ui/pieces.tsx';
import { moment, useWords } from '../words/words.ts';
import { Marks } from './marks.tsx';
import { Quick } from './quick.tsx';

/** What a card or a line of the board is made of. */
export interface Shown {
  readonly task: TaskCard;
  /** Where a click leads. */
  readonly to: string;
  readonly open: boolean;
  readonly marked: boolean;
  readonly gone: boolean;
  readonly chosen: boolean;
  /** Whether it is said to which post it came: where the board holds tasks of several. */
  readonly seated: boolean;
  /** Absent where several cannot be done together. */
  readonly choose?: (task: string) => void;
}

/** The link that opens a task; its name is the whole of what a screen reader says. Hovering shows what the step asks. */
export function TaskLink({ task, to, open, gone }: Pick<Shown, 'task' | 'to' | 'open' | 'gone'>) {
  const { t, w } = useWords();
  const link = (
    <Link
      className="gc-card-title"
      to={to}
      data-task={task.id}
      aria-current={open ? 'true' : undefined}
      aria-label={[
        task.title,
        t(task.step),
        task.due ? t(task.due.words) : '',
        task.returned ? w('returned') : '',
        gone ? w('goneNow') : '',
      ]
        .filter(Boolean)
        .join(w('comma'))}
    >
      {task.title}
    </Link>
  );
  if (!task.guidance) return link;
  return (
    <Tooltip title={t(task.guidance)} mouseEnterDelay={0.6} placement="bottomLeft" styles={{ root: { maxWidth: 420 } }}>
      {link}
    </Tooltip>
  );
}

/** Who sent it back and why, in one line. */
export function SentBack({ task }: { readonly task: TaskCard }) {
  const { t, w } = useWords();
  return task.returned ? (
    <div className="gc-card-back gc-cut" title={task.returned.reason}>
      ↩ {w('sentBackBy', { who: t(task.returned.by.name), reason: task.returned.reason })}
    </div>
  ) : null;
}

/** A task of the board: title, step, number, from whom, deadline in words, what is to be noticed, and its simple decisions. */
export const Card = memo(function Card({ task, to, open, marked, gone, chosen, seated, choose }: Shown) {
  const { t, w } = useWords();
  return (
    <article
      className="gc-card"
      data-due={task.due?.state}
      data-open={open || undefined}
      data-marked={marked || undefined}
      data-gone={gone || undefined}
    >
      <div className="gc-card-top">
        {choose && !gone ? (
          <Checkbox
            className="gc-card-above"
            checked={chosen}
            onChange={() => choose(task.id)}
            aria-label={w('choose', { title: task.title })}
          />
        ) : null}
        <TaskLink task={task} to={to} open={open} gone={gone} />
        <DueTag due={task.due} />
      </div>
      <div className="gc-card-step">
        <b>{t(task.step)}</b>
        {gone ? <span className="gc-mark">{w('goneNow')}</span> : <Marks task={task} />}
      </div>
      <div className="gc-card-foot">
        <div className="gc-card-facts">
          {task.number ? <span>{task.number}</span> : null}
          {task.from ? <span>{w('fromWhom', { who: t(task.from.name) })}</span> : null}
          <span>{moment(task.closedAt ?? task.openedAt)}</span>
          {seated ? <Seats seats={task.seats} /> : null}
        </div>
        {task.quick.length > 0 && task.state === 'open' && !gone ? <Quick task={task} /> : null}
      </div>
      <SentBack task={task} />
    </article>
  );
});
