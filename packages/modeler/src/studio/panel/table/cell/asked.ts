import type { Literal } from '../../../condition/condition.ts';

/** A day, or a moment with its zone, that a value is compared with; without one it is the value as it stands. */
export type Unit = 'day' | 'moment';

/** What a cell of a table asks of its column's value, as it can be clicked together. */
export type AskedOf =
  | { readonly is: 'any' }
  | { readonly is: 'equal' | 'unequal'; readonly values: readonly Literal[]; readonly unit?: Unit }
  | { readonly is: 'more' | 'atLeast' | 'less' | 'atMost'; readonly value: number }
  /** Both ends belong to it. */
  | { readonly is: 'between'; readonly from: number; readonly to: number }
  | { readonly is: 'before' | 'notAfter' | 'after' | 'notBefore'; readonly unit: Unit; readonly value: string }
  | { readonly is: 'contains' | 'lacks'; readonly value: string; readonly many: boolean }
  | { readonly is: 'filled' | 'empty'; readonly many: boolean };
