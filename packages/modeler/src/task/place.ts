import type { Done } from '@guicheng/server/contract';

/** Where a task is shown: its own page, or a drawer beside the board, which keeps the tab to itself. */
export interface TaskPlace {
  readonly task: string;
  /** The task was ended, sent back or handed on: nothing is left to do here. */
  readonly leave: (done: Done) => void;
  /** Opened from 待阅: what is asked is to have read it. */
  readonly reading?: boolean;
  readonly tab?: string | undefined;
  readonly turn?: (tab: string) => void;
}
