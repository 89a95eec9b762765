import type { ReactNode } from 'react';
import type { RunningLimit } from '@guicheng/server/contract';
import { DueTag } from '../ui/pieces.tsx';
import { useWords } from '../words/words.ts';
import { dueMoment } from './dueMoment.ts';
import { limitName } from './limitName.ts';

/** The time limits that no line of an open step tells: those of the whole case, of calls, and those that span steps. */
export function MoreLimits({
  limits,
  act,
}: {
  readonly limits: readonly RunningLimit[];
  readonly act: (limit: RunningLimit) => ReactNode;
}) {
  const { t, w } = useWords();
  if (limits.length === 0) return null;
  return (
    <ul className="gc-standing gc-limits" aria-label={w('limits')}>
      {limits.map((limit) => (
        <li key={limit.id}>
          <span>
            {t(limitName(limit))}
            {limit.words ? <span className="gc-quiet"> {w('paperSays', { words: limit.words })}</span> : null}
          </span>
          <span>
            {w('dueUntil', { time: dueMoment(limit.due.at) })} <DueTag due={limit.due} />
          </span>
          {act(limit)}
        </li>
      ))}
    </ul>
  );
}
