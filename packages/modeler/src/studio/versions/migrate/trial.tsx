import { useState } from 'react';
import { Alert, Button } from 'antd';
import { useNavigate } from 'react-router';
import { useQueryClient } from '@tanstack/react-query';
import type { MigrationPage, MigrationPreview } from '@guicheng/server/contract';
import { ask, reasonOf } from '../../../api/client.ts';
import { useIntention } from '../../../api/intention.ts';
import { Bones, Nothing } from '../../../ui/pieces.tsx';
import { Wrong } from '../../../ui/wrong.tsx';
import { useWords } from '../../../words/words.ts';
import { Cases } from './cases.tsx';
import { Steps } from './steps.tsx';
import { useTrial, type Trying } from './useTrial.ts';

/** What would happen, step by step and case by case, and the button that does it. */
export function Trial({ flow, from, to }: Trying) {
  const { w } = useWords();
  const { preview, error, busy, say, again } = useTrial({ flow, from, to });
  if (!preview) return error ? <Wrong error={error} again={again} /> : <Waiting />;
  if (preview.ready + preview.refused === 0) return <Nothing words={w('migrateNone', { version: from })} />;
  return (
    <>
      <div className="gc-migrate-body">
        <Steps preview={preview} say={say} />
        <Cases preview={preview} />
      </div>
      <Doing flow={flow} preview={preview} trying={{ busy, error, again }} />
    </>
  );
}

function Waiting() {
  const { w } = useWords();
  return (
    <>
      <p className="gc-quiet" role="status">
        {w('migrateTrying')}
      </p>
      <Bones count={6} height={40} />
    </>
  );
}

function Doing({
  flow,
  preview,
  trying,
}: {
  readonly flow: string;
  readonly preview: MigrationPreview;
  readonly trying: { readonly busy: boolean; readonly error?: unknown; readonly again: () => void };
}) {
  const { t, w } = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const intention = useIntention();
  const [refused, setRefused] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const { ready, from, to } = preview;
  async function move(): Promise<void> {
    setBusy(true);
    setRefused(undefined);
    try {
      const asked = { request: intention(preview.preview), preview: preview.preview };
      const job = await ask<MigrationPage>(`/api/flows/${encodeURIComponent(flow)}/migrations`, 'POST', asked);
      await navigate(`/flows/${flow}/migrate?job=${job.id}`);
      await queries.invalidateQueries();
    } catch (error) {
      setRefused(error);
    }
    setBusy(false);
  }
  const wrong = refused ?? trying.error ?? undefined;
  return (
    <div className="gc-migrate-doing">
      {wrong === undefined ? null : (
        <Alert
          type="error"
          showIcon
          title={t(reasonOf(wrong))}
          action={
            <Button size="small" onClick={trying.again}>
              {w('migrateAgain')}
            </Button>
          }
        />
      )}
      <p>
        {w('migrateKeeps', { version: to })}
        {preview.refused > 0 ? ` ${w('migrateStays', { count: preview.refused, version: from })}` : ''}
      </p>
      <Button type="primary" disabled={ready === 0 || trying.busy} loading={busy || trying.busy} onClick={() => void move()}>
        {ready === 0 ? w('migrateNothing') : w('migrateDo', { count: ready, version: to })}
      </Button>
    </div>
  );
}
