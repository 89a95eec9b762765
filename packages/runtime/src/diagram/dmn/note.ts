import type { Data, Json } from '../../words/json.ts';
import type { Decide } from '../model.ts';

/** What is noted of a decision, for people: by which table and which of its rules, and what was written in which order. */
export interface DecidedNote {
  readonly table: string;
  /** From 1; none where no rule hit. */
  readonly rules: readonly number[];
  readonly gave: readonly { readonly field: string; readonly value: Json }[];
}

/** The note of a decision that a step has made. */
export const noteOf = ({ table }: Decide, rules: readonly number[], values: Data): DecidedNote & Data => ({
  table,
  rules,
  gave: Object.entries(values).map(([field, value]) => ({ field, value })),
});
