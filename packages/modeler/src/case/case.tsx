import { useState } from 'react';
import { Alert, App, Button, Card, Skeleton, Tabs } from 'antd';
import { useParams, useSearchParams } from 'react-router';
import { useQueryClient } from '@tanstack/react-query';
import type { CasePage, RunningLimit } from '@guicheng/server/contract';
import { useRead } from '../api/queries.ts';
import { Withdraw } from '../task/withdraw.tsx';
import { Wrong } from '../ui/wrong.tsx';
import { useTitle } from '../ui/title.ts';
import { moment, useWords } from '../words/words.ts';
import { Cancel } from './cancel.tsx';
import { CaseDiagrams } from './diagrams.tsx';
import { FileList } from './fileList.tsx';
import { limitsOfLines } from './limitsOfLines.ts';
import { MoreLimits } from './moreLimits.tsx';
import { IncidentActs } from './move/incidentActs.tsx';
import { MoveCase } from './move/moveCase.tsx';
import { SignerList, SigningActs } from './move/signingActs.tsx';
import { StartableWork } from './move/startableWork.tsx';
import { Paper } from './paper.tsx';
import { Resend } from './resend.tsx';
import { Standing } from './standing.tsx';
import { StopClock } from './stopClock.tsx';
import { Timeline } from './timeline.tsx';
import '../task/task.css';
import './case.css';

/** One case at its address /cases/:case?tab=: where it is, who has it, since when, until when; then its diagram, its history, what was written. */
export function CaseRoom() {
  const { case: caseId = '' } = useParams();
  const page = useRead<CasePage>(`/api/cases/${caseId}`);
  if (page.isError && !page.data) return <Wrong error={page.error} again={() => void page.refetch()} />;
  if (!page.data || page.data.card.id !== caseId)
    return (
      <div className="gc-case" aria-busy="true">
        <Skeleton active title={{ width: 360 }} paragraph={{ rows: 1, width: '70%' }} />
        <Card size="small">
          <Skeleton.Node active style={{ width: '100%', height: 480 }} />
        </Card>
      </div>
    );
  return <OpenCase key={caseId} page={page.data} />;
}

function OpenCase({ page }: { readonly page: CasePage }) {
  const { t, w } = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [query, setQuery] = useSearchParams();
  const [asking, setAsking] = useState<CasePage['withdrawable'][number] | null>(null);
  const [moving, setMoving] = useState(false);
  const { card, files, undelivered, machines, incidents, withdrawable } = page;
  useTitle(card.title);
  const tab = query.get('tab') ?? 'diagram';
  const { told, rest } = limitsOfLines(page);
  const happened = (words: string): void => {
    void queries.invalidateQueries();
    void message.success(words);
  };
  const stop = (limit: RunningLimit | undefined) =>
    limit && page.mayStop ? <StopClock caseId={card.id} limit={limit} done={() => happened(w('clockStopped'))} /> : null;
  return (
    <div className="gc-case">
      <div className="gc-task-head">
        <h1>{card.title}</h1>
        <span className="gc-quiet">
          {[
            card.number && card.status === 'cancelled' ? w('numberVoided', { number: card.number }) : card.number,
            t(card.flowName),
            card.initiator ? w('startedBy', { name: t(card.initiator.name), time: moment(card.startedAt) }) : moment(card.startedAt),
          ]
            .filter((part) => part)
            .join(' · ')}
        </span>
        <span className="gc-head-acts">
          {withdrawable.map((one) => (
            <Button key={one.task} onClick={() => setAsking(one)} title={w('withdrawStill')}>
              {w('withdrawStep', { step: t(one.step) })}
            </Button>
          ))}
          {page.mayMove ? <Button onClick={() => setMoving(true)}>{w(card.endedAt ? 'wakeCase' : 'moveCase')}</Button> : null}
          {page.mayCancel ? <Cancel card={card} done={() => happened(w('caseCancelled'))} /> : null}
        </span>
      </div>
      {card.endedAt || card.open.length > 0 || (incidents.length === 0 && page.startable.length === 0) ? (
        <Standing
          card={card}
          choosing={page.choosing}
          urged={() => void message.success(w('urged'))}
          act={(task) => stop(told.get(task))}
        />
      ) : null}
      {page.signings
        .filter((signing) => signing.mayAdd || signing.mayRemove)
        .map((signing) => (
          <div key={signing.host} className="gc-standing gc-limits gc-signing">
            <SignerList signing={signing} />
            <span className="gc-standing-acts">
              <SigningActs caseId={card.id} signing={signing} done={happened} />
            </span>
          </div>
        ))}
      {page.startable.map((work) => (
        <StartableWork key={work.scope} caseId={card.id} work={work} done={happened} />
      ))}
      <MoreLimits limits={rest} act={stop} />
      {incidents.map((incident) => (
        <Alert
          key={incident.id}
          type="error"
          showIcon
          title={w('incidentAt', { step: t(incident.step) })}
          description={t(incident.words)}
          action={
            incident.resend !== undefined ? (
              <Resend caseId={card.id} message={incident.resend} done={() => happened(w('resent'))} />
            ) : incident.acts ? (
              <IncidentActs caseId={card.id} incident={incident} acts={incident.acts} done={happened} />
            ) : null
          }
        />
      ))}
      {undelivered.map((one) => (
        <Alert
          key={one.id}
          type="warning"
          showIcon
          title={w('undeliveredTitle', { name: one.name, step: t(one.step) })}
          description={
            one.until === null
              ? w('undeliveredWhat', { time: moment(one.sentAt) })
              : w('undeliveredUntil', { time: moment(one.sentAt), until: moment(one.until) })
          }
        />
      ))}
      {machines.map((one) => (
        <Alert
          key={one.id}
          type="warning"
          showIcon
          title={w('machineTitle', { step: t(one.step) })}
          description={w(one.name === '' ? 'machineWhat' : 'machineNamed', { time: moment(one.since), name: one.name })}
        />
      ))}
      <div className="gc-sheet">
        <Tabs
          activeKey={tab}
          onChange={(next) => setQuery(next === 'diagram' ? {} : { tab: next }, { replace: true })}
          items={[
            {
              key: 'diagram',
              label: w('diagram'),
              children: <CaseDiagrams caseId={card.id} height="clamp(380px, calc(100vh - 330px), 900px)" />,
            },
            { key: 'progress', label: w('progress'), children: <Timeline caseId={card.id} /> },
            { key: 'paper', label: w('paper'), children: <Paper page={page} /> },
            { key: 'files', label: w('attachmentsOf', { count: files.length }), children: <FileList caseId={card.id} /> },
          ]}
        />
      </div>
      {moving ? (
        <MoveCase
          caseId={card.id}
          close={() => setMoving(false)}
          done={(words) => {
            setMoving(false);
            happened(words);
          }}
        />
      ) : null}
      {asking ? (
        <Withdraw
          task={asking.task}
          step={asking.step}
          close={() => setAsking(null)}
          done={() => {
            setAsking(null);
            happened(w('withdrawn', { step: t(asking.step) }));
          }}
        />
      ) : null}
    </div>
  );
}
