import type { TaskCard } from '@guicheng/server/contract';
import { Mark } from '../ui/pieces.tsx';
import { useWords } from '../words/words.ts';
import type { Word } from '../words/zh.ts';

const RISK: { readonly [level in 1 | 2 | 3]: Word } = { 1: 'riskOne', 2: 'riskTwo', 3: 'riskThree' };
const SECRET: { readonly [clearance: string]: Word } = {
  secret: 'clearanceSecret',
  confidential: 'clearanceConfidential',
  topSecret: 'clearanceTop',
};
const URGENT: { readonly [urgency: string]: Word } = { urgent: 'urgent', veryUrgent: 'veryUrgent' };

/** What is to be noticed about a task: how urgent, which risk, how secret, who has signed for it. */
export function Marks({ task }: { readonly task: TaskCard }) {
  const { w, t } = useWords();
  const urgent = task.urgency === null ? undefined : URGENT[task.urgency];
  const secret = SECRET[task.clearance];
  return (
    <>
      {urgent ? <Mark tone={urgent === 'veryUrgent' ? 'late' : 'soon'}>{w(urgent)}</Mark> : null}
      {secret ? <Mark tone="late">{w(secret)}</Mark> : null}
      {task.risk ? <Mark title={w('riskLevel')}>{w(RISK[task.risk])}</Mark> : null}
      {task.takenBy && task.state === 'open' ? <Mark tone="done">{w('takenBy', { who: t(task.takenBy.name) })}</Mark> : null}
    </>
  );
}
