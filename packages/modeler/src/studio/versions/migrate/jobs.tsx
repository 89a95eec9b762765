import { Link } from 'react-router';
import type { MigrationPage } from '@guicheng/server/contract';
import { useRead } from '../../../api/queries.ts';
import { moment, useWords } from '../../../words/words.ts';

/** What was moved before: each is looked at, and undone, at its own address. */
export function Jobs({ flow }: { readonly flow: string }) {
  const { t, w } = useWords();
  const { data } = useRead<readonly MigrationPage[]>(`/api/flows/${encodeURIComponent(flow)}/migrations`);
  if (!data || data.length === 0) return null;
  return (
    <section className="gc-sheet">
      <h2>{w('jobsTitle')}</h2>
      <ul className="gc-plain-list">
        {data.map((job) => (
          <li key={job.id}>
            <Link to={`/flows/${flow}/migrate?job=${job.id}`}>{w('jobTitle', { from: job.from, to: job.to })}</Link>{' '}
            <span className="gc-quiet">
              {w('jobsRow', { at: moment(job.at), by: t(job.by.name), count: job.total })}
              {job.phase === 'undone' ? ` · ${w('jobUndone', { count: job.undone, version: job.from })}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
