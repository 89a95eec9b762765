import { lazy, Suspense, useMemo } from 'react';
import { Button, Segmented, Select, Skeleton } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import type { FlowPage, Session } from '@guicheng/server/contract';
import { useRead } from '../api/queries.ts';
import { SESSION } from '../api/session.ts';
import { Wrong } from '../ui/wrong.tsx';
import { useTitle } from '../ui/title.ts';
import { moment, useWords } from '../words/words.ts';
import { outlineOf } from './outline.ts';
import { OutlineList } from './outlineList.tsx';
import { Step } from './step.tsx';
import '../task/task.css';
import './studio.css';

const Diagram = lazy(() => import('./diagram.tsx').then((module) => ({ default: module.Diagram })));

/** On a phone the list says more than the picture. */
const NARROW = 700;

/** A published flow to look at, at /flows/:flow?version=&step=&view=: the diagram or the list, and beside it what a step asks. */
export function FlowRoom() {
  const { flow = '' } = useParams();
  const [query] = useSearchParams();
  const version = query.get('version');
  const page = useRead<FlowPage>(`/api/flows/${flow}${version && /^\d+$/.test(version) ? `?version=${version}` : ''}`);
  if (page.isError && !page.data) return <Wrong error={page.error} again={() => void page.refetch()} />;
  if (!page.data || page.data.card.key !== flow)
    return (
      <div className="gc-flow" aria-busy="true">
        <Skeleton active title={{ width: 320 }} paragraph={false} />
        <div className="gc-flow-body">
          <Skeleton.Node active style={{ width: '100%', height: 560 }} />
          <Skeleton active paragraph={{ rows: 5 }} />
        </div>
      </div>
    );
  return <OpenFlow key={flow} page={page.data} />;
}

function OpenFlow({ page }: { readonly page: FlowPage }) {
  const { t, w } = useWords();
  const [query, setQuery] = useSearchParams();
  const { card, guidance, xml, steps, versions, processes } = page;
  useTitle(t(card.name));
  const isOwner = useRead<Session>(SESSION).data?.roles.includes('processOwner');
  const entries = useMemo(() => outlineOf(xml, card.key), [xml, card.key]);
  const chosen = query.get('step');
  const view = query.get('view') ?? (globalThis.innerWidth < NARROW ? 'list' : 'diagram');
  const put = (name: string, value: string | null): void =>
    setQuery(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const choose = (element: string): void => put('step', steps.some((one) => one.element === element) ? element : null);
  const step = steps.find((one) => one.element === chosen);
  const others = processes.filter((process) => process.key !== card.key);
  return (
    <div className="gc-flow">
      <div className="gc-task-head">
        <h1>
          {card.number === null ? '' : `${card.number} `}
          {t(card.name)}
        </h1>
        <Select
          size="small"
          variant="filled"
          aria-label={w('version')}
          value={card.version}
          onChange={(next: number) => put('version', next === versions[0]?.version ? null : String(next))}
          options={versions.map((one) => ({
            value: one.version,
            label: w('versionLine', { version: one.version, date: moment(one.publishedAt), by: t(one.publishedBy) }),
          }))}
          popupMatchSelectWidth={false}
        />
        <Link to={`/cases?flow=${card.key}&status=running`}>{w('runningOf', { count: card.running })}</Link>
        {others.map((process) => (
          <Link key={process.key} to={`/flows/${process.key}`}>
            {t(process.name)}
          </Link>
        ))}
        <span style={{ flex: 1 }} />
        {isOwner ? (
          <Link to={`/flows/${card.key}/draw`}>
            <Button>{w('redraw')}</Button>
          </Link>
        ) : null}
        {card.startable ? (
          <Link to={`/start/${card.key}`}>
            <Button type="primary">{w('startThis')}</Button>
          </Link>
        ) : null}
        <Segmented
          value={view}
          onChange={(next) => put('view', String(next))}
          options={[
            { value: 'diagram', label: w('diagram') },
            { value: 'list', label: w('asList') },
          ]}
        />
      </div>
      {guidance ? <p className="gc-quiet gc-flow-guidance">{t(guidance)}</p> : null}
      <div className={step ? 'gc-flow-body gc-beside' : 'gc-flow-body'}>
        {view === 'list' ? (
          <OutlineList entries={entries} chosen={chosen} choose={choose} />
        ) : (
          <Suspense fallback={<Skeleton.Node active style={{ width: '100%', height: 560 }} />}>
            <Diagram
              xml={xml}
              height="clamp(380px, calc(100vh - 180px), 900px)"
              focus={card.key}
              choose={choose}
              marks={chosen ? { chosen: [chosen] } : {}}
            />
          </Suspense>
        )}
        {step ? (
          <aside>
            <Step step={step} entry={entries.find((one) => one.element === step.element)} close={() => put('step', null)} />
          </aside>
        ) : null}
      </div>
      {step ? null : <p className="gc-quiet">{w('clickStep')}</p>}
    </div>
  );
}
