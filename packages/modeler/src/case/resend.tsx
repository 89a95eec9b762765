import { useState } from 'react';
import { Button } from 'antd';
import { ask, reasonOf } from '../api/client.ts';
import { useIntention } from '../api/intention.ts';
import { Fault } from '../ui/pieces.tsx';
import { useWords } from '../words/words.ts';

/** Has a message sent again that could not be delivered: whoever waits for it now gets it. */
export function Resend({ caseId, message, done }: { readonly caseId: string; readonly message: string; readonly done: () => void }) {
  const { t, w } = useWords();
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const request = useIntention();
  const send = (): void => {
    setBusy(true);
    setFault(null);
    const body = { message };
    ask(`/api/cases/${caseId}/resend`, 'POST', { request: request(body), ...body }).then(
      () => {
        setBusy(false);
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
      <Button size="small" loading={busy} onClick={send}>
        {w('resend')}
      </Button>
      <Fault words={fault} />
    </>
  );
}
