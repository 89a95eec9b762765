import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { Startable } from '@guicheng/server/contract';
import { ask, reasonOf } from '../../api/client.ts';
import { useIntention } from '../../api/intention.ts';
import { listed } from '../../task/listed.ts';
import { seatsText } from '../../task/receivers.ts';
import { Fault } from '../../ui/pieces.tsx';
import { ReasonDialog } from '../../ui/reasonDialog.tsx';
import { useWords } from '../../words/words.ts';

/** 可以开始的工作: what this reader may start in a part of the flow whose steps are chosen, or say to be done. */
export function StartableWork({
  caseId,
  work,
  title,
  done,
}: {
  readonly caseId: string;
  readonly work: Startable;
  /** What stands above it, where the case is not on the page already. */
  readonly title?: ReactNode;
  readonly done: (words: string) => void;
}) {
  const { t, w, language } = useWords();
  const [asking, setAsking] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const request = useIntention();
  const begin = (step: Startable['start'][number]): void => {
    setBusy(step.element);
    setFault(null);
    const body = { scope: work.scope, element: step.element };
    // The same step may be begun again: once it was, the next click is another intention.
    ask(`/api/cases/${caseId}/begin`, 'POST', { request: request({ ...body, round }), ...body }).then(
      () => {
        setRound(round + 1);
        setBusy(null);
        done(w('begun', { step: t(step.step) }));
      },
      (error: unknown) => {
        setBusy(null);
        setFault(t(reasonOf(error)));
      },
    );
  };
  const name = t(work.step);
  return (
    <section className="gc-standing" aria-label={w('startable', { step: name })}>
      <div>
        {title ?? (
          <>
            <strong>{w('startable', { step: name })}</strong> <span className="gc-quiet">{w('startableNow')}</span>
          </>
        )}
      </div>
      <span className="gc-standing-acts">
        {work.start.map((step) => {
          const who = seatsText(step.seats, language, t);
          return (
            <Button
              key={step.element}
              loading={busy === step.element}
              disabled={busy !== null}
              onClick={() => begin(step)}
              title={who === '' ? undefined : w('beginFor', { who })}
            >
              {w('beginStep', { step: t(step.step) })}
            </Button>
          );
        })}
        {work.mayConclude ? <Button onClick={() => setAsking(true)}>{w('conclude')}</Button> : null}
      </span>
      <Fault words={fault} />
      {asking ? (
        <ReasonDialog
          about={{
            path: `/api/cases/${caseId}/conclude`,
            more: { scope: work.scope },
            title: w('concludeTitle', { step: name }),
            act: w('concludeAct'),
            will: [...(work.open.length > 0 ? [w('concludeEnds', { steps: listed(work.open.map(t), language) })] : []), w('concludeWill')],
          }}
          close={() => setAsking(false)}
          done={() => {
            setAsking(false);
            done(w('concluded', { step: name }));
          }}
        />
      ) : null}
    </section>
  );
}
