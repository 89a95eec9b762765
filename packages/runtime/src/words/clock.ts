import { type Instant, id } from './ids.ts';

/** Tells the time. Everything below the office's edge is given the time and never asks. */
export interface Clock {
  now(): Instant;
}

export const instant = (milliseconds: number): Instant => id(new Date(milliseconds).toISOString());
export const milliseconds = (at: Instant): number => Date.parse(at);

/** The machine's clock: the only place that reads it. */
export const systemClock: Clock = { now: () => instant(Date.now()) };

/** A clock that stands still until it is moved: for tests and rehearsals. */
export function fixedClock(start: string): Clock & { advance(milliseconds: number): void } {
  let now = Date.parse(start);
  return {
    now: () => instant(now),
    advance(by) {
      now += by;
    },
  };
}
