import { lazy, Suspense, useState } from 'react';
import { Checkbox, Input, Modal, Radio, Skeleton } from 'antd';
import type { CaseDiagram, PlacesPage } from '@guicheng/server/contract';
import { ask, reasonOf } from '../../api/client.ts';
import { useIntention } from '../../api/intention.ts';
import { useRead } from '../../api/queries.ts';
import { listed } from '../../task/listed.ts';
import { seatsText } from '../../task/receivers.ts';
import { Fault } from '../../ui/pieces.tsx';
import { useWords } from '../../words/words.ts';

const Diagram = lazy(() => import('../../studio/diagram.tsx').then((module) => ({ default: module.Diagram })));

/**
 * 跳转 and 唤醒: what is taken, where several steps are open, and where the case may be put, on the diagram and as a list, every other
 * step with its reason; and why. What will happen is said before it does.
 */
export function MoveCase({
  caseId,
  close,
  done,
}: {
  readonly caseId: string;
  readonly close: () => void;
  readonly done: (words: string) => void;
}) {
  const words = useWords();
  const { t, w, language } = words;
  const [take, setTake] = useState<readonly string[]>([]);
  const read = useRead<PlacesPage>(`/api/cases/${caseId}/places${take.length > 0 ? `?take=${take.join(',')}` : ''}`);
  const diagrams = useRead<readonly CaseDiagram[]>(`/api/cases/${caseId}/diagram`).data;
  const page = read.data;
  const wakes = page?.kind === 'reopen';
  const standing = page?.standing ?? [];
  const taken = standing.filter((one) => (take.length > 0 ? take.includes(one.visit) : one.taken));
  const places = page?.places ?? [];
  const [to, setTo] = useState<string | null>(null);
  const keyOf = (place: (typeof places)[number]): string => `${place.definition} ${place.element}`;
  const chosen = places.find((place) => place.legal && keyOf(place) === to);
  const diagram = diagrams?.find((one) => one.definition === chosen?.definition) ?? diagrams?.[0];
  const here = places.filter((place) => place.definition === diagram?.definition);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const request = useIntention();
  const send = (): void => {
    if (!chosen) return;
    setBusy(true);
    setFault(null);
    const body = wakes
      ? { at: chosen.element, reason: reason.trim() }
      : { take: taken.map(({ visit }) => visit), to: { element: chosen.element, scope: chosen.scope }, reason: reason.trim() };
    ask(`/api/cases/${caseId}/${wakes ? 'reopen' : 'jump'}`, 'POST', { request: request(body), ...body }).then(
      () => done(w(wakes ? 'woken' : 'moved', { step: t(chosen.step) })),
      (error: unknown) => {
        setBusy(false);
        setFault(t(reasonOf(error)));
      },
    );
  };
  const closes = [
    ...new Set([...taken.filter(({ state }) => state === 'open').map(({ step }) => t(step)), ...(chosen?.ends ?? []).map(t)]),
  ];
  const who = chosen ? seatsText(chosen.seats, language, t) : '';
  const will = chosen
    ? [
        closes.length > 0 ? w('moveCloses', { steps: listed(closes, language) }) : '',
        who === '' ? w('moveArrives', { step: t(chosen.step) }) : w('moveOpens', { step: t(chosen.step), who }),
        w(wakes ? 'wakeKeeps' : 'moveKeeps'),
      ].filter((sentence) => sentence !== '')
    : [];
  const where = w(wakes ? 'wakeWhere' : 'moveWhere');
  return (
    <Modal
      open
      width={980}
      style={{ top: 24 }}
      onCancel={close}
      onOk={send}
      title={w(wakes ? 'wakeTitle' : 'moveCaseTitle')}
      okText={chosen ? w(wakes ? 'wakeTo' : 'moveTo', { step: t(chosen.step) }) : w(wakes ? 'wakeChoose' : 'moveChoose')}
      cancelText={w('cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: !chosen || reason.trim() === '' }}
    >
      <div className="gc-back">
        <div className="gc-back-picture">
          {diagram ? (
            <Suspense fallback={<Skeleton.Node active style={{ width: '100%', height: 420 }} />}>
              <Diagram
                key={diagram.definition}
                xml={diagram.xml}
                focus={diagram.process}
                height={420}
                marks={{
                  can: here.filter(({ legal }) => legal).map(({ element }) => element),
                  cannot: here.filter(({ legal }) => !legal).map(({ element }) => element),
                  here: taken.map(({ element }) => element),
                  chosen: chosen ? [chosen.element] : [],
                }}
                tips={Object.fromEntries(here.map((place) => [place.element, place.reason ? t(place.reason) : w('movePlace')]))}
                choose={(element) => {
                  const place = here.find((one) => one.legal && one.element === element);
                  if (place) setTo(keyOf(place));
                }}
              />
            </Suspense>
          ) : (
            <Skeleton.Node active style={{ width: '100%', height: 420 }} />
          )}
        </div>
        <div className="gc-back-ask">
          {read.isPending ? <Skeleton active /> : null}
          {standing.length > 1 ? (
            <>
              <h3>{w('moveFrom')}</h3>
              <Checkbox.Group
                aria-label={w('moveFrom')}
                value={taken.map(({ visit }) => visit)}
                onChange={(next) => setTake(next.length > 0 ? next.map(String) : take)}
                style={{ display: 'grid', gap: 6 }}
              >
                {standing.map((one) => (
                  <Checkbox key={one.visit} value={one.visit}>
                    {t(one.step)}{' '}
                    <span className="gc-quiet">
                      {one.state === 'waits'
                        ? w('standsAtJoin')
                        : one.state === 'still'
                          ? w('standsStill')
                          : seatsText(one.seats, language, t)}
                    </span>
                  </Checkbox>
                ))}
              </Checkbox.Group>
            </>
          ) : null}
          {page && !places.some(({ legal }) => legal) ? <p>{w('moveNowhere')}</p> : null}
          <h3>{where}</h3>
          <Radio.Group
            aria-label={where}
            value={chosen ? keyOf(chosen) : null}
            onChange={(event) => setTo(event.target.value as string)}
            className="gc-places"
          >
            {[...places.filter(({ legal }) => legal), ...places.filter(({ legal }) => !legal)].map((place) => (
              <Radio key={keyOf(place)} value={keyOf(place)} disabled={!place.legal}>
                {t(place.step)} <span className="gc-quiet">{place.reason ? t(place.reason) : seatsText(place.seats, language, t)}</span>
              </Radio>
            ))}
          </Radio.Group>
          {will.length > 0 ? (
            <div className="gc-will">
              {will.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </div>
          ) : null}
          <label htmlFor="gc-move-reason">
            {w('reason')}
            <span className="gc-must">*</span>
          </label>
          <Input.TextArea
            id="gc-move-reason"
            rows={2}
            value={reason}
            count={{ max: 2000 }}
            aria-required
            onChange={(event) => setReason(event.target.value)}
          />
          <Fault words={fault} />
        </div>
      </div>
    </Modal>
  );
}
