import { canonical } from '../../words/json.ts';
import type { Data, Json } from '../../words/json.ts';
import type { DecisionTable } from './model.ts';
import type { ReadyTable } from './ready.ts';

/** A rule that hit, by its number from 1, and what it answers, output by output. */
export interface Hit {
  readonly rule: number;
  readonly values: readonly Json[];
}

/** What the hit policy makes of the rules that hit, or which of them contradict each other. */
export type Outcome = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly rules: readonly number[] };

/** The result of a table by its hit policy (DMN 1.3, 8.2.10). At least one rule hit. */
export function outcomeOf(table: DecisionTable, ready: ReadyTable, hits: readonly Hit[]): Outcome {
  const rules = hits.map(({ rule }) => rule);
  const results = hits.map((hit) => resultOf(table, hit.values));
  const [first = null] = results;
  switch (table.hitPolicy) {
    case 'UNIQUE':
      return hits.length === 1 ? { ok: true, value: first } : { ok: false, rules };
    case 'ANY':
      return new Set(results.map((one) => canonical(one))).size === 1 ? { ok: true, value: first } : { ok: false, rules };
    case 'FIRST':
      return { ok: true, value: first };
    case 'PRIORITY':
      return { ok: true, value: inPriority(table, ready, hits)[0] ?? null };
    case 'OUTPUT ORDER':
      return { ok: true, value: inPriority(table, ready, hits) };
    case 'RULE ORDER':
      return { ok: true, value: results };
    case 'COLLECT':
      return aggregated(table, results) ?? { ok: false, rules };
  }
}

/** One output is its value, several are a context with their names. */
export const resultOf = ({ outputs }: DecisionTable, values: readonly Json[]): Json =>
  outputs.length === 1
    ? (values[0] ?? null)
    : (Object.fromEntries(outputs.map(({ name }, column) => [name, values[column] ?? null])) as Data);

/** By the order of the output values: the first output counts most, then the next; of equals the earlier rule comes first. */
function inPriority(table: DecisionTable, { outputs }: ReadyTable, hits: readonly Hit[]): readonly Json[] {
  const rank = (hit: Hit, column: number): number => {
    const { ranks = [] } = outputs[column] ?? {};
    const value = canonical(hit.values[column] ?? null);
    const place = ranks.findIndex((one) => canonical(one) === value);
    return place < 0 ? ranks.length : place;
  };
  const before = (one: Hit, other: Hit): number =>
    outputs.reduce((order, _, column) => order || rank(one, column) - rank(other, column), 0) || one.rule - other.rule;
  return [...hits].sort(before).map(({ values }) => resultOf(table, values));
}

/** All results as a list, or their sum, least, greatest or number; undefined where they cannot be added or compared. */
function aggregated({ aggregation }: DecisionTable, results: readonly Json[]): Outcome | undefined {
  if (aggregation === undefined) return { ok: true, value: results };
  if (aggregation === 'COUNT') return { ok: true, value: results.length };
  if (results.every((one) => typeof one === 'number')) return { ok: true, value: ofNumbers(aggregation, results) };
  if (aggregation === 'SUM' || !results.every((one) => typeof one === 'string')) return undefined;
  // Dates are texts in which the earlier is the lesser.
  const sorted = [...results].sort();
  return { ok: true, value: (aggregation === 'MIN' ? sorted[0] : sorted.at(-1)) ?? null };
}

function ofNumbers(aggregation: 'SUM' | 'MIN' | 'MAX', numbers: readonly number[]): number {
  if (aggregation === 'SUM') return numbers.reduce((sum, one) => sum + one, 0);
  return numbers.reduce((best, one) => (aggregation === 'MIN' ? Math.min(best, one) : Math.max(best, one)));
}
