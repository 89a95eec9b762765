import type { Done, Text } from '@guicheng/server/contract';
import { ReasonDialog } from '../ui/reasonDialog.tsx';
import { useWords } from '../words/words.ts';

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
  const act = w('withdrawStep', { step: t(step) });
  return (
    <ReasonDialog
      about={{ path: `/api/tasks/${task}/withdraw`, act, will: [w('withdrawWill', { step: t(step) })] }}
      close={close}
      done={done}
    />
  );
}
