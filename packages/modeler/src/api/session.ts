import { Refusal } from './client.ts';

/** The address that tells who is signed in. */
export const SESSION = '/api/session';

/** Whether a refusal says that nobody is signed in (any more). */
export const isSignedOut = (error: unknown): boolean => error instanceof Refusal && error.problem.code === 'signInNeeded';
