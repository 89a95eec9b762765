import { useState } from 'react';
import { Button } from 'antd';
import type { CaseCard } from '@guicheng/server/contract';
import { listed } from '../task/listed.ts';
import { ReasonDialog } from '../ui/reasonDialog.tsx';
import { useWords } from '../words/words.ts';

/** 撤销办件: ends a case that should not go on, with a reason, saying before which steps end and which number is voided. */
export function Cancel({ card, done }: { readonly card: CaseCard; readonly done: () => void }) {
  const { t, w, language } = useWords();
  const [asking, setAsking] = useState(false);
  const steps = [...new Set(card.open.map((open) => t(open.step)))];
  const will = [
    steps.length > 0 ? w('cancelEnds', { steps: listed(steps, language) }) : w('cancelEndsWaiting'),
    card.number === null ? w('cancelVoidsNone') : w('cancelVoids', { number: card.number }),
    w('cancelKeeps'),
  ];
  return (
    <>
      <Button onClick={() => setAsking(true)}>{w('cancelCaseAsk')}</Button>
      {asking ? (
        <ReasonDialog
          about={{ path: `/api/cases/${card.id}/cancel`, act: w('cancelCase'), will, final: true }}
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
