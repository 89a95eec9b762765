import { StoreUnavailable } from '../../ports/store.ts';
import { BrokenPromise } from '../../words/refusal.ts';

/** An error as it crosses from a worker: whether trying again later may help, and what happened. */
export interface Failure {
  readonly unavailable: boolean;
  readonly message: string;
}

/** Disk full, input or output, busy, read-only and the like: nothing was written, later it may be. */
const TEMPORARY = /^(SQLITE_(FULL|IOERR|BUSY|LOCKED|READONLY|CANTOPEN|NOMEM)|ENOSPC|EDQUOT|EIO|EROFS|EMFILE|ENFILE)/;

/** What an error of the driver or the file system means. */
export function asFailure(error: unknown): Failure {
  const { code, message } = error as { readonly code?: unknown; readonly message?: string };
  return { unavailable: typeof code === 'string' && TEMPORARY.test(code), message: message ?? String(error) };
}

/** The failure as it is thrown. */
export const asError = ({ unavailable, message }: Failure): Error =>
  unavailable ? new StoreUnavailable(`the store could not be written or read: ${message}`) : new BrokenPromise(message);
