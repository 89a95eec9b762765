import { Select } from 'antd';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { VersionCard } from '@guicheng/server/contract';
import { Wrong } from '../../../ui/wrong.tsx';
import { Bones, Nothing } from '../../../ui/pieces.tsx';
import { useTitle } from '../../../ui/title.ts';
import { useWords } from '../../../words/words.ts';
import { ForOwners } from '../forOwners.tsx';
import { useFlow, type FlowStates } from '../useFlow.ts';
import { Jobs } from './jobs.tsx';
import { JobSheet } from './jobSheet.tsx';
import { Trial } from './trial.tsx';
import '../versions.css';
import './migrate.css';

const STATES = { planned: 'versionPlanned', inForce: 'versionInForce', past: 'versionPast', calledOff: 'versionCalledOff' } as const;

/** Moving the running cases of one version to another, at /flows/:flow/migrate: tried first, then done, then looked at. */
export function MigrateRoom() {
  const { flow = '' } = useParams();
  return <ForOwners>{() => <Migrate key={flow} flow={flow} />}</ForOwners>;
}

function Migrate({ flow }: { readonly flow: string }) {
  const { t, w } = useWords();
  const { states, error, again } = useFlow(flow);
  const [search] = useSearchParams();
  const name = states?.drawing.processes.find((process) => process.key === flow)?.name ?? states?.name;
  useTitle(name ? w('migrateTitle', { flow: t(name) }) : null);
  if (error && !states) return <Wrong error={error} again={again} />;
  if (!states || !name) return <Bones count={8} height={40} />;
  const job = search.get('job');
  return (
    <div className="gc-versions gc-migrate">
      <div className="gc-versions-head">
        <h1>{w('migrateTitle', { flow: t(name) })}</h1>
        <span style={{ flex: 1 }} />
        <Link to={`/flows/${flow}/versions`}>{w('toVersions')}</Link>
      </div>
      {job ? <JobSheet key={job} flow={flow} job={job} /> : <Choosing flow={flow} states={states} />}
      {job ? null : <Jobs flow={flow} />}
    </div>
  );
}

/** From which version to which, in the address, so that it can be sent to a colleague. */
function Choosing({ flow, states }: { readonly flow: string; readonly states: FlowStates }) {
  const { t, w } = useWords();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const { processes } = states.drawing;
  const been = states.versions.filter((one) => one.state === 'inForce' || one.state === 'past');
  const chosen = (name: string, otherwise: VersionCard | undefined): number =>
    been.find((one) => one.version === Number(search.get(name)))?.version ?? otherwise?.version ?? 0;
  const to = chosen(
    'to',
    been.find((one) => one.state === 'inForce'),
  );
  const from = chosen('from', been.find((one) => one.version !== to && one.running > 0) ?? been.find((one) => one.version !== to));
  const put = (name: 'from' | 'to', version: number): void =>
    setSearch({ from: String(from), to: String(to), [name]: String(version) }, { replace: true });
  const options = been.map((one) => ({
    value: one.version,
    label: w('migrateVersion', { version: one.version, state: w(STATES[one.state]), count: one.running }),
  }));
  if (been.length < 2) return <Nothing words={w('migrateOnlyOne')} />;
  return (
    <>
      <div className="gc-migrate-between">
        {processes.length > 1 ? (
          <label>
            {w('migrateWhich')}{' '}
            <Select
              value={flow}
              options={processes.map(({ key, name }) => ({ value: key, label: t(name) }))}
              popupMatchSelectWidth={false}
              onChange={(key) => void navigate(`/flows/${key}/migrate?from=${from}&to=${to}`)}
            />
          </label>
        ) : null}
        <label>
          {w('migrateFrom')}{' '}
          <Select value={from} options={options} popupMatchSelectWidth={false} onChange={(version) => put('from', version)} />
        </label>
        <label>
          {w('migrateTo')} <Select value={to} options={options} popupMatchSelectWidth={false} onChange={(version) => put('to', version)} />
        </label>
      </div>
      {from === to ? <p className="gc-quiet">{w('migrateSame')}</p> : <Trial key={`${from} ${to}`} flow={flow} from={from} to={to} />}
    </>
  );
}
