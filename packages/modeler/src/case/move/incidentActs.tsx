import { useState } from 'react';
import { Button, Radio } from 'antd';
import type { CasePage, Json } from '@guicheng/server/contract';
import { ask, reasonOf } from '../../api/client.ts';
import { useIntention } from '../../api/intention.ts';
import { StepForm } from '../../task/form.tsx';
import { sameValue, type Values } from '../../task/values.ts';
import { Fault } from '../../ui/pieces.tsx';
import { ReasonDialog } from '../../ui/reasonDialog.tsx';
import { useWords } from '../../words/words.ts';

type Incident = CasePage['incidents'][number];

interface About {
  readonly caseId: string;
  readonly incident: Incident;
  readonly acts: NonNullable<Incident['acts']>;
  readonly done: (words: string) => void;
}

/** What can be done about something that stands still: tried again, with other data where it reads any, or passed over. */
export function IncidentActs(about: About) {
  const { caseId, incident, acts, done } = about;
  const { t, w } = useWords();
  const [dialog, setDialog] = useState<'mend' | 'skip' | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const request = useIntention();
  const retry = (): void => {
    setBusy(true);
    setFault(null);
    const body = { incident: incident.id, values: {}, reason: '' };
    ask(`/api/cases/${caseId}/retry`, 'POST', { request: request(body), ...body }).then(
      () => {
        setBusy(false);
        done(w('triedAgain'));
      },
      (error: unknown) => {
        setBusy(false);
        setFault(t(reasonOf(error)));
      },
    );
  };
  return (
    <div>
      <span className="gc-standing-acts">
        <Button size="small" loading={busy} onClick={retry}>
          {w('retryStill')}
        </Button>
        {acts.fields.length > 0 ? (
          <Button size="small" onClick={() => setDialog('mend')}>
            {w('mendAndTry')}
          </Button>
        ) : null}
        {acts.skip ? (
          <Button size="small" onClick={() => setDialog('skip')}>
            {w('passOver')}
          </Button>
        ) : null}
      </span>
      <Fault words={fault} />
      {dialog === 'mend' ? <Mend {...about} close={() => setDialog(null)} /> : null}
      {dialog === 'skip' ? <PassOver {...about} close={() => setDialog(null)} /> : null}
    </div>
  );
}

/** The data that it reads, in the form's own controls; only what was changed is sent, with what it was based on. */
function Mend({ caseId, incident, acts, done, close }: About & { readonly close: () => void }) {
  const { t, w } = useWords();
  const [values, setValues] = useState<Values>({});
  const step = t(incident.step);
  const changed = acts.fields.filter((field) => values[field.key] !== undefined && !sameValue(values[field.key], field.value));
  const sent: { readonly [field: string]: { readonly to: Json; readonly was: Json } } = Object.fromEntries(
    changed.map((field) => [field.key, { to: values[field.key] ?? null, was: field.value }]),
  );
  return (
    <ReasonDialog
      about={{
        path: `/api/cases/${caseId}/retry`,
        more: { incident: incident.id, values: sent },
        title: w('mendTitle', { step }),
        act: w('mendAct'),
        ...(changed.length === 0 ? { missing: w('mendFirst') } : {}),
        will: [w('mendWill', { step })],
      }}
      close={close}
      done={() => {
        close();
        done(w('triedAgain'));
      }}
    >
      <StepForm
        fields={acts.fields}
        values={values}
        change={(field, value) => setValues({ ...values, [field]: value })}
        faults={undefined}
      />
    </ReasonDialog>
  );
}

/** Asks which way on where there are several, and says where the case then is. */
function PassOver({ caseId, incident, acts, done, close }: About & { readonly close: () => void }) {
  const { t, w } = useWords();
  const [flow, setFlow] = useState<string | null>(acts.ways.find((way) => way.usual)?.flow ?? null);
  const chosen = acts.ways.find((way) => way.flow === flow);
  const name = (way: (typeof acts.ways)[number]): string => (way.name.zh === '' ? t(way.to) : `${t(way.name)} → ${t(way.to)}`);
  return (
    <ReasonDialog
      about={{
        path: `/api/cases/${caseId}/skip`,
        more: { incident: incident.id, ...(chosen ? { flow: chosen.flow } : {}) },
        title: w('passOverTitle', { step: t(incident.step) }),
        act: w('passOverAct'),
        ...(acts.ways.length > 0 && !chosen ? { missing: w('passOverChoose') } : {}),
        will: [chosen ? w('passOverGoes', { step: t(chosen.to) }) : w('passOverWill')],
      }}
      close={close}
      done={() => {
        close();
        done(w('passedOver'));
      }}
    >
      {acts.ways.length > 0 ? (
        <>
          <h3>{w('passOverTo')}</h3>
          <Radio.Group
            aria-label={w('passOverTo')}
            value={flow}
            onChange={(event) => setFlow(event.target.value as string)}
            style={{ display: 'grid', gap: 6 }}
          >
            {acts.ways.map((way) => (
              <Radio key={way.flow} value={way.flow}>
                {name(way)}
                {way.usual ? <span className="gc-quiet">{w('wayUsual')}</span> : null}
              </Radio>
            ))}
          </Radio.Group>
        </>
      ) : null}
    </ReasonDialog>
  );
}
