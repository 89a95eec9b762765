import { useState } from 'react';
import { Button, Input, Modal, Radio, Select } from 'antd';
import type { Done, PersonOption, ReturnTarget } from '@guicheng/server/contract';
import { ask, newRequest, reasonOf } from '../api/client.ts';
import { useRead } from '../api/queries.ts';
import { Fault } from '../ui/pieces.tsx';
import { moment, useWords } from '../words/words.ts';

interface Move {
  readonly task: string;
  readonly done: (done: Done) => void;
}

/** 退回: the legal steps, the others greyed with the reason, what is redone, and why. */
export function SendBack({ task, done }: Move) {
  const { t, w } = useWords();
  const [open, setOpen] = useState(false);
  const targets = useRead<readonly ReturnTarget[]>(open ? `/api/tasks/${task}/returns` : null).data ?? [];
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [then, setThen] = useState<'flow' | 'straightBack'>('flow');
  const [siblings, setSiblings] = useState<'keep' | 'redo'>('keep');
  const [fault, setFault] = useState<string | null>(null);
  const chosen = targets.find((target) => target.visit === to);
  const send = (): void => {
    ask<Done>(`/api/tasks/${task}/return`, 'POST', { request: newRequest(), to, reason, siblings, then }).then(done, (error: unknown) =>
      setFault(t(reasonOf(error))),
    );
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{w('sendBack')}</Button>
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        onOk={send}
        title={w('sendBack')}
        okText={chosen ? `${w('returnTo')} ${t(chosen.step)}` : w('chooseFirst')}
        cancelText={w('cancel')}
        okButtonProps={{ disabled: !chosen || reason.trim() === '' }}
      >
        <Radio.Group value={to} onChange={(event) => setTo(event.target.value as string)} style={{ display: 'grid', gap: 6 }}>
          {targets.map((target) => (
            <Radio key={target.visit} value={target.visit} disabled={!target.legal}>
              {t(target.step)}
              <span style={{ opacity: 0.65 }}>
                {' '}
                {target.by ? t(target.by.name) : ''} {target.at ? moment(target.at) : ''} {target.reason ? t(target.reason) : ''}
              </span>
            </Radio>
          ))}
        </Radio.Group>
        {chosen && chosen.takesBack.length > 0 ? (
          <Radio.Group
            value={siblings}
            onChange={(event) => setSiblings(event.target.value as 'keep' | 'redo')}
            options={[
              { value: 'keep', label: w('keep') },
              { value: 'redo', label: w('redo') },
            ]}
            style={{ marginTop: 10 }}
          />
        ) : null}
        <Radio.Group
          value={then}
          onChange={(event) => setThen(event.target.value as 'flow' | 'straightBack')}
          options={[
            { value: 'flow', label: w('flowOn') },
            { value: 'straightBack', label: w('straightBack') },
          ]}
          style={{ margin: '10px 0' }}
        />
        <Input.TextArea
          aria-label={w('reason')}
          placeholder={w('reason')}
          rows={3}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Fault words={fault} />
      </Modal>
    </>
  );
}

/** 转办: to whom, and why. */
export function HandOn({ task, done }: Move) {
  const { t, w } = useWords();
  const [open, setOpen] = useState(false);
  const people = useRead<readonly PersonOption[]>(open ? '/api/people' : null).data ?? [];
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const send = (): void => {
    ask<Done>(`/api/tasks/${task}/reassign`, 'POST', { request: newRequest(), to, reason }).then(done, (error: unknown) =>
      setFault(t(reasonOf(error))),
    );
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{w('handOn')}</Button>
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        onOk={send}
        title={w('handOn')}
        okText={w('handOn').replace('…', '')}
        cancelText={w('cancel')}
        okButtonProps={{ disabled: to === null }}
      >
        <Select
          showSearch
          optionFilterProp="label"
          options={people.map((person) => ({ value: person.id, label: `${t(person.name)}（${t(person.unit)}）` }))}
          value={to}
          onChange={(next: string) => setTo(next)}
          placeholder={w('chooseFirst')}
          style={{ width: '100%', marginBottom: 10 }}
        />
        <Input.TextArea
          aria-label={w('reason')}
          placeholder={w('reason')}
          rows={3}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Fault words={fault} />
      </Modal>
    </>
  );
}
