import { randomUUID } from 'node:crypto';
import { id, type Clock, type Office, type Store } from '@guicheng/runtime';
import type { Logger } from 'pino';

/** How often what is due is looked for, in milliseconds. */
const EVERY = 1000;

/** How often what is over is removed, in milliseconds. */
const TIDIED = 3600_000;

/**
 * How long an upload that no case refers to is kept, in milliseconds. A half-filled form may hold it, and nobody's form loses its papers
 * because they were ill for a fortnight.
 */
const UNUSED = 30 * 24 * 3600_000;

/** What is swept, and by whose clock. */
interface SweeperParts {
  readonly office: Pick<Office, 'sweep'>;
  readonly store: { readonly notes: Pick<Store['notes'], 'sweep'>; readonly files: Pick<Store['files'], 'sweep'> };
  readonly clock: Clock;
  readonly log: Logger;
}

/** Fires what is due and tidies up, one round after the other. Returns how to stop, which waits for the round under way. */
export function startSweeper({ office, store, clock, log }: SweeperParts) {
  // Process numbers are the same on many machines.
  const holder = `server-${process.pid}-${randomUUID()}`;
  let round: Promise<void> = Promise.resolve();
  let swept = true;

  /** One after the other; what fails is tried again when its time comes again. */
  function begin(what: string, run: () => Promise<unknown>): Promise<void> {
    round = round.then(run).then(
      () => undefined,
      (error: unknown) => log.error({ error }, `${what} failed`),
    );
    return round;
  }
  async function sweep(): Promise<void> {
    if (!swept) return;
    swept = false;
    await begin('the sweep', () => office.sweep(holder));
    swept = true;
  }
  async function tidy(): Promise<void> {
    await store.notes.sweep();
    await store.files.sweep(id(new Date(Date.parse(clock.now()) - UNUSED).toISOString()));
  }
  const sweeping = setInterval(() => void sweep(), EVERY);
  const tidying = setInterval(() => void begin('tidying up', tidy), TIDIED);
  sweeping.unref();
  tidying.unref();
  return async (): Promise<void> => {
    clearInterval(sweeping);
    clearInterval(tidying);
    await round;
  };
}
