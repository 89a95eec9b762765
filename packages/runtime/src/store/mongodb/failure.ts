import { StoreUnavailable } from '../../ports/store.ts';
import { BrokenPromise } from '../../words/refusal.ts';

/** Errors of the driver that mean: no server was reached, or it broke off before it answered. */
const NAMES =
  /^Mongo(ose)?(Network|NetworkTimeout|ServerSelection|NotConnected|TopologyClosed|ClientClosed|WaitQueueTimeout|PoolCleared|PoolClosed|WriteConcern|OperationTimeout|ExpiredSession|SystemError)/;

/**
 * What servers say when they step down, shut down, cannot confirm a write or have no room. 1 is any error inside the server:
 * FerretDB says it when its database is locked.
 */
const CODES: ReadonlySet<number> = new Set([
  1, 6, 7, 50, 64, 79, 89, 91, 112, 133, 134, 189, 202, 262, 9001, 10107, 11600, 11602, 13435, 13436, 14031,
]);

const DUPLICATE = 11000;

interface DriverError {
  readonly name?: string;
  readonly code?: unknown;
  readonly message?: string;
}

/** Whether a write was refused because its unique id is taken. */
export const isDuplicate = (error: unknown): boolean => (error as DriverError).code === DUPLICATE;

/** The error as it is thrown: a taken id and our own errors as they are; what may be gone later as `StoreUnavailable`. */
export function asError(error: unknown): unknown {
  if (isDuplicate(error) || error instanceof StoreUnavailable || error instanceof BrokenPromise) return error;
  const { name = '', code, message = String(error) } = error as DriverError;
  if (NAMES.test(name) || (typeof code === 'number' && CODES.has(code)))
    return new StoreUnavailable(`the store could not be written or read: ${message}`, { cause: error });
  return new BrokenPromise(message, { cause: error });
}
