import { useState } from 'react';
import { Alert, App, Button } from 'antd';
import { Link } from 'react-router';
import type { CasePage, Done, TaskPage, TimelineEntry } from '@guicheng/server/contract';
import { useRead } from '../api/queries.ts';
import { Urge } from '../case/urge.tsx';
import { moment, useWords } from '../words/words.ts';
import { seatsText } from './receivers.ts';
import { Withdraw } from './withdraw.tsx';

/** Why a task is not mine to do: who has it or who did it and when; and what I can do all the same. */
export function WhyNotMine({ page }: { readonly page: TaskPage }) {
  const { t, w, language } = useWords();
  const { card } = page;
  const log = useRead<readonly TimelineEntry[]>(card.state === 'open' ? null : `/api/cases/${card.case}/timeline`).data;
  if (!page.notMine) return null;
  const last = log?.findLast((entry) => entry.element === card.element && entry.kind === 'TaskCompleted');
  const title =
    card.state === 'completed' && last?.by
      ? w('doneBy', { name: t(last.by.name), time: moment(card.closedAt ?? last.at) })
      : card.state === 'open'
        ? `${t(page.notMine)}${card.seats.length > 0 && !card.takenBy ? w('heldBy', { who: seatsText(card.seats, language, t) }) : ''}`
        : t(page.notMine);
  return <Alert type="info" showIcon style={{ marginBottom: 12 }} title={title} />;
}

/** What somebody who only looks can do: urge whoever has it, take their own step back, open the case. */
export function Others({ page, done }: { readonly page: TaskPage; readonly done: (done: Done) => void }) {
  const { w } = useWords();
  const { message } = App.useApp();
  const { card } = page;
  const mine = useRead<CasePage>(card.state === 'completed' ? `/api/cases/${card.case}` : null).data?.withdrawable ?? [];
  const [asking, setAsking] = useState(false);
  const back = mine.find((one) => one.task === card.id);
  return (
    <div className="gc-actions-row">
      {card.state === 'open' ? <Urge task={card.id} step={card.step} done={() => void message.success(w('urged'))} /> : null}
      {back ? <Button onClick={() => setAsking(true)}>{w('withdraw')}</Button> : null}
      <Link to={`/cases/${card.case}`}>{w('openCase')}</Link>
      {asking && back ? <Withdraw task={back.task} step={back.step} close={() => setAsking(false)} done={done} /> : null}
    </div>
  );
}
