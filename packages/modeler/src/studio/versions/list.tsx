import { Button, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import type { VersionCard } from '@guicheng/server/contract';
import { Wrong } from '../../ui/wrong.tsx';
import { Bones, Nothing } from '../../ui/pieces.tsx';
import { useTitle } from '../../ui/title.ts';
import { moment, useWords } from '../../words/words.ts';
import { CallOff } from './callOff.tsx';
import { ForOwners } from './forOwners.tsx';
import { GoOn } from './goOn.tsx';
import { Kept } from './kept.tsx';
import { useFlow, type FlowStates } from './useFlow.ts';
import './versions.css';

const STATES = { planned: 'versionPlanned', inForce: 'versionInForce', past: 'versionPast', calledOff: 'versionCalledOff' } as const;
const TONES = { planned: 'processing', inForce: 'success', past: 'default', calledOff: 'default' } as const;

/** The versions of a flow and the kept moments of its draft, at /flows/:flow/versions. */
export function VersionsRoom() {
  const { flow = '' } = useParams();
  return <ForOwners>{() => <Versions key={flow} flow={flow} />}</ForOwners>;
}

function Versions({ flow }: { readonly flow: string }) {
  const { t, w } = useWords();
  const { states, error, again } = useFlow(flow);
  useTitle(states ? w('versionsOf', { flow: t(states.name) }) : null);
  if (error && !states) return <Wrong error={error} again={again} />;
  if (!states) return <Bones count={6} height={40} />;
  const { versions, drawing } = states;
  return (
    <div className="gc-versions gc-versions-list">
      <div className="gc-versions-head">
        <h1>{w('versionsOf', { flow: t(states.name) })}</h1>
        <span style={{ flex: 1 }} />
        {drawing.latest > 0 ? <Link to={`/flows/${flow}`}>{w('backToFlow')}</Link> : null}
        <Link to={`/flows/${flow}/draw`}>
          <Button>{w('toDrawing')}</Button>
        </Link>
        <Link to={`/flows/${flow}/publish`}>
          <Button type="primary" disabled={!drawing.draft}>
            {w('toPublish')}
          </Button>
        </Link>
      </div>
      <Draft states={states} flow={flow} />
      {versions.length === 0 ? (
        <Nothing words={w('noVersions')} />
      ) : (
        <div className="gc-sheet gc-table-room">
          <table className="gc-versions-table">
            <thead>
              <tr>
                <th>{w('columnVersion')}</th>
                <th>{w('columnState')}</th>
                <th>{w('columnPublished')}</th>
                <th className="gc-wide">{w('columnNote')}</th>
                <th>{w('columnEffective')}</th>
                <th>{w('columnRunning')}</th>
                <th>
                  <span className="gc-hidden">{w('viewVersion')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {versions.map((one, index) => (
                <Version key={one.version} flow={flow} version={one} before={versions[index + 1]} hasDraft={drawing.draft !== null} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Kept flow={flow} states={states} />
    </div>
  );
}

function Draft({ states, flow }: { readonly states: FlowStates; readonly flow: string }) {
  const { t, w } = useWords();
  const { draft } = states.drawing;
  if (!draft) return states.versions.length === 0 ? null : <p className="gc-quiet">{w('noDraft')}</p>;
  const about = { by: t(draft.savedBy.name), at: moment(draft.savedAt), version: draft.base };
  return (
    <p className="gc-draft-row">
      <Tag color="warning">{w('draftRow')}</Tag>
      {w(draft.base === 0 ? 'draftSavedNew' : 'draftSaved', about)}
      {draft.base === 0 ? null : <Link to={`/flows/${flow}/compare?from=${draft.base}&to=draft`}>{w('whatChanged')}</Link>}
    </p>
  );
}

function Version({
  flow,
  version,
  before,
  hasDraft,
}: {
  readonly flow: string;
  readonly version: VersionCard;
  readonly before: VersionCard | undefined;
  readonly hasDraft: boolean;
}) {
  const { t, w } = useWords();
  const { version: number, state, running } = version;
  return (
    <tr>
      <td>
        <strong>{w('versionShort', { version: number })}</strong>
      </td>
      <td>
        <Tag color={TONES[state]}>{w(STATES[state])}</Tag>
      </td>
      <td>
        {t(version.publishedBy)}
        <span className="gc-quiet gc-below">{moment(version.publishedAt)}</span>
      </td>
      <td className="gc-note">{version.note}</td>
      <td>{moment(version.effectiveFrom)}</td>
      <td>
        {running === 0 ? (
          <span className="gc-quiet">{w('noneRunning')}</span>
        ) : (
          <Link to={`/cases?flow=${flow}&version=${number}&status=running`}>{w('runningCount', { count: running })}</Link>
        )}
      </td>
      <td className="gc-acts">
        <Link to={`/flows/${flow}?version=${number}`}>{w('viewVersion')}</Link>
        {before ? <Link to={`/flows/${flow}/compare?from=${before.version}&to=${number}`}>{w('compareWithLast')}</Link> : null}
        {hasDraft ? <Link to={`/flows/${flow}/compare?from=${number}&to=draft`}>{w('compareWithDraft')}</Link> : null}
        <GoOn flow={flow} source={number} words={w('versionShort', { version: number })}>
          {w('redrawFromThis')}
        </GoOn>
        {state === 'past' && running > 0 ? <Link to={`/flows/${flow}/migrate?from=${number}`}>{w('migrateLink')}</Link> : null}
        {state === 'planned' ? <CallOff flow={flow} version={version} /> : null}
      </td>
    </tr>
  );
}
