import { memo } from 'react';
import { Checkbox } from 'antd';
import { DueTag } from '../ui/pieces.tsx';
import { moment, useWords } from '../words/words.ts';
import { SentBack, TaskLink, type Shown } from './card.tsx';
import { Marks } from './marks.tsx';
import { Quick } from './quick.tsx';

/** Two decisions of a usual length fit beside each other in Chinese, one in English. */
const DECIDING = { zh: '226px ', en: '284px ' } as const;

const templateOf = (deciding: boolean, language: 'zh' | 'en'): string =>
  `minmax(0, 3fr) minmax(0, 1.1fr) minmax(0, 1.2fr) 116px 72px 92px ${deciding ? DECIDING[language] : ''}112px`;

/** The headings of the dense list. */
export function LineHead({ closed, deciding }: { readonly closed: boolean; readonly deciding: boolean }) {
  const { w, language } = useWords();
  return (
    <div className="gc-line gc-line-head" aria-hidden="true" style={{ gridTemplateColumns: templateOf(deciding, language) }}>
      <span>{w('columnTitle')}</span>
      <span>{w('columnStep')}</span>
      <span>{w('columnFlow')}</span>
      <span>{w('number')}</span>
      <span>{w('columnFrom')}</span>
      <span>{w(closed ? 'columnClosed' : 'columnOpened')}</span>
      {deciding ? <span /> : null}
      <span className="gc-end">{closed ? w('columnOutcome') : w('columnDue')}</span>
    </div>
  );
}

/** A task as one line; `deciding`: the list has room for simple decisions. */
export const Line = memo(function Line({ task, to, open, marked, gone, chosen, choose, deciding }: Shown & { readonly deciding: boolean }) {
  const { t, w, language } = useWords();
  const closed = task.closedAt !== null;
  return (
    <div
      className="gc-line"
      style={{ gridTemplateColumns: templateOf(deciding, language) }}
      data-due={task.due?.state}
      data-open={open || undefined}
      data-marked={marked || undefined}
      data-gone={gone || undefined}
    >
      <div>
        <div className="gc-card-top" style={{ alignItems: 'center' }}>
          {choose && !gone ? (
            <Checkbox
              className="gc-card-above"
              checked={chosen}
              onChange={() => choose(task.id)}
              aria-label={w('choose', { title: task.title })}
            />
          ) : null}
          <TaskLink task={task} to={to} open={open} gone={gone} />
          {gone ? <span className="gc-mark">{w('goneNow')}</span> : <Marks task={task} />}
        </div>
        <SentBack task={task} />
      </div>
      <span className="gc-cut gc-wide">{t(task.step)}</span>
      <span className="gc-cut gc-soft gc-wide">{t(task.flowName)}</span>
      <span className="gc-cut gc-soft gc-wide">{task.number ?? ''}</span>
      <span className="gc-cut gc-soft gc-wide">{task.from ? t(task.from.name) : ''}</span>
      <span className="gc-soft gc-wide">{moment(task.closedAt ?? task.openedAt)}</span>
      {deciding ? <div className="gc-line-quick">{task.quick.length > 0 && !closed && !gone ? <Quick task={task} /> : null}</div> : null}
      <span className="gc-end">{closed ? <span className="gc-soft">{w(OUTCOMES[task.state])}</span> : <DueTag due={task.due} />}</span>
    </div>
  );
});

const OUTCOMES = {
  open: 'taskOpen',
  completed: 'taskCompleted',
  interrupted: 'taskInterrupted',
  takenBack: 'taskTakenBack',
  cancelled: 'taskCancelled',
} as const;
