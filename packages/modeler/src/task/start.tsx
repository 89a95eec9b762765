import { useState } from 'react';
import { App, Button, Card, Radio, Skeleton } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { useQueryClient } from '@tanstack/react-query';
import type { Done, StartForm } from '@guicheng/server/contract';
import { ask, reasonOf, Refusal } from '../api/client.ts';
import { useRead } from '../api/queries.ts';
import { useTitle } from '../ui/title.ts';
import { useWords } from '../words/words.ts';
import { focusFirst, type Refused } from './completion.ts';
import { useDraft, useKept } from './draft.ts';
import { labelId } from './field/control.ts';
import { StepForm } from './form.tsx';
import { useIntention } from '../api/intention.ts';
import { mergeDrafts, type KeptDraft } from './mergeDrafts.ts';
import { Problems } from './problems.tsx';
import { JOINED, receivers, seatsText } from './receivers.ts';
import { Saved } from './saved.tsx';
import { useShowing } from './shownNow.ts';
import { useSubmitKey } from './submitKey.ts';
import { Wrong } from '../ui/wrong.tsx';
import './task.css';

/** The form that begins a case. */
export function StartRoom() {
  const { flow = '' } = useParams();
  const form = useRead<StartForm>(`/api/flows/${flow}/start`);
  const kept = useKept(`/api/flows/${flow}/draft`);
  if (form.isError && !form.data) return <Wrong error={form.error} typed={kept?.draft?.values} again={() => void form.refetch()} />;
  if (!form.data || form.data.flow.key !== flow || !kept)
    return (
      <div className="gc-task" aria-busy="true">
        <Card size="small">
          <Skeleton active paragraph={{ rows: 8 }} />
        </Card>
      </div>
    );
  return <Begin key={flow} form={form.data} kept={kept} />;
}

function Begin({
  form,
  kept,
}: {
  readonly form: StartForm;
  readonly kept: { readonly key: string; readonly draft: KeptDraft | undefined };
}) {
  const words = useWords();
  const { t, w, language } = words;
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  useTitle(w('startOf', { flow: t(form.flow.name) }));
  const [begun] = useState(() =>
    mergeDrafts(kept.draft, form.draft, Object.fromEntries(form.fields.map((field) => [field.key, field.value]))),
  );
  const draft = useDraft(`/api/flows/${form.flow.key}/draft`, kept.key, begun);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const request = useIntention();
  const [unit, setUnit] = useState(form.units[0]?.id);
  const shown = useShowing(form, draft.values)(undefined);
  const fields = form.fields.filter((field) => field.access === 'write' && shown.has(field.key));
  const begin = (): void => {
    if (busy) return;
    setBusy(true);
    setRefused(null);
    const body = {
      flow: form.flow.key,
      ...(form.units.length > 1 && unit !== undefined ? { unit } : {}),
      values: Object.fromEntries(
        fields.filter((field) => draft.values[field.key] !== undefined).map((field) => [field.key, draft.values[field.key] ?? null]),
      ),
    };
    ask<Done>('/api/cases', 'POST', { request: request(body), ...body }).then(
      (done) => {
        draft.forget();
        void queries.invalidateQueries();
        const now = receivers(done.now, words);
        void message.success(now === '' ? w('doneWaiting') : w('doneNow', { where: now }));
        void navigate(`/cases/${done.case}`);
      },
      (error: unknown) => {
        setBusy(false);
        const problems = error instanceof Refusal ? error.problem.fields : undefined;
        setRefused({ words: reasonOf(error), code: error instanceof Refusal ? error.problem.code : 'broken', fields: problems });
        if (problems) requestAnimationFrame(() => focusFirst(problems));
      },
    );
  };
  useSubmitKey(begin);
  return (
    <div className="gc-task">
      <div className="gc-task-head" style={{ marginBottom: 12 }}>
        <h1>{w('startOf', { flow: t(form.flow.name) })}</h1>
      </div>
      <div className="gc-two">
        <div className="gc-guide">
          {form.guidance ? (
            <section className="gc-sheet">
              <h2>{w('guidance')}</h2>
              <p>{t(form.guidance)}</p>
            </section>
          ) : null}
        </div>
        <div className="gc-sheet gc-work">
          {form.units.length > 1 ? (
            <div className="gc-entry" style={{ marginBottom: 14 }}>
              <label id={labelId('gc-start-unit')} htmlFor="gc-start-unit">
                {w('startingUnit')}
              </label>
              <Radio.Group
                id="gc-start-unit"
                aria-labelledby={labelId('gc-start-unit')}
                value={unit}
                onChange={(event) => setUnit(event.target.value as string)}
                options={form.units.map((one) => ({ value: one.id, label: t(one.name) }))}
              />
            </div>
          ) : null}
          <StepForm fields={fields} values={draft.values} change={draft.set} faults={refused?.fields} />
        </div>
        <div className="gc-task-more">
          {form.next.length > 0 ? (
            <section className="gc-sheet">
              <h2>{w('whatThen')}</h2>
              {form.next.map((next) => (
                <p key={next.step.zh}>
                  {next.joined ? <span className="gc-quiet">{w(JOINED[next.joined])} </span> : null}
                  <strong>{t(next.step)}</strong>
                  {next.seats.length > 0 ? <span className="gc-quiet"> {seatsText(next.seats, language, t)}</span> : null}
                </p>
              ))}
            </section>
          ) : null}
        </div>
      </div>
      <footer className="gc-actions">
        <div className="gc-actions-row">
          <Button className="gc-act" type="primary" loading={busy} onClick={begin}>
            <span className="gc-act-name">
              {form.next.length > 0 ? w('startAndSend', { to: receivers(form.next, words) }) : w('startCase')}
            </span>
          </Button>
          <span className="gc-actions-end">
            <Saved draft={draft} />
          </span>
          <Problems refused={refused} fields={fields} risks={[]} />
        </div>
      </footer>
    </div>
  );
}
