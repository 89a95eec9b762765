import type { Instant } from '../../words/ids.ts';
import type { Data, Json } from '../../words/json.ts';
import type { Decide } from '../model.ts';
import { chosen } from './chosen.ts';
import { type Undecided, decide } from './decide.ts';
import type { DecisionFile } from './model.ts';

/** What a step's decision gives its output mappings to read: `result` and the members of a context by their names. */
export type Answered = { readonly ok: true; readonly values: Data } | Undecided;

/** Makes the decision that a step asks for. */
export function answer(tables: readonly DecisionFile[], job: Decide, given: { readonly context: Data; readonly at: Instant }): Answered {
  const found = chosen(tables, job);
  if (!found) {
    const reason = { zh: `没有决策表“${job.table}”`, en: `There is no decision table “${job.table}”` };
    return { ok: false, reason, decision: job.decision ?? job.table, rules: [] };
  }
  const decided = decide(found.file, found.decision, given);
  return decided.ok ? { ok: true, values: { ...membersOf(decided.value), result: decided.value } } : decided;
}

const membersOf = (value: Json): Data => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {});
