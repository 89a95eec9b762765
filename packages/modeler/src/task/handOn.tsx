import { useState } from 'react';
import { Input, Modal } from 'antd';
import type { Done, FormField, Json, PersonOption, TaskPage } from '@guicheng/server/contract';
import { ask, reasonOf } from '../api/client.ts';
import { useRead } from '../api/queries.ts';
import { Fault } from '../ui/pieces.tsx';
import { useWords } from '../words/words.ts';
import { PeopleControl } from './field/people.tsx';
import { useIntention } from './intention.ts';

/** A field of no form, so that people are looked for as in any form. */
const PERSON: FormField = {
  key: 'to',
  name: { zh: '转给谁', en: 'To whom' },
  type: 'person',
  access: 'write',
  required: true,
  options: [],
  columns: [],
  value: null,
};

/** 转办: to whom and why; it is then theirs, and says so before. */
export function HandOn({
  page,
  close,
  done,
}: {
  readonly page: TaskPage;
  readonly close: () => void;
  readonly done: (done: Done) => void;
}) {
  const { t, w } = useWords();
  const people = useRead<readonly PersonOption[]>('/api/people').data ?? [];
  const [to, setTo] = useState<Json>(null);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const request = useIntention();
  const chosen = people.find((person) => person.id === to);
  const send = (): void => {
    setBusy(true);
    const body = { to, reason: reason.trim() };
    ask<Done>(`/api/tasks/${page.card.id}/reassign`, 'POST', { request: request(body), ...body }).then(done, (error: unknown) => {
      setBusy(false);
      setFault(t(reasonOf(error)));
    });
  };
  return (
    <Modal
      open
      onCancel={close}
      onOk={send}
      title={w('handOnStep', { step: t(page.card.step) })}
      okText={chosen ? w('handOnTo', { name: t(chosen.name) }) : w('choosePerson')}
      cancelText={w('cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: to === null || reason.trim() === '' }}
    >
      <div className="gc-back-ask">
        <label htmlFor="gc-hand-to">
          {t(PERSON.name)}
          <span className="gc-must">*</span>
        </label>
        <PeopleControl id="gc-hand-to" field={PERSON} value={to} faulty={false} describedBy={undefined} change={setTo} />
        <label htmlFor="gc-hand-reason">
          {w('reason')}
          <span className="gc-must">*</span>
        </label>
        <Input.TextArea
          id="gc-hand-reason"
          rows={3}
          value={reason}
          count={{ max: 2000 }}
          onChange={(event) => setReason(event.target.value)}
        />
        {chosen ? <p className="gc-will">{w('handOnWill', { name: t(chosen.name), step: t(page.card.step) })}</p> : null}
        <Fault words={fault} />
      </div>
    </Modal>
  );
}
