/** What a value is compared with. */
export type Literal = string | number | boolean;

/** The comparisons that a condition is made of, in the order in which they are offered. */
export type Comparison =
  | 'equal'
  | 'unequal'
  | 'more'
  | 'atLeast'
  | 'less'
  | 'atMost'
  | 'before'
  | 'notAfter'
  | 'after'
  | 'notBefore'
  | 'contains'
  | 'lacks'
  | 'filled'
  | 'empty';

/**
 * One question to one value. A missing value equals nothing, is neither more nor less, neither before nor after, and contains nothing:
 * the answer is then no – for `unequal`, `lacks` and `empty`, yes. `bare`: as somebody wrote it, without the guard that makes it so.
 */
export type Test =
  | { readonly of: string; readonly is: 'equal' | 'unequal'; readonly value: Literal }
  | { readonly of: string; readonly is: 'more' | 'atLeast' | 'less' | 'atMost'; readonly value: number; readonly bare?: true }
  | {
      readonly of: string;
      readonly is: 'before' | 'notAfter' | 'after' | 'notBefore';
      /** A day, or a moment with its zone; `today` and `now` are when the question is asked. */
      readonly unit: 'day' | 'moment';
      readonly value: string;
      readonly bare?: true;
    }
  | { readonly of: string; readonly is: 'contains' | 'lacks'; readonly value: string; readonly many: boolean; readonly bare?: true }
  /** `many`: the value is a list, which may be there and hold nothing. */
  | { readonly of: string; readonly is: 'filled' | 'empty'; readonly many: boolean };

/** The same question to everybody who did a step of several: the values that were collected from them. */
export interface EachTest {
  readonly who: 'some' | 'every';
  readonly list: string;
  /** Asked of each value; its `of` is empty. */
  readonly test: Test;
  readonly bare?: true;
}

export type Part = Test | EachTest;

/** A condition that can be clicked together: all of its parts hold, or any. At least one part; one part joins as `all`. */
export interface Condition {
  readonly join: 'all' | 'any';
  readonly parts: readonly Part[];
}

export const isEach = (part: Part): part is EachTest => 'who' in part;
