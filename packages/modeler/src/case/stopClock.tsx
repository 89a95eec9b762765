import { useState } from 'react';
import { Button } from 'antd';
import type { RunningLimit } from '@guicheng/server/contract';
import { ReasonDialog } from '../ui/reasonDialog.tsx';
import { useWords } from '../words/words.ts';
import { dueMoment } from './dueMoment.ts';
import { limitName } from './limitName.ts';

/** 停止计时: a time limit that should not run on is stopped, with a reason. */
export function StopClock({ caseId, limit, done }: { readonly caseId: string; readonly limit: RunningLimit; readonly done: () => void }) {
  const { t, w } = useWords();
  const [asking, setAsking] = useState(false);
  const name = t(limitName(limit));
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)} aria-label={w('stopClockOf', { name })}>
        {w('stopClock')}
      </Button>
      {asking ? (
        <ReasonDialog
          about={{
            path: `/api/cases/${caseId}/stop`,
            more: { limit: limit.id },
            act: w('stopClockOf', { name: t(limit.name) }),
            will: [w('stopClockWill', { name, time: dueMoment(limit.due.at) })],
          }}
          close={() => setAsking(false)}
          done={() => {
            setAsking(false);
            done();
          }}
        />
      ) : null}
    </>
  );
}
