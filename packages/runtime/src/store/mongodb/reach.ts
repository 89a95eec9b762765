import { StoreUnavailable } from '../../ports/store.ts';
import { asError } from './failure.ts';

/** Told before each call that reaches the database; throws to play a process that was killed there. */
export type Probe = (call: string) => void;

/** Makes one call to the database; throws only `StoreUnavailable`, a duplicate's error, or a broken promise. */
export type Reach = <Value>(call: string, run: () => PromiseLike<Value>) => Promise<Value>;

export const reaching =
  (probe: Probe = () => undefined): Reach =>
  async (call, run) => {
    probe(call);
    try {
      return await run();
    } catch (error) {
      throw asError(error);
    }
  };

/** The first pause between two tries, in milliseconds; each is twice the one before, up to `LONGEST`. */
const FIRST = 20;
const LONGEST = 500;

/**
 * Tries until an attempt gives an answer. An attempt without one (undefined), or one that the store could not carry out, is made again
 * until `patience` milliseconds are over; then `StoreUnavailable`. For calls that do no harm when they are made twice.
 */
export async function insist<Value>(patience: number, attempt: () => Promise<Value | undefined>): Promise<Value> {
  const over = AbortSignal.timeout(patience);
  for (let pause = FIRST; ; pause = Math.min(2 * pause, LONGEST)) {
    let why: unknown;
    try {
      const value = await attempt();
      if (value !== undefined) return value;
      why = new StoreUnavailable('the store did not confirm in time what it was given');
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      why = error;
    }
    if (over.aborted) throw why;
    await new Promise((done) => {
      setTimeout(done, pause);
    });
  }
}
