import type { RunningLimit } from '@guicheng/runtime/model';
import { dueMoment } from '../case/dueMoment.ts';
import { DueTag } from '../ui/pieces.tsx';
import { useWords } from '../words/words.ts';

/** The time limits that run, each with its name, its end, and what the paper says of it. */
export function Limits({ limits }: { readonly limits: readonly RunningLimit[] }) {
  const { t, w } = useWords();
  if (limits.length === 0) return null;
  return (
    <section className="gc-sheet">
      <h2>{w('limits')}</h2>
      {limits.map((limit) => (
        <p key={limit.id}>
          {t(limit.name)} <DueTag due={limit.due} />
          <span className="gc-quiet" style={{ display: 'block' }}>
            {w('dueUntil', { time: dueMoment(limit.due.at) })}
            {limit.words ? ` · ${w('paperSays', { words: limit.words })}` : ''}
          </span>
        </p>
      ))}
    </section>
  );
}
