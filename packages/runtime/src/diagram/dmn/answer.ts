import type { Instant } from '../../words/ids.ts';
import type { Data, Json } from '../../words/json.ts';
import type { Decide } from '../model.ts';
import { chosen } from './chosen.ts';
import { type Undecided, decide } from './decide.ts';
import type { Decision, DecisionFile } from './model.ts';

/**
 * What a step's decision gives its output mappings to read: `result` and the members of a context by their names; and the rules that hit.
 * Where the step needs an answer, a table of which no rule hits gives none.
 */
export type Answered = { readonly ok: true; readonly values: Data; readonly rules: readonly number[] } | Undecided;

/** Makes the decision that a step asks for. */
export function answer(tables: readonly DecisionFile[], job: Decide, given: { readonly context: Data; readonly at: Instant }): Answered {
  const found = chosen(tables, job);
  if (!found) {
    const reason = { zh: `没有决策表“${job.table}”`, en: `There is no decision table “${job.table}”` };
    return { ok: false, reason, decision: job.decision ?? job.table, rules: [] };
  }
  const decided = decide(found.file, found.decision, given);
  if (!decided.ok) return decided;
  const { value, rules } = decided;
  if (job.required && value === null && rules.length === 0) return noRule(found.file, found.decision);
  return { ok: true, values: { ...membersOf(value), result: value }, rules };
}

function noRule({ key, name }: DecisionFile, { id: decision }: Decision): Undecided {
  const [zh, en] = [name.zh || key, name.en || name.zh || key];
  return { ok: false, reason: { zh: `“${zh}”没有一行符合`, en: `No row of “${en}” applies` }, decision, rules: [] };
}

const membersOf = (value: Json): Data => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {});
