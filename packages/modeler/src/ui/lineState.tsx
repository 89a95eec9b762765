import { Tooltip } from 'antd';
import type { LiveState } from '../api/live.ts';
import { useWords } from '../words/words.ts';

const HINTS = { live: 'liveHint', polling: 'pollingHint', reconnecting: 'reconnectingHint', offline: 'offlineHint' } as const;

/** The state of the connection: a dot, a word, and what it means for whoever is working. */
export function LineState({ state }: { readonly state: LiveState }) {
  const { w } = useWords();
  return (
    <Tooltip title={w(HINTS[state])}>
      <span className="gc-line-state" data-state={state} role="status" aria-label={w(HINTS[state])}>
        {w(state)}
      </span>
    </Tooltip>
  );
}
