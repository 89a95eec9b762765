import { lazy, Suspense, useState } from 'react';
import { Input, Modal, Radio, Skeleton } from 'antd';
import type { CaseDiagram, Done, ReturnTarget, TaskPage } from '@guicheng/server/contract';
import { ask, reasonOf } from '../api/client.ts';
import { useRead } from '../api/queries.ts';
import { Fault } from '../ui/pieces.tsx';
import { moment, useWords } from '../words/words.ts';
import { useIntention } from '../api/intention.ts';
import { listed } from './listed.ts';

const Diagram = lazy(() => import('../studio/diagram.tsx').then((module) => ({ default: module.Diagram })));

/**
 * 退回: where it may go, on the diagram and as a list, the others with their reason; whether it then goes the way of the flow or comes
 * straight back; and why. What will happen is said before it does.
 */
export function SendBack({
  page,
  close,
  done,
}: {
  readonly page: TaskPage;
  readonly close: () => void;
  readonly done: (done: Done) => void;
}) {
  const { t, w, language } = useWords();
  const { card } = page;
  const targets = useRead<readonly ReturnTarget[]>(`/api/tasks/${card.id}/returns`);
  const diagrams = useRead<readonly CaseDiagram[]>(`/api/cases/${card.case}/diagram`).data;
  const list = targets.data ?? [];
  const legal = list.filter((target) => target.legal);
  const [to, setTo] = useState<string | null>(null);
  const chosen = legal.find((target) => target.visit === to) ?? (legal.length === 1 ? legal[0] : undefined);
  const [reason, setReason] = useState('');
  const [then, setThen] = useState<'flow' | 'straightBack'>('flow');
  const [siblings, setSiblings] = useState<'keep' | 'redo'>('keep');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const request = useIntention();
  const send = (): void => {
    if (!chosen) return;
    setBusy(true);
    const body = { to: chosen.visit, reason: reason.trim(), siblings, then };
    ask<Done>(`/api/tasks/${card.id}/return`, 'POST', { request: request(body), ...body }).then(done, (error: unknown) => {
      setBusy(false);
      setFault(t(reasonOf(error)));
    });
  };
  const diagram = diagrams?.find((one) => one.definition === page.definition);
  const pick = (element: string): void => {
    const target = legal.find((one) => one.element === element);
    if (target) setTo(target.visit);
  };
  const what = chosen
    ? [
        chosen.by ? w('returnWill', { step: t(chosen.step), name: t(chosen.by.name) }) : w('returnWillStep', { step: t(chosen.step) }),
        then === 'straightBack' ? w('returnThenBack', { step: t(card.step) }) : w('returnThenFlow', { step: t(chosen.step) }),
        ...(siblings === 'redo' && chosen.takesBack.length > 0
          ? [
              w('returnRedo', {
                steps: listed(
                  chosen.takesBack.map((step) => t(step)),
                  language,
                ),
              }),
            ]
          : []),
        w('returnKeeps'),
      ].join('')
    : null;
  return (
    <Modal
      open
      width={980}
      style={{ top: 24 }}
      onCancel={close}
      onOk={send}
      title={w('sendBackFrom', { step: t(card.step) })}
      okText={chosen ? w('returnTo', { step: t(chosen.step) }) : w('chooseStep')}
      cancelText={w('cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: !chosen || reason.trim() === '' }}
    >
      <div className="gc-back">
        <div className="gc-back-picture">
          {diagram ? (
            <Suspense fallback={<Skeleton.Node active style={{ width: '100%', height: 420 }} />}>
              <Diagram
                xml={diagram.xml}
                focus={diagram.process}
                height={420}
                marks={{
                  can: legal.map((target) => target.element),
                  cannot: list.filter((target) => !target.legal).map((target) => target.element),
                  here: [card.element],
                  chosen: chosen ? [chosen.element] : [],
                }}
                tips={Object.fromEntries(list.map((target) => [target.element, target.reason ? t(target.reason) : w('returnHere')]))}
                choose={pick}
              />
            </Suspense>
          ) : (
            <Skeleton.Node active style={{ width: '100%', height: 420 }} />
          )}
        </div>
        <div className="gc-back-ask">
          {targets.isPending ? <Skeleton active /> : null}
          {!targets.isPending && legal.length === 0 ? <p>{w('nowhereToReturn')}</p> : null}
          <h3>{w('returnWhere')}</h3>
          <Radio.Group
            aria-label={w('returnWhere')}
            value={chosen?.visit ?? null}
            onChange={(event) => setTo(event.target.value as string)}
            style={{ display: 'grid', gap: 6 }}
          >
            {list.map((target) => (
              <Radio key={target.visit} value={target.visit} disabled={!target.legal}>
                {t(target.step)}{' '}
                <span className="gc-quiet">
                  {target.reason
                    ? t(target.reason)
                    : [target.by ? t(target.by.name) : '', target.at ? moment(target.at) : ''].filter((part) => part !== '').join(' ')}
                </span>
              </Radio>
            ))}
          </Radio.Group>
          {chosen && chosen.takesBack.length > 0 ? (
            <div>
              <div className="gc-quiet">
                {w('besides', {
                  steps: listed(
                    chosen.takesBack.map((step) => t(step)),
                    language,
                  ),
                })}
              </div>
              <Radio.Group
                aria-label={w('siblings')}
                value={siblings}
                onChange={(event) => setSiblings(event.target.value as 'keep' | 'redo')}
                options={[
                  { value: 'keep', label: w('keep') },
                  { value: 'redo', label: w('redo') },
                ]}
              />
            </div>
          ) : null}
          <h3>{w('afterReturn')}</h3>
          <Radio.Group
            aria-label={w('afterReturn')}
            value={then}
            onChange={(event) => setThen(event.target.value as 'flow' | 'straightBack')}
            style={{ display: 'grid', gap: 6 }}
          >
            <Radio value="flow">{w('flowOn')}</Radio>
            <Radio value="straightBack">{w('straightBack')}</Radio>
          </Radio.Group>
          <label htmlFor="gc-back-reason">
            {w('returnReason')}
            <span className="gc-must">*</span>
          </label>
          <Input.TextArea
            id="gc-back-reason"
            rows={3}
            value={reason}
            count={{ max: 2000 }}
            onChange={(event) => setReason(event.target.value)}
          />
          {what ? <p className="gc-will">{what}</p> : null}
          <Fault words={fault} />
        </div>
      </div>
    </Modal>
  );
}
