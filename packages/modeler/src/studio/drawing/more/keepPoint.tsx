import { useRef, useState } from 'react';
import { App, Input, Modal, type InputRef } from 'antd';
import { ask, reasonOf } from '../../../api/client.ts';
import { Fault } from '../../../ui/pieces.tsx';
import { useWords } from '../../../words/words.ts';
import type { Desk } from '../desk.ts';
import type { Opened } from '../opening.ts';

/** Asks how this moment is to be called, and keeps it. */
export function KeepPoint({ opened, desk, close }: { readonly opened: Opened; readonly desk: Desk; readonly close: () => void }) {
  const { t, w } = useWords();
  const { message } = App.useApp();
  const input = useRef<InputRef>(null);
  const [words, setWords] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const keep = async (): Promise<void> => {
    setBusy(true);
    await desk.keeper.send();
    await ask(`/api/flows/${opened.page.flow}/drawing/keep`, 'POST', { hold: opened.hold, words: words.trim() }).then(
      () => {
        void message.success(w('momentKept', { words: words.trim() }));
        close();
      },
      (error: unknown) => {
        setFault(t(reasonOf(error)));
        setBusy(false);
      },
    );
  };
  return (
    <Modal
      open
      title={w('keepMomentTitle')}
      okText={w('keepMomentDo')}
      cancelText={w('cancel')}
      okButtonProps={{ disabled: words.trim() === '' }}
      confirmLoading={busy}
      onOk={() => void keep()}
      onCancel={close}
      afterOpenChange={() => input.current?.focus()}
    >
      <label htmlFor="gc-keep-words">{w('keepMomentWords')}</label>
      <Input
        id="gc-keep-words"
        ref={input}
        value={words}
        maxLength={100}
        placeholder={w('keepMomentExample')}
        onChange={(event) => setWords(event.target.value)}
        onPressEnter={() => (words.trim() === '' ? undefined : void keep())}
      />
      <Fault words={fault} />
    </Modal>
  );
}
