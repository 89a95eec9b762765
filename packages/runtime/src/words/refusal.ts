import type { Text } from './text.ts';

/**
 * Why something a person asked for was not done; closed, so that every code has its HTTP status (server) and its sentence in both
 * languages (browser). `notFound` also answers whatever the asker may not see.
 */
export const REFUSAL_CODES = [
  'notFound',
  'notAllowed',
  'signInNeeded',
  'wrongPassword',
  'tooManyTries',
  'invalidInput',
  'unknownField',
  'readOnlyField',
  'wrongType',
  'required',
  'alreadyDone',
  'takenByAnother',
  'changedMeanwhile',
  'requestReused',
  'illegalMove',
  'notWaiting',
  'ambiguous',
  'unknownElement',
  'unsupported',
  'invalidDiagram',
  'notPublished',
  'fileTooLarge',
  'fileTypeRefused',
  'foreignOrigin',
  'numberTaken',
  'unavailable',
  'broken',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** A refusal is a value: who or what is the culprit, and what was expected instead, in words that can be shown. */
export interface Refused {
  readonly ok: false;
  readonly code: RefusalCode;
  /** What is at fault: a field's key, an element's id, a person's name. */
  readonly culprit: string;
  readonly expected: Text;
  /** Of a move that is not legal, why not: a code of the kernel's `MOVE_OBSTACLES`. */
  readonly reason?: string;
  /** Who was faster and when, for `alreadyDone`, `takenByAnother` and `changedMeanwhile`. */
  readonly by?: { readonly name: string; readonly at: string };
  /** One entry per field, for forms. */
  readonly fields?: readonly { readonly field: string; readonly code: RefusalCode; readonly expected: Text }[];
}

/** Builds a refusal. */
export const refuse = (code: RefusalCode, culprit: string, expected: Text): Refused => ({ ok: false, code, culprit, expected });

/** Thrown only when a promise of the code itself is broken; never for what a user can cause. */
export class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise';
}
