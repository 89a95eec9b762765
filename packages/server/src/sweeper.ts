import { randomUUID } from 'node:crypto';
import type { Notes, Office } from '@guicheng/runtime';
import type { Logger } from 'pino';

/** How often what is due is looked for, in milliseconds. */
const EVERY = 1000;

/** How often notes whose time is over are removed, in milliseconds. */
const TIDIED = 3600_000;

/** Fires what is due and tidies up, one round after the other. Returns how to stop, which waits for the round under way. */
export function startSweeper({ office, notes, log }: { readonly office: Office; readonly notes: Notes; readonly log: Logger }) {
  // Process numbers are the same on many machines.
  const holder = `server-${process.pid}-${randomUUID()}`;
  let round: Promise<unknown> = Promise.resolve();
  let under = false;

  function begin(what: string, run: () => Promise<unknown>): void {
    if (under) return;
    under = true;
    round = run()
      .catch((error: unknown) => log.error({ error }, `${what} failed`))
      .finally(() => {
        under = false;
      });
  }
  const sweeping = setInterval(() => begin('the sweep', () => office.sweep(holder)), EVERY);
  const tidying = setInterval(() => begin('tidying the notes', () => notes.sweep()), TIDIED);
  sweeping.unref();
  tidying.unref();
  return async (): Promise<void> => {
    clearInterval(sweeping);
    clearInterval(tidying);
    await round;
  };
}
