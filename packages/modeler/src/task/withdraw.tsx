import { useState } from 'react';
import { Input, Modal } from 'antd';
import type { Done, Text } from '@guicheng/server/contract';
import { ask, reasonOf } from '../api/client.ts';
import { Fault } from '../ui/pieces.tsx';
import { useWords } from '../words/words.ts';
import { useIntention } from './intention.ts';

/** 撤回: a step that I completed comes back to me, while nobody has taken what came of it; with a reason, and what will happen. */
export function Withdraw({
  task,
  step,
  close,
  done,
}: {
  readonly task: string;
  readonly step: Text;
  readonly close: () => void;
  readonly done: (done: Done) => void;
}) {
  const { t, w } = useWords();
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const request = useIntention();
  const send = (): void => {
    setBusy(true);
    const body = { reason: reason.trim() };
    ask<Done>(`/api/tasks/${task}/withdraw`, 'POST', { request: request(body), ...body }).then(done, (error: unknown) => {
      setBusy(false);
      setFault(t(reasonOf(error)));
    });
  };
  return (
    <Modal
      open
      onCancel={close}
      onOk={send}
      title={w('withdrawStep', { step: t(step) })}
      okText={w('withdrawStep', { step: t(step) })}
      cancelText={w('cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: reason.trim() === '' }}
    >
      <div className="gc-back-ask">
        <p className="gc-will">{w('withdrawWill', { step: t(step) })}</p>
        <label htmlFor="gc-withdraw-reason">
          {w('reason')}
          <span className="gc-must">*</span>
        </label>
        <Input.TextArea
          id="gc-withdraw-reason"
          rows={3}
          value={reason}
          count={{ max: 2000 }}
          onChange={(event) => setReason(event.target.value)}
        />
        <Fault words={fault} />
      </div>
    </Modal>
  );
}
