import { useState, type ReactNode } from 'react';
import { Input, Modal } from 'antd';
import type { Done } from '@guicheng/server/contract';
import { ask, reasonOf } from '../api/client.ts';
import { useIntention } from '../api/intention.ts';
import { useWords } from '../words/words.ts';
import { Fault } from './pieces.tsx';

/** A command on a case that goes with a reason, in words. */
export interface Reasoned {
  /** Where it is posted. */
  readonly path: string;
  /** What it is about, beside request and reason. */
  readonly more?: { readonly [key: string]: unknown };
  /** The button, and the title where there is none of its own: a verb that names its result. */
  readonly act: string;
  readonly title?: string;
  /** What the reason is for, where it is more than that. */
  readonly reason?: string;
  /** What must be chosen first, beside the reason; the button says so until then. */
  readonly missing?: string;
  /** What will happen, sentence by sentence. */
  readonly will: readonly string[];
  /** It cannot be undone. */
  readonly final?: boolean;
}

/**
 * Asks once why, and says before what will happen; where it is refused, the reason typed is still there. `children` stand before the reason,
 * a picture to choose on beside all of it.
 */
export function ReasonDialog({
  about,
  picture,
  children,
  close,
  done,
}: {
  readonly about: Reasoned;
  readonly picture?: ReactNode;
  readonly children?: ReactNode;
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
    setFault(null);
    const body = { ...about.more, reason: reason.trim() };
    ask<Done>(about.path, 'POST', { request: request(body), ...body }).then(done, (error: unknown) => {
      setBusy(false);
      setFault(t(reasonOf(error)));
    });
  };
  const questions = (
    <div className="gc-back-ask">
      {children}
      {about.will.length > 0 ? (
        <div className="gc-will">
          {about.will.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </div>
      ) : null}
      <label htmlFor="gc-reason">
        {about.reason ?? w('reason')}
        <span className="gc-must" title={w('required')}>
          *
        </span>
      </label>
      <Input.TextArea
        id="gc-reason"
        rows={3}
        value={reason}
        count={{ max: 2000 }}
        aria-required
        onChange={(event) => setReason(event.target.value)}
      />
      <Fault words={fault} />
    </div>
  );
  return (
    <Modal
      open
      {...(picture ? { width: 980, style: { top: 24 } } : {})}
      onCancel={close}
      onOk={send}
      title={about.title ?? about.act}
      okText={about.missing ?? about.act}
      cancelText={w(about.final ? 'leaveAsIs' : 'cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: about.missing !== undefined || reason.trim() === '', danger: about.final ?? false }}
    >
      {picture ? (
        <div className="gc-back">
          <div className="gc-back-picture">{picture}</div>
          {questions}
        </div>
      ) : (
        questions
      )}
    </Modal>
  );
}
