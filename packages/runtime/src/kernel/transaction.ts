import type { Construct } from './construct.ts';
import { beginInside } from './subProcess.ts';

/**
 * A transaction: inside, it runs as a sub-process does. It ends well, and can then be undone as one; or it is cancelled (`cancel.ts`); or it
 * fails by an error that leaves it, and then nothing is undone.
 */
export const transaction: Construct = (run, place) => beginInside(run, place, 'transaction');
