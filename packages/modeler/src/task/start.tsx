import { useState } from 'react';
import { App, Button, Card, Skeleton } from 'antd';
import { useNavigate, useParams } from 'react-router';
import type { Done, Problem, StartForm } from '@guicheng/server/contract';
import { ask, newRequest, reasonOf, Refusal } from '../api/client.ts';
import { useRead } from '../api/queries.ts';
import { Fault } from '../ui/pieces.tsx';
import { useWords } from '../words/words.ts';
import { useDraft } from './draft.ts';
import { StepForm } from './form.tsx';

/** The form that begins a case. */
export function StartRoom() {
  const { flow = '' } = useParams();
  const { t } = useWords();
  const form = useRead<StartForm>(`/api/flows/${flow}/start`);
  if (form.isError && !form.data) return <Fault words={t(reasonOf(form.error))} />;
  if (!form.data || form.data.flow.key !== flow) return <Skeleton active />;
  return <Begin key={flow} form={form.data} />;
}

function Begin({ form }: { readonly form: StartForm }) {
  const { t, w } = useWords();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const draft = useDraft(`/api/flows/${form.flow.key}/draft`, form.draft?.values ?? {});
  const [fault, setFault] = useState<{ readonly words: string; readonly fields: Problem['fields'] } | null>(null);
  const [request] = useState(newRequest);
  const [busy, setBusy] = useState(false);
  const begin = (): void => {
    setBusy(true);
    ask<Done>('/api/cases', 'POST', { request, flow: form.flow.key, values: draft.values }).then(
      (done) => {
        draft.drop();
        void message.success(done.now.map((now) => t(now.step)).join('、'));
        void navigate(`/cases/${done.case}`);
      },
      (error: unknown) => {
        setBusy(false);
        setFault({ words: t(reasonOf(error)), fields: error instanceof Refusal ? error.problem.fields : undefined });
      },
    );
  };
  return (
    <Card style={{ maxWidth: 760, margin: '0 auto' }} title={`${w('startCase')} · ${t(form.flow.name)}`}>
      {form.guidance ? <p style={{ marginTop: 0, opacity: 0.75 }}>{t(form.guidance)}</p> : null}
      <StepForm fields={form.fields} values={draft.values} change={draft.set} faults={fault?.fields} />
      <Fault words={fault?.words ?? null} />
      <Button type="primary" loading={busy} onClick={begin}>
        {form.next.length > 0 ? `${w('submitTo')} ${form.next.map((next) => t(next.step)).join('、')}` : w('submit')}
      </Button>
    </Card>
  );
}
