import { useEffect, useRef } from 'react';
import { useKeys } from '../ui/keys.ts';
import { walk } from './walk.ts';

const cardOf = (task: string): HTMLElement | null => document.querySelector<HTMLElement>(`[data-task="${CSS.escape(task)}"]`);

/** j and k walk the cards by moving the focus, x chooses one; beside an open task they open the next. Closed, the focus is on its card again. */
export function useWalk({
  order,
  open,
  go,
  choose,
  mayChoose,
}: {
  readonly order: readonly string[];
  readonly open: string | null;
  /** Opens another one beside the list; absent where nothing opens beside it. */
  readonly go?: (task: string) => void;
  readonly choose?: (task: string) => void;
  readonly mayChoose?: (task: string) => boolean;
}): void {
  const here = (): string | null => document.activeElement?.closest<HTMLElement>('[data-task]')?.dataset['task'] ?? open;
  const step = (by: 1 | -1): void => {
    const next = walk(order, here(), by);
    if (next === null) return;
    const card = cardOf(next);
    card?.focus();
    card?.scrollIntoView({ block: 'nearest' });
    if (open !== null && next !== open) go?.(next);
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    x: () => {
      const task = here();
      if (task !== null && mayChoose?.(task)) choose?.(task);
    },
  });
  const before = useRef(open);
  useEffect(() => {
    const last = before.current;
    before.current = open;
    if (last === null || open !== null) return;
    const card = cardOf(last);
    if (card) card.focus();
    else document.querySelector<HTMLElement>('.gc-tasks')?.focus();
  }, [open]);
}
