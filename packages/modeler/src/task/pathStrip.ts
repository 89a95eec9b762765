import type { NextStep, PathStep, Text } from '@guicheng/server/contract';

/** A step of the strip with who did it, has it or would get it, ready to be shown. */
export interface StripStep extends Pick<PathStep, 'element' | 'name' | 'state' | 'at'> {
  readonly who: readonly Text[];
  /** Of a step that is foretold: how it stands to the one before it. */
  readonly joined?: NextStep['joined'];
}

/** What of a path is shown: the last done steps, the present one, the next ones; and how many done ones stand before. */
export interface Strip {
  readonly hidden: number;
  readonly steps: readonly StripStep[];
}

/** Whether this task is still open, who has it, and whom the next step would be addressed to. */
interface Around {
  readonly open: boolean;
  readonly holders: readonly Text[];
  readonly next: readonly NextStep[];
}

/**
 * Cuts a path to what can be taken in at a glance: `done` steps before, the present one, and what comes next. The receivers foretold for
 * this very form come before the drawing's order, which knows nothing of the decision.
 */
export function pathStrip(path: readonly PathStep[], around: Around, most: { readonly done: number; readonly next: number }): Strip {
  const done = path.filter((step) => step.state === 'done');
  const now = path.filter((step) => step.state === 'now');
  const drawn = path.filter((step) => step.state === 'next');
  const foretold = around.next.map((next, index): StripStep => {
    const known = path.find((step) => step.name.zh === next.step.zh);
    return {
      element: known?.element ?? `next-${index}`,
      name: next.step,
      state: 'next',
      at: null,
      who: next.seats.map((seat) => seat.name),
      ...(next.joined ? { joined: next.joined } : {}),
    };
  });
  const plain = (step: PathStep): StripStep => ({ ...step, who: step.people.map((person) => person.name) });
  const shown = done.slice(Math.max(0, done.length - most.done));
  const hidden = done.length - shown.length;
  // A task that is over: its page tells what was, the case's page where it is now.
  if (!around.open) return { hidden, steps: [...shown.map(plain), ...now.map((step) => ({ ...plain(step), state: 'done' as const }))] };
  return {
    hidden,
    steps: [
      ...shown.map(plain),
      ...now.map((step) => ({ ...plain(step), who: around.holders })),
      ...(foretold.length > 0 ? foretold : drawn.map(plain)).slice(0, most.next),
    ],
  };
}
