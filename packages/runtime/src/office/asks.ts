import type { Json } from '../words/json.ts';

/** POST /api/tasks/:task/complete */
export interface CompleteTask {
  /** Random, made by the asker once per intention: the same id gets the same answer. */
  readonly request: string;
  readonly outcome?: string;
  /** `was`: the value that it was based on. */
  readonly values: { readonly [field: string]: { readonly to: Json; readonly was?: Json } };
  readonly confirmed: readonly string[];
}

/** POST /api/tasks/:task/take, /release */
export interface Plain {
  readonly request: string;
}

/** POST /api/tasks/:task/return */
export interface ReturnTask {
  readonly request: string;
  readonly to: string;
  readonly reason: string;
  readonly siblings: 'keep' | 'redo';
  readonly then: 'flow' | 'straightBack';
}

/** POST /api/tasks/:task/withdraw (of a task that I completed) */
export interface WithdrawTask {
  readonly request: string;
  readonly reason: string;
}

/** POST /api/tasks/:task/reassign */
export interface ReassignTask {
  readonly request: string;
  readonly to: string;
  readonly reason: string;
}

/** POST /api/tasks/:task/urge */
export interface UrgeTask {
  readonly request: string;
  readonly words: string;
}

/** POST /api/cases/:case/cancel */
export interface CancelCase {
  readonly request: string;
  readonly reason: string;
}

/** POST /api/cases/:case/stop: stops the clock of one time limit. */
export interface StopLimit {
  readonly request: string;
  readonly limit: string;
  readonly reason: string;
}

/** PUT /api/tasks/:task/draft and /api/flows/:flow/draft */
export interface SaveDraft {
  readonly values: { readonly [field: string]: Json };
}

/** POST /api/messages: a message from outside, by the name that the diagrams give it. */
export interface BringMessage {
  readonly request: string;
  readonly name: string;
  /** What it is about: the value by which the case that waits for it is found. */
  readonly key?: Json | undefined;
  readonly payload: { readonly [name: string]: Json };
  /** How long it is kept where nobody waits for it yet, as an ISO 8601 duration; 30 days where absent, not at all for `PT0S`. */
  readonly keepFor?: string | undefined;
}

/** POST /api/cases/:case/resend: of a message that could not be delivered. */
export interface ResendMessage {
  readonly request: string;
  readonly message: string;
}

/** POST /api/cases */
export interface StartCase {
  readonly request: string;
  readonly flow: string;
  /** One of the start form's units; the first where absent. */
  readonly unit?: string | undefined;
  readonly values: { readonly [field: string]: Json };
}
