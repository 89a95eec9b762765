import type { ReactNode } from 'react';
import { Tag } from 'antd';
import { Link } from 'react-router';
import type { CaseCard, Text } from '@guicheng/server/contract';
import { listed } from '../task/listed.ts';
import { seatsText } from '../task/receivers.ts';
import { DueTag } from '../ui/pieces.tsx';
import { moment, useWords } from '../words/words.ts';
import { dueMoment } from './dueMoment.ts';
import { durationText } from './duration.ts';
import { Urge } from './urge.tsx';

/** The first line of a case: where it is, who has it, since when, until when; or how it ended and how long it took. */
export function Standing({
  card,
  choosing,
  urged,
  act,
}: {
  readonly card: CaseCard;
  /** Open parts whose steps somebody chooses. */
  readonly choosing: readonly Text[];
  readonly urged: () => void;
  /** What else can be done about an open step, beside urging. */
  readonly act: (task: string) => ReactNode;
}) {
  const { t, w, language } = useWords();
  if (card.endedAt)
    return (
      <p className="gc-standing">
        <Tag color={card.status === 'completed' ? 'success' : 'default'}>{w(card.status)}</Tag>
        {w('endedAfter', { time: moment(card.endedAt), long: t(durationText(card.startedAt, card.endedAt)) })}
      </p>
    );
  if (card.open.length === 0)
    return (
      <p className="gc-standing">
        {choosing.length > 0 ? w('waitsForChoice', { steps: listed(choosing.map(t), language) }) : w('waitsForOutside')}
      </p>
    );
  return (
    <ul className="gc-standing">
      {card.open.map((open) => (
        <li key={open.task}>
          <span>
            {w('standsAt')} <Link to={`/tasks/${open.task}`}>{t(open.step)}</Link>
            {w('standsWith', {
              who: open.takenBy ? t(open.takenBy.name) : seatsText(open.seats, language, t),
              since: moment(open.since),
              long: t(durationText(open.since, new Date().toISOString())),
            })}
            {open.takenBy ? <span className="gc-quiet"> {w('signedFor')}</span> : null}
          </span>
          {open.due ? (
            <span>
              {w('dueUntil', { time: dueMoment(open.due.at) })} <DueTag due={open.due} />
            </span>
          ) : (
            <span className="gc-quiet">{w('noLimit')}</span>
          )}
          <span className="gc-standing-acts">
            {act(open.task)}
            <Urge task={open.task} step={open.step} done={urged} small />
          </span>
        </li>
      ))}
    </ul>
  );
}
