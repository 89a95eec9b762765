import { useEffect, useState } from 'react';
import { Alert, App, Button, Card, Checkbox, Skeleton, Steps, Tabs, theme } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import type { Done, Problem, TaskPage } from '@guicheng/server/contract';
import { ask, newRequest, reasonOf, Refusal } from '../api/client.ts';
import { useRead } from '../api/queries.ts';
import { CaseDiagrams } from '../case/diagrams.tsx';
import { Timeline } from '../case/timeline.tsx';
import { DueTag, Fault, Seats } from '../ui/pieces.tsx';
import { moment, useWords } from '../words/words.ts';
import { useDraft } from './draft.ts';
import { StepForm } from './form.tsx';
import { HandOn, SendBack } from './moves.tsx';

/** One task: the path on top, the form on the left, what to do on the right, the actions always in view. */
export function TaskRoom() {
  const { task = '' } = useParams();
  const { t } = useWords();
  const page = useRead<TaskPage>(`/api/tasks/${task}`);
  if (page.isError && !page.data) return <Fault words={t(reasonOf(page.error))} />;
  if (!page.data || page.data.card.id !== task) return <Skeleton active />;
  return <Open key={task} page={page.data} />;
}

function Open({ page }: { readonly page: TaskPage }) {
  const { t, w } = useWords();
  const { token } = theme.useToken();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { card } = page;
  const draft = useDraft(`/api/tasks/${card.id}/draft`, page.draft?.values ?? {});
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const [fault, setFault] = useState<{ readonly words: string; readonly fields: Problem['fields'] } | null>(null);
  const [busy, setBusy] = useState(false);
  const [request] = useState(newRequest);
  // What each field said when this form was opened: a change of another's after that is a conflict to be shown, not to be overwritten.
  const [based] = useState(() => new Map(page.fields.map((field) => [field.key, field.value])));
  const told = (done: Done): void => {
    draft.drop();
    void message.success(done.ended ? w('endsHere') : done.now.map((now) => t(now.step)).join('、'));
    void navigate('/todo');
  };
  const refused = (error: unknown): void => {
    setBusy(false);
    setFault({ words: t(reasonOf(error)), fields: error instanceof Refusal ? error.problem.fields : undefined });
  };
  const complete = (outcome?: string): void => {
    setBusy(true);
    setFault(null);
    const values = Object.fromEntries(
      page.fields
        .filter((field) => field.access === 'write' && draft.values[field.key] !== undefined)
        .map((field) => [field.key, { to: draft.values[field.key] ?? null, was: based.get(field.key) ?? null }]),
    );
    ask<Done>(`/api/tasks/${card.id}/complete`, 'POST', {
      request: outcome ? `${request}-${outcome}` : request,
      values,
      confirmed,
      ...(outcome ? { outcome } : {}),
    }).then(told, refused);
  };
  const act = (what: 'take' | 'release'): void => {
    ask<Done>(`/api/tasks/${card.id}/${what}`, 'POST', { request: newRequest() }).then(() => setFault(null), refused);
  };
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey && event.key === 'Enter' && page.mine && !page.decision) complete();
    };
    globalThis.addEventListener('keydown', press);
    return () => globalThis.removeEventListener('keydown', press);
  });
  const receivers = (next: TaskPage['next']): string =>
    next
      .map((one) => (one.seats.length > 0 ? `${t(one.step)}（${one.seats.map((seat) => t(seat.name)).join('、')}）` : t(one.step)))
      .join('、');
  const can = (operation: string): boolean => page.mine && page.operations.includes(operation);
  return (
    <div style={{ maxWidth: 1340, margin: '0 auto', paddingBottom: 72 }}>
      <div style={{ display: 'flex', gap: 12, alignItems: 'baseline', flexWrap: 'wrap' }}>
        <h1 style={{ fontSize: 18, margin: 0 }}>{t(card.step)}</h1>
        <Link to={`/cases/${card.case}`}>{card.title}</Link>
        <span style={{ color: token.colorTextSecondary }}>
          {card.number} {t(card.flowName)}
        </span>
        <DueTag due={card.due} />
      </div>
      <Steps
        size="small"
        style={{ margin: '12px 0' }}
        current={page.path.findIndex((step) => step.state === 'now')}
        items={page.path.map((step) => ({ title: t(step.name), subTitle: step.people.map((person) => t(person.name)).join('、') }))}
      />
      {card.returned ? (
        <Alert type="warning" showIcon style={{ marginBottom: 12 }} title={`${t(card.returned.by.name)}：${card.returned.reason}`} />
      ) : null}
      {page.notMine ? <Alert type="info" showIcon style={{ marginBottom: 12 }} title={t(page.notMine)} /> : null}
      <div style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 2fr) minmax(280px, 1fr)', gap: 12, alignItems: 'start' }}>
        <Card size="small">
          <Tabs
            items={[
              {
                key: 'form',
                label: w('form'),
                children: (
                  <StepForm
                    fields={page.mine ? page.fields : page.fields.map((field) => ({ ...field, access: 'read' as const }))}
                    values={draft.values}
                    change={draft.set}
                    faults={fault?.fields}
                  />
                ),
              },
              { key: 'progress', label: w('progress'), children: <Timeline caseId={card.case} /> },
              { key: 'diagram', label: w('diagram'), children: <CaseDiagrams caseId={card.case} /> },
            ]}
          />
        </Card>
        <aside style={{ display: 'grid', gap: 12 }}>
          {page.guidance ? (
            <Card size="small" title={w('guidance')}>
              {t(page.guidance)}
              {page.originals.length > 0 ? (
                <p style={{ margin: '8px 0 0', fontSize: 13 }}>
                  {w('originals')}：{page.originals.map((original) => t(original)).join('、')}
                </p>
              ) : null}
            </Card>
          ) : null}
          {page.risks.map((risk) => (
            <Card key={risk.id} size="small" title={`${w('riskPoint')} ${'一二三'[risk.level - 1] ?? ''}`}>
              <p style={{ margin: 0 }}>{t(risk.risk)}</p>
              <p style={{ margin: '6px 0 0', color: token.colorTextSecondary }}>
                {w('control')}：{t(risk.control)}
              </p>
              {risk.confirm ? (
                <Checkbox
                  style={{ marginTop: 6 }}
                  onChange={(event) =>
                    setConfirmed(event.target.checked ? [...confirmed, risk.id] : confirmed.filter((one) => one !== risk.id))
                  }
                >
                  {w('confirmControl')}
                </Checkbox>
              ) : null}
            </Card>
          ))}
          {page.opinions.length > 0 ? (
            <Card size="small" title={w('opinions')}>
              {page.opinions.map((opinion) => (
                <p
                  key={`${opinion.at}${opinion.field.zh}${opinion.by.id}`}
                  style={{ margin: '0 0 8px', opacity: opinion.history ? 0.55 : 1 }}
                >
                  <span style={{ color: token.colorTextSecondary, fontSize: 12 }}>
                    {t(opinion.by.name)} · {t(opinion.step)} · {moment(opinion.at)}
                  </span>
                  <br />
                  {opinion.words}
                </p>
              ))}
            </Card>
          ) : null}
        </aside>
      </div>
      <footer
        style={{
          position: 'fixed',
          insetInline: 0,
          bottom: 0,
          background: token.colorBgContainer,
          borderTop: `1px solid ${token.colorBorderSecondary}`,
          padding: '10px 24px',
          display: 'flex',
          gap: 8,
          alignItems: 'center',
          zIndex: 9,
        }}
      >
        {page.mine ? (
          <>
            {page.decision ? (
              page.decision.options.map((option, index) => (
                <Button
                  key={option.value}
                  loading={busy}
                  type={index === 0 ? 'primary' : 'default'}
                  danger={option.manner === 'refuse'}
                  onClick={() => complete(option.value)}
                >
                  {t(option.name)}
                  {option.to.length > 0 ? <small style={{ opacity: 0.75 }}> → {receivers(option.to)}</small> : null}
                </Button>
              ))
            ) : (
              <Button type="primary" loading={busy} onClick={() => complete()}>
                {page.next.length > 0 ? `${w('submitTo')} ${receivers(page.next)}` : w('submit')}
              </Button>
            )}
            {can('return') ? <SendBack task={card.id} done={told} /> : null}
            {can('reassign') ? <HandOn task={card.id} done={told} /> : null}
            <Button onClick={() => act(card.takenBy ? 'release' : 'take')}>{card.takenBy ? w('release') : w('take')}</Button>
          </>
        ) : (
          <Seats seats={card.seats} />
        )}
        <span style={{ flex: 1 }} />
        {fault ? (
          <Fault words={fault.words} />
        ) : (
          <span style={{ color: token.colorTextSecondary, fontSize: 12 }}>
            {draft.state === 'saved' ? w('savedAt') : draft.state === 'unsaved' ? w('notSaved') : ''}
          </span>
        )}
      </footer>
    </div>
  );
}
