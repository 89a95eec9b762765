import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { App, Popconfirm } from 'antd';
import type { VersionCard } from '@guicheng/server/contract';
import { ask, reasonOf } from '../../api/client.ts';
import { moment, useWords } from '../../words/words.ts';

/** Calls off a planned version, after it was said what goes on instead. */
export function CallOff({ flow, version }: { readonly flow: string; readonly version: VersionCard }) {
  const { t, w } = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const { version: number, effectiveFrom } = version;
  async function callOff(): Promise<void> {
    setBusy(true);
    await ask(`/api/flows/${encodeURIComponent(flow)}/versions/${number}/call-off`, 'POST', {}).catch(
      (error: unknown) => void message.error(t(reasonOf(error))),
    );
    setBusy(false);
    await queries.invalidateQueries();
  }
  return (
    <Popconfirm
      title={w('callOffAsk', { version: number, at: moment(effectiveFrom) })}
      okText={w('callOffDo', { version: number })}
      cancelText={w('callOffLeave')}
      styles={{ root: { maxWidth: 420 } }}
      onConfirm={() => void callOff()}
    >
      <button type="button" className="gc-plain gc-go-on" disabled={busy}>
        {w('callOff')}
      </button>
    </Popconfirm>
  );
}
