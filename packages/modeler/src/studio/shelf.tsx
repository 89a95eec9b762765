import { lazy, Suspense, useState } from 'react';
import { Alert, Button, Empty, Skeleton, Tag } from 'antd';
import { Link } from 'react-router';
import type { FlowCard, Session } from '@guicheng/server/contract';
import { reasonOf } from '../api/client.ts';
import { useRead } from '../api/queries.ts';
import { SESSION } from '../api/session.ts';
import { useTitle } from '../ui/title.ts';
import { moment, useWords } from '../words/words.ts';
import type { Word } from '../words/zh.ts';
import { Thumbnail } from './thumbnail.tsx';
import './studio.css';

const NewFlow = lazy(() => import('./drawing/newFlow.tsx').then((module) => ({ default: module.NewFlow })));

const AREAS: readonly (readonly [string, Word])[] = [
  ['documents', 'areaDocuments'],
  ['meetings', 'areaMeetings'],
  ['seals', 'areaSeals'],
  ['archives', 'areaArchives'],
  ['classified', 'areaClassified'],
  ['publicity', 'areaPublicity'],
  ['website', 'areaWebsite'],
  ['petitions', 'areaPetitions'],
  ['finance', 'areaFinance'],
  ['duty', 'areaDuty'],
];

/** The shelf of flows as small pictures, by area. */
export function Shelf() {
  const { t, w } = useWords();
  useTitle(w('flows'));
  const flows = useRead<readonly FlowCard[]>('/api/flows');
  if (flows.isPending)
    return (
      <div className="gc-shelf">
        <div className="gc-shelf-row">
          {[1, 2, 3].map((one) => (
            <div key={one} className="gc-book">
              <Skeleton.Node active style={{ width: '100%', height: 132 }} />
              <Skeleton active title={false} paragraph={{ rows: 2 }} style={{ padding: 10 }} />
            </div>
          ))}
        </div>
      </div>
    );
  if (flows.isError && !flows.data) return <Alert type="error" showIcon title={t(reasonOf(flows.error))} />;
  const all = flows.data ?? [];
  const known = new Set(AREAS.map(([area]) => area));
  const rows = [
    ...AREAS.map(([area, word]) => ({ name: w(word), flows: all.filter((flow) => flow.area === area) })),
    { name: w('areaOther'), flows: all.filter((flow) => flow.area === null || !known.has(flow.area)) },
  ].filter((row) => row.flows.length > 0);
  return (
    <div className="gc-shelf">
      <Owners />
      {rows.length === 0 ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={w('noFlows')} /> : null}
      {rows.map((row) => (
        <section key={row.name}>
          <h2>{row.name}</h2>
          <div className="gc-shelf-row">
            {row.flows.map((flow) => (
              <Book key={flow.key} flow={flow} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

/** What only process owners do here. */
function Owners() {
  const { w } = useWords();
  const [begins, setBegins] = useState(false);
  if (!useRead<Session>(SESSION).data?.roles.includes('processOwner')) return null;
  return (
    <div className="gc-shelf-acts">
      <Button type="primary" onClick={() => setBegins(true)}>
        {w('newFlow')}
      </Button>
      {begins ? (
        <Suspense fallback={null}>
          <NewFlow close={() => setBegins(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}

function Book({ flow }: { readonly flow: FlowCard }) {
  const { t, w } = useWords();
  // What was never in force is known to nobody but those who draw it.
  const begun = flow.version === 0;
  const { draft, plannedFrom } = flow;
  return (
    <Link to={begun ? `/flows/${flow.key}/draw` : `/flows/${flow.key}`} className="gc-book">
      {begun ? <div className="gc-thumbnail gc-book-begun">{w('notPublishedYet')}</div> : <Thumbnail flow={flow.key} />}
      <div className="gc-book-words">
        <strong>
          {flow.number === null ? '' : `${flow.number} `}
          {t(flow.name)}
        </strong>
        <span className="gc-quiet">
          {plannedFrom !== undefined
            ? w('plannedLine', { steps: flow.steps, date: moment(plannedFrom) })
            : begun
              ? w('begunLine', { steps: flow.steps })
              : w('shelfLine', { steps: flow.steps, version: flow.version, date: moment(flow.publishedAt) })}
        </span>
        <span>
          {begun ? null : <Tag color={flow.running > 0 ? 'processing' : 'default'}>{w('runningOf', { count: flow.running })}</Tag>}
          {flow.startable ? <Tag>{w('youMayStart')}</Tag> : null}
          {draft ? (
            <Tag color="warning">
              {draft.holder
                ? w('draftDrawnNow', { who: t(draft.holder.name) })
                : w('draftBy', { who: t(draft.savedBy.name), time: moment(draft.savedAt) })}
            </Tag>
          ) : null}
        </span>
      </div>
    </Link>
  );
}
