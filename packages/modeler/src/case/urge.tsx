import { useState } from 'react';
import { Button, Input, Modal } from 'antd';
import type { Text } from '@guicheng/server/contract';
import { ask, reasonOf } from '../api/client.ts';
import { useIntention } from '../api/intention.ts';
import { Fault } from '../ui/pieces.tsx';
import { useWords } from '../words/words.ts';

/** 催办: asks the holders of a step to get on, with a word if one likes; it stands in the history for all to see. */
export function Urge({
  task,
  step,
  done,
  small = false,
}: {
  readonly task: string;
  readonly step: Text;
  readonly done: () => void;
  readonly small?: boolean;
}) {
  const { t, w } = useWords();
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const request = useIntention();
  const send = (): void => {
    setBusy(true);
    const body = { words: words.trim() };
    ask(`/api/tasks/${task}/urge`, 'POST', { request: request(body), ...body }).then(
      () => {
        setBusy(false);
        setOpen(false);
        setWords('');
        done();
      },
      (error: unknown) => {
        setBusy(false);
        setFault(t(reasonOf(error)));
      },
    );
  };
  return (
    <>
      <Button size={small ? 'small' : 'middle'} onClick={() => setOpen(true)}>
        {w('urge')}
      </Button>
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        onOk={send}
        title={w('urgeStep', { step: t(step) })}
        okText={w('urge')}
        cancelText={w('cancel')}
        confirmLoading={busy}
      >
        <p style={{ margin: '0 0 8px' }}>{w('urgeWill')}</p>
        <Input.TextArea
          aria-label={w('urgeWords')}
          placeholder={w('urgeWords')}
          rows={3}
          value={words}
          count={{ max: 2000 }}
          onChange={(event) => setWords(event.target.value)}
        />
        <Fault words={fault} />
      </Modal>
    </>
  );
}
