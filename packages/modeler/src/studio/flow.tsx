import { lazy, Suspense, useState } from 'react';
import { Card, Skeleton, Tag, theme } from 'antd';
import { useParams } from 'react-router';
import type { FlowPage, StepCard } from '@guicheng/server/contract';
import { reasonOf } from '../api/client.ts';
import { useRead } from '../api/queries.ts';
import { Fault } from '../ui/pieces.tsx';
import { moment, useWords } from '../words/words.ts';

const Diagram = lazy(() => import('./diagram.tsx').then((module) => ({ default: module.Diagram })));

/** A published flow to look at: its diagram, and beside it what a step asks. */
export function FlowRoom() {
  const { flow = '' } = useParams();
  const { t, w } = useWords();
  const { token } = theme.useToken();
  const page = useRead<FlowPage>(`/api/flows/${flow}`);
  const [chosen, setChosen] = useState<string | null>(null);
  if (page.isError && !page.data) return <Fault words={t(reasonOf(page.error))} />;
  if (!page.data || page.data.card.key !== flow) return <Skeleton active />;
  const { card, guidance, xml, steps, versions } = page.data;
  const step = steps.find((one) => one.element === chosen);
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 320px', gap: 12 }}>
      <div>
        <h1 style={{ fontSize: 18, margin: '0 0 8px' }}>
          {card.number} {t(card.name)}{' '}
          <small style={{ color: token.colorTextSecondary, fontWeight: 400 }}>
            {w('version')} {card.version} · {moment(card.publishedAt)} · {versions[0]?.publishedBy}
          </small>
        </h1>
        <Suspense fallback={<Skeleton active />}>
          <Diagram xml={xml} height={600} focus={flow} choose={setChosen} {...(chosen ? { now: [chosen] } : {})} />
        </Suspense>
      </div>
      <aside>{step ? <Step step={step} /> : <Card size="small">{guidance ? t(guidance) : w('clickStep')}</Card>}</aside>
    </div>
  );
}

function Step({ step }: { readonly step: StepCard }) {
  const { t, w } = useWords();
  const { token } = theme.useToken();
  const line = (label: string, words: string) => (
    <p style={{ margin: '0 0 8px' }}>
      <span style={{ color: token.colorTextSecondary }}>{label}</span>
      <br />
      {words}
    </p>
  );
  return (
    <Card
      size="small"
      title={t(step.name)}
      extra={step.origin ? <Tag>{step.origin.kind === 'source' ? w('fromPaper') : w('ourReading')}</Tag> : null}
    >
      {step.who ? line(w('whoDoes'), t(step.who)) : null}
      {step.guidance ? line(w('guidance'), t(step.guidance)) : null}
      {step.limits.length > 0 ? line(w('howLong'), step.limits.map((limit) => t(limit)).join('；')) : null}
      {step.fields.length > 0
        ? line(
            w('fillsIn'),
            step.fields
              .filter((field) => field.access === 'write')
              .map((field) => t(field.name))
              .join('、') || '—',
          )
        : null}
      {step.risks.map((risk) => line(w('riskPoint'), `${t(risk.risk)} — ${t(risk.control)}`))}
    </Card>
  );
}
