import { useState } from 'react';
import { Radio, Skeleton } from 'antd';
import type { CaseDiagram, Done, ReturnTarget, TaskPage } from '@guicheng/server/contract';
import { useRead } from '../api/queries.ts';
import { ReasonDialog } from '../ui/reasonDialog.tsx';
import { moment, useWords } from '../words/words.ts';
import { listed } from './listed.ts';
import { NoPlaces } from './noPlaces.tsx';
import { PlacePicture } from './placePicture.tsx';

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
  const [then, setThen] = useState<'flow' | 'straightBack'>('flow');
  const [siblings, setSiblings] = useState<'keep' | 'redo'>('keep');
  const beside = chosen && chosen.takesBack.length > 0 ? listed(chosen.takesBack.map(t), language) : null;
  const will = chosen
    ? [
        chosen.by ? w('returnWill', { step: t(chosen.step), name: t(chosen.by.name) }) : w('returnWillStep', { step: t(chosen.step) }),
        then === 'straightBack' ? w('returnThenBack', { step: t(card.step) }) : w('returnThenFlow', { step: t(chosen.step) }),
        siblings === 'redo' && beside !== null ? w('returnRedo', { steps: beside }) : '',
        w('returnKeeps'),
      ].filter((sentence) => sentence !== '')
    : [];
  return (
    <ReasonDialog
      about={{
        path: `/api/tasks/${card.id}/return`,
        more: { to: chosen?.visit, siblings, then },
        title: w('sendBackFrom', { step: t(card.step) }),
        act: w('returnTo', { step: chosen ? t(chosen.step) : '' }),
        reason: w('returnReason'),
        ...(chosen ? {} : { missing: w('chooseStep') }),
        will,
      }}
      picture={
        <PlacePicture
          diagram={diagrams?.find((one) => one.definition === page.definition)}
          places={list}
          here={[card.element]}
          chosen={chosen?.element}
          tip={w('returnHere')}
          choose={(element) => {
            const target = legal.find((one) => one.element === element);
            if (target) setTo(target.visit);
          }}
        />
      }
      close={close}
      done={done}
    >
      {targets.isPending ? <Skeleton active /> : null}
      {!targets.isPending && legal.length === 0 ? <p>{w('nowhereToReturn')}</p> : null}
      {legal.length > 0 ? (
        <>
          <h3>{w('returnWhere')}</h3>
          <Radio.Group
            aria-label={w('returnWhere')}
            value={chosen?.visit ?? null}
            onChange={(event) => setTo(event.target.value as string)}
            className="gc-places"
          >
            {legal.map((target) => (
              <Radio key={target.visit} value={target.visit}>
                {t(target.step)}{' '}
                <span className="gc-quiet">
                  {[target.by ? t(target.by.name) : '', target.at ? moment(target.at) : ''].filter((part) => part !== '').join(' ')}
                </span>
              </Radio>
            ))}
          </Radio.Group>
        </>
      ) : null}
      <NoPlaces places={list.filter((target) => !target.legal)} />
      {beside === null ? null : (
        <div>
          <div className="gc-quiet">{w('besides', { steps: beside })}</div>
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
      )}
      {legal.length > 0 ? (
        <>
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
        </>
      ) : null}
    </ReasonDialog>
  );
}
