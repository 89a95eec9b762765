import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm, Progress, Tag } from 'antd';
import { Link } from 'react-router';
import type { MigrationPage } from '@guicheng/server/contract';
import { ask, reasonOf } from '../../../api/client.ts';
import { Bones } from '../../../ui/pieces.tsx';
import { Wrong } from '../../../ui/wrong.tsx';
import { moment, useWords } from '../../../words/words.ts';
import { CaseName, Sentences } from './cases.tsx';

/** How often a job that goes on is looked at, in milliseconds. */
const EVERY = 1000;

const goesOn = (job: MigrationPage | undefined): boolean => job?.phase === 'moving' || job?.phase === 'undoing';

/** One job: how far it is, what came of each case, and undoing it. */
export function JobSheet({ flow, job }: { readonly flow: string; readonly job: string }) {
  const path = `/api/flows/${encodeURIComponent(flow)}/migrations/${encodeURIComponent(job)}`;
  const { data, error, refetch } = useQuery<MigrationPage>({
    queryKey: [path],
    queryFn: () => ask<MigrationPage>(path),
    retry: false,
    refetchInterval: (query) => (goesOn(query.state.data) ? EVERY : false),
  });
  if (!data) return error ? <Wrong error={error} again={() => void refetch()} /> : <Bones count={6} height={40} />;
  return (
    <>
      <Summary job={data} path={path} />
      <Results job={data} />
    </>
  );
}

function Summary({ job, path }: { readonly job: MigrationPage; readonly path: string }) {
  const { t, w } = useWords();
  const { from, to, phase, total, moved, refused, left, undone, kept } = job;
  const done = phase === 'undoing' ? undone + kept : moved + refused;
  const count = phase === 'undoing' ? moved : total;
  const says = [
    ...(phase === 'undone' ? [w('jobUndone', { count: undone, version: from })] : [w('jobMoved', { count: moved })]),
    ...(kept > 0 ? [w('jobKept', { count: kept })] : []),
    ...(refused > 0 ? [w('jobRefused', { count: refused })] : []),
    ...(left > 0 ? [w('jobLeft', { count: left })] : []),
  ];
  return (
    <section className="gc-sheet gc-migrate-job">
      <h2>
        {w('jobTitle', { from, to })}
        <span className="gc-quiet">{w('jobBy', { by: t(job.by.name), at: moment(job.at) })}</span>
      </h2>
      {goesOn(job) ? (
        <>
          <Progress percent={count === 0 ? 100 : Math.floor((100 * done) / count)} status="active" />
          <p role="status">{w(phase === 'undoing' ? 'jobUndoing' : 'jobMoving', { done, count })}</p>
        </>
      ) : (
        <p role="status">{says.join(w('semicolon'))}</p>
      )}
      <div className="gc-migrate-acts">
        {phase === 'moved' && moved > 0 ? <Undo job={job} path={path} /> : null}
        {goesOn(job) ? null : <Link to={`/flows/${job.flow}/migrate?from=${from}&to=${to}`}>{w('jobMore')}</Link>}
      </div>
    </section>
  );
}

function Undo({ job, path }: { readonly job: MigrationPage; readonly path: string }) {
  const { t, w } = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  async function undo(): Promise<void> {
    setBusy(true);
    await ask(`${path}/undo`, 'POST', {}).catch((error: unknown) => void message.error(t(reasonOf(error))));
    await queries.invalidateQueries();
    setBusy(false);
  }
  return (
    <Popconfirm
      placement="bottomLeft"
      title={w('jobUndoAsk', { version: job.from })}
      okText={w('jobUndoDo', { version: job.from })}
      cancelText={w('jobUndoLeave')}
      styles={{ root: { maxWidth: 420 } }}
      onConfirm={() => void undo()}
    >
      <Button loading={busy}>{w('jobUndo')}</Button>
    </Popconfirm>
  );
}

const OUTCOMES = {
  moved: ['outcomeMoved', 'success'],
  refused: ['outcomeRefused', 'error'],
  left: ['outcomeLeft', 'default'],
  undone: ['outcomeUndone', 'default'],
  kept: ['outcomeKept', 'warning'],
} as const;

function Results({ job }: { readonly job: MigrationPage }) {
  const { w } = useWords();
  const all = job.total + job.left;
  if (job.results.length === 0) return null;
  return (
    <section className="gc-sheet gc-table-room">
      <h2>{w('jobResults')}</h2>
      {all > job.results.length && !goesOn(job) ? <p className="gc-quiet">{w('migrateOnlyFirst', { count: job.results.length })}</p> : null}
      <table className="gc-versions-table gc-migrate-table">
        <tbody>
          {job.results.map((one) => {
            const [word, tone] = OUTCOMES[one.outcome];
            return (
              <tr key={one.case}>
                <td>
                  <Tag color={tone}>{w(word)}</Tag>
                </td>
                <td className="gc-note">
                  <CaseName one={one} />
                </td>
                <td className="gc-note gc-wide">
                  <Sentences texts={one.reasons} tone="gc-wrong" />
                  {one.anew ? <div className="gc-quiet">{w('outcomeAnew')}</div> : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
