import { App, Button, Card, Skeleton, Tabs, Tag, theme } from 'antd';
import { Link, useParams } from 'react-router';
import type { CasePage, Done } from '@guicheng/server/contract';
import { ask, newRequest, reasonOf } from '../api/client.ts';
import { useRead } from '../api/queries.ts';
import { Shown } from '../task/shown.tsx';
import { DueTag, Fault, Seats } from '../ui/pieces.tsx';
import { moment, useWords } from '../words/words.ts';
import { CaseDiagrams } from './diagrams.tsx';
import { Timeline } from './timeline.tsx';

/** One case: where it is, who has it, since when, until when; then its diagram, its history, what was written. */
export function CaseRoom() {
  const { case: caseId = '' } = useParams();
  const { t, w } = useWords();
  const { token } = theme.useToken();
  const { message } = App.useApp();
  const page = useRead<CasePage>(`/api/cases/${caseId}`);
  if (page.isError && !page.data) return <Fault words={t(reasonOf(page.error))} />;
  if (!page.data || page.data.card.id !== caseId) return <Skeleton active />;
  const { card, opinions, fields, files, undelivered, incidents, withdrawable } = page.data;
  const move = (path: string, body: object): void => {
    ask<Done>(path, 'POST', { request: newRequest(), ...body }).then(
      () => void page.refetch(),
      (error: unknown) => void message.error(t(reasonOf(error))),
    );
  };
  return (
    <div style={{ maxWidth: 1340, margin: '0 auto', display: 'grid', gap: 12 }}>
      <div style={{ display: 'flex', gap: 12, alignItems: 'baseline', flexWrap: 'wrap' }}>
        <h1 style={{ fontSize: 18, margin: 0 }}>{card.title}</h1>
        <span style={{ color: token.colorTextSecondary }}>
          {card.number} {t(card.flowName)} · {card.initiator ? t(card.initiator.name) : ''} {moment(card.startedAt)}
        </span>
        <Tag color={card.status === 'completed' ? 'success' : card.status === 'incident' ? 'error' : 'processing'}>{w(card.status)}</Tag>
        <span style={{ flex: 1 }} />
        {withdrawable.map((one) => (
          <Button key={one.task} onClick={() => move(`/api/tasks/${one.task}/withdraw`, { reason: '' })}>
            {w('withdraw')} {t(one.step)}
          </Button>
        ))}
      </div>
      {card.open.map((open) => (
        <Card key={open.task} size="small">
          {w('where')} <Link to={`/tasks/${open.task}`}>{t(open.step)}</Link> · {w('who')}{' '}
          {open.takenBy ? t(open.takenBy.name) : <Seats seats={open.seats} />} · {w('since')} {moment(open.since)} <DueTag due={open.due} />{' '}
          <Button size="small" type="link" onClick={() => move(`/api/tasks/${open.task}/urge`, { words: '' })}>
            {w('urge')}
          </Button>
        </Card>
      ))}
      {incidents.map((incident) => (
        <Fault key={incident.id} words={`${t(incident.step)}：${t(incident.words)}`} />
      ))}
      {undelivered.map((one) => (
        <Tag key={one.id} color="warning">
          {t(one.step)} · {one.name} · {w('undelivered')}
        </Tag>
      ))}
      <Card size="small">
        <Tabs
          items={[
            { key: 'diagram', label: w('diagram'), children: <CaseDiagrams caseId={caseId} /> },
            { key: 'progress', label: w('progress'), children: <Timeline caseId={caseId} /> },
            {
              key: 'opinions',
              label: w('opinions'),
              children: opinions.map((opinion) => (
                <p key={`${opinion.at}${opinion.by.id}${opinion.field.zh}`} style={{ opacity: opinion.history ? 0.55 : 1 }}>
                  <strong>{t(opinion.step)}</strong> · {t(opinion.field)}：{opinion.words}
                  <span style={{ color: token.colorTextSecondary }}>
                    {' '}
                    {t(opinion.by.name)} {moment(opinion.at)}
                  </span>
                </p>
              )),
            },
            {
              key: 'form',
              label: w('form'),
              children: fields.map((field) => (
                <p key={field.key} style={{ margin: '4px 0' }}>
                  <span style={{ color: token.colorTextSecondary }}>{t(field.name)}：</span>
                  <Shown field={field} value={field.value} />
                </p>
              )),
            },
            {
              key: 'files',
              label: `${w('attachments')} ${files.length}`,
              children: files.map((file) => (
                <p key={file.id} style={{ margin: '4px 0' }}>
                  <a href={`/api/files/${file.id}`}>{file.name}</a>{' '}
                  <span style={{ color: token.colorTextSecondary }}>{Math.ceil(file.size / 1024)} KB</span>
                </p>
              )),
            },
          ]}
        />
      </Card>
    </div>
  );
}
