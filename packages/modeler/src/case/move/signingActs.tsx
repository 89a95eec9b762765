import { useState } from 'react';
import { Button, InputNumber, Radio } from 'antd';
import type { FormField, Json, Signing } from '@guicheng/server/contract';
import { FieldControl } from '../../task/field/fieldControl.tsx';
import { listed } from '../../task/listed.ts';
import { idsOf } from '../../task/values.ts';
import { ReasonDialog } from '../../ui/reasonDialog.tsx';
import { useWords } from '../../words/words.ts';

interface About {
  readonly caseId: string;
  readonly signing: Signing;
  readonly done: (words: string) => void;
}

/** 加签 and 减签, as far as the reader may. */
export function SigningActs(about: About) {
  const { w } = useWords();
  const { signing } = about;
  const [dialog, setDialog] = useState<'add' | 'remove' | null>(null);
  const close = (): void => setDialog(null);
  return (
    <>
      {signing.mayAdd && signing.full === null ? <Button onClick={() => setDialog('add')}>{w('addSigners')}</Button> : null}
      {signing.mayRemove && signing.signers.some((one) => one.state === 'open' && one.kept === null) ? (
        <Button onClick={() => setDialog('remove')}>{w('removeSigner')}</Button>
      ) : null}
      {dialog === 'add' ? <AddSigners {...about} close={close} /> : null}
      {dialog === 'remove' ? <RemoveSigner {...about} close={close} /> : null}
    </>
  );
}

const fieldOf = (kind: Signing['kind']): FormField => ({
  key: 'items',
  name: { zh: '' },
  type: kind === 'unit' ? 'units' : 'persons',
  access: 'write',
  required: true,
  options: [],
  columns: [],
  value: [],
});

function AddSigners({ caseId, signing, done, close }: About & { readonly close: () => void }) {
  const { t, w } = useWords();
  const [items, setItems] = useState<Json>([]);
  const [where, setWhere] = useState<'next' | 'last'>('last');
  const chosen = idsOf(items);
  const [more, setMore] = useState(1);
  const counted = signing.kind === 'number';
  return (
    <ReasonDialog
      about={{
        path: `/api/cases/${caseId}/signers`,
        more: { host: signing.host, where, ...(counted ? { more } : { items: chosen }) },
        title: w('addSignersTitle', { step: t(signing.step) }),
        act: w('addSignersAct'),
        ...(!counted && chosen.length === 0 ? { missing: w('addSignersChoose') } : {}),
        will: signing.inTurn ? [] : [w('addNow')],
      }}
      close={close}
      done={() => {
        close();
        done(w('signersAdded'));
      }}
    >
      <SignerList signing={signing} />
      <label htmlFor="gc-signers">
        {w(counted ? 'addCount' : signing.kind === 'unit' ? 'addUnits' : 'addPersons')}
        <span className="gc-must">*</span>
      </label>
      {counted ? (
        <InputNumber id="gc-signers" min={1} max={100} precision={0} value={more} onChange={(next) => setMore(next ?? 1)} />
      ) : (
        <FieldControl
          id="gc-signers"
          field={fieldOf(signing.kind)}
          value={items}
          faulty={false}
          describedBy={undefined}
          change={setItems}
        />
      )}
      {signing.inTurn ? (
        <div>
          <span>{w('addInTurn')} </span>
          <Radio.Group
            aria-label={w('addInTurn')}
            value={where}
            onChange={(event) => setWhere(event.target.value as 'next' | 'last')}
            options={[
              { value: 'next', label: w('addNext') },
              { value: 'last', label: w('addLast') },
            ]}
          />
        </div>
      ) : null}
    </ReasonDialog>
  );
}

function RemoveSigner({ caseId, signing, done, close }: About & { readonly close: () => void }) {
  const { t, w, language } = useWords();
  const [visit, setVisit] = useState<string | null>(null);
  const open = signing.signers.filter((one) => one.state === 'open');
  const answered = signing.signers.filter((one) => one.state === 'answered').map((one) => t(one.name));
  const chosen = open.find((one) => one.visit === visit && one.kept === null);
  return (
    <ReasonDialog
      about={{
        path: `/api/cases/${caseId}/signers/remove`,
        title: w('removeSignerTitle', { step: t(signing.step) }),
        ...(chosen
          ? {
              more: { visit: chosen.visit },
              act: w('removeSignerAct', { name: t(chosen.name) }),
              will: [w('removeSignerWill', { name: t(chosen.name) })],
            }
          : { act: w('removeSignerChoose'), missing: w('removeSignerChoose'), will: [] }),
      }}
      close={close}
      done={() => {
        close();
        done(w('signerRemoved'));
      }}
    >
      {answered.length > 0 ? <p className="gc-quiet">{w('answeredAlready', { names: listed(answered, language) })}</p> : null}
      <h3>{w('removeSignerWho')}</h3>
      <Radio.Group
        aria-label={w('removeSignerWho')}
        value={chosen?.visit ?? null}
        onChange={(event) => setVisit(event.target.value as string)}
        style={{ display: 'grid', gap: 6 }}
      >
        {open.map((one) => (
          <Radio key={one.visit} value={one.visit} disabled={one.kept !== null}>
            {t(one.name)} {one.kept ? <span className="gc-quiet">{t(one.kept)}</span> : null}
          </Radio>
        ))}
      </Radio.Group>
    </ReasonDialog>
  );
}

const STATES = { answered: 'signerAnswered', open: 'signerOpen', waiting: 'signerWaiting' } as const;

/** Everybody on the list of a countersigning, and how far each is. */
export function SignerList({ signing }: { readonly signing: Signing }) {
  const { t, w, language } = useWords();
  const names = signing.signers.map((one) =>
    language === 'zh' ? `${t(one.name)}（${w(STATES[one.state])}）` : `${t(one.name)} (${w(STATES[one.state])})`,
  );
  return (
    <span>
      {w('signersOf', { step: t(signing.step) })}
      {language === 'zh' ? '：' : ': '}
      {listed(names, language)}
    </span>
  );
}
