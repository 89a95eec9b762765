import type { Instant } from '../../words/ids.ts';
import type { Data, Json } from '../../words/json.ts';
import type { Text } from '../../words/text.ts';
import { ASKED } from '../feel/tests.ts';
import { type Hit, outcomeOf, resultOf } from './hits.ts';
import type { Decision, DecisionFile, DecisionTable } from './model.ts';
import { needed } from './needed.ts';
import { type ReadyTable, readyExpression, readyTable } from './ready.ts';

/** A decision's result and the rules of its table that hit, from 1; or why there is none and which rules of which decision were concerned. */
export type Decided = { readonly ok: true; readonly value: Json; readonly rules: readonly number[] } | Undecided;

export interface Undecided {
  readonly ok: false;
  readonly reason: Text;
  readonly decision: string;
  /** From 1, as the table shows them. */
  readonly rules: readonly number[];
}

/** What a decision is made over: the names it may read, and the moment. */
export interface Given {
  readonly context: Data;
  readonly at: Instant;
}

/**
 * Makes a decision, after those of the same file that it needs. Where no rule hits, and the table says nothing for that, the result is null,
 * and 0 where hits are counted. Pure; a microsecond or two for each cell that is looked at.
 */
export function decide(file: DecisionFile, decision: Decision, { context, at }: Given): Decided {
  const [fault] = file.faults;
  if (fault) return { ok: false, reason: fault, decision: decision.id, rules: [] };
  const results = new Map<string, Extract<Decided, { readonly ok: true }>>();
  const seen: { [name: string]: Json } = {};
  for (const one of needed(file, decision)) {
    for (const other of file.decisions) if (one.needs.includes(other.id)) seen[other.variable] = results.get(other.id)?.value ?? null;
    const decided = decideOne(one, { context: { ...context, ...seen }, at });
    if (!decided.ok) return decided;
    results.set(one.id, decided);
  }
  return results.get(decision.id) ?? { ok: true, value: null, rules: [] };
}

function decideOne({ id, logic }: Decision, given: Given): Decided {
  if (logic.kind === 'table') return decideTable(id, logic, given);
  const result = readyExpression(logic.text)(given.context, given.at);
  return result.ok ? { ok: true, value: result.value, rules: [] } : { ok: false, reason: result.reason, decision: id, rules: [] };
}

function decideTable(decision: string, table: DecisionTable, given: Given): Decided {
  const ready = readyTable(table);
  const asked = askedOf(decision, { table, ready }, given);
  if (!Array.isArray(asked)) return asked as Undecided;
  const hits: Hit[] = [];
  for (const [index, rule] of ready.rules.entries()) {
    const hit = hitBy(rule.inputs, asked, given.at);
    if (typeof hit !== 'boolean') return { ok: false, reason: hit.reason, decision, rules: [index + 1] };
    if (!hit) continue;
    const values = answersOf(ready, rule.outputs, given);
    if (!values.ok) return { ok: false, reason: values.reason, decision, rules: [index + 1] };
    hits.push({ rule: index + 1, values: values.values });
    if (table.hitPolicy === 'FIRST') break;
  }
  if (hits.length === 0) return noHit(decision, { table, ready }, given);
  const outcome = outcomeOf(table, ready, hits);
  return outcome.ok
    ? { ...outcome, rules: hits.map(({ rule }) => rule) }
    : { ok: false, reason: contradiction(table, outcome.rules), decision, rules: outcome.rules };
}

interface Both {
  readonly table: DecisionTable;
  readonly ready: ReadyTable;
}

/** For each column the context in which its cells are tested. */
function askedOf(decision: string, { table, ready }: Both, { context, at }: Given): readonly Data[] | Undecided {
  const asked: Data[] = [];
  for (const [column, { expression, values }] of ready.inputs.entries()) {
    const value = expression(context, at);
    if (!value.ok) return { ok: false, reason: value.reason, decision, rules: [] };
    const seen: Data = { ...context, [ASKED]: value.value };
    const allowed = value.value === null || !values || values(seen, at);
    if (allowed !== true) {
      const { label, values: list = '' } = table.inputs[column] ?? { label: '' };
      const shown = JSON.stringify(value.value).slice(0, 80);
      const reason = {
        zh: `“${label}”的值 ${shown} 不在允许的范围（${list}）内`,
        en: `The value ${shown} of “${label}” is not one of ${list}`,
      };
      return { ok: false, reason, decision, rules: [] };
    }
    asked.push(seen);
  }
  return asked;
}

function hitBy(tests: ReadyTable['rules'][number]['inputs'], asked: readonly Data[], at: Instant) {
  for (const [column, test] of tests.entries()) {
    const held = test === null || test(asked[column] ?? {}, at);
    if (held !== true) return held;
  }
  return true;
}

type Answers = { readonly ok: true; readonly values: readonly Json[] } | { readonly ok: false; readonly reason: Text };

function answersOf(ready: ReadyTable, cells: ReadyTable['rules'][number]['outputs'], { context, at }: Given): Answers {
  const values: Json[] = [];
  for (const [column, cell] of cells.entries()) {
    const value = cell(context, at);
    if (!value.ok) return value;
    const allowed = ready.outputs[column]?.values?.({ ...context, [ASKED]: value.value }, at) ?? true;
    if (allowed !== true) return { ok: false, reason: typeof allowed === 'object' ? allowed.reason : notAllowed(value.value) };
    values.push(value.value);
  }
  return { ok: true, values };
}

const notAllowed = (value: Json): Text => {
  const shown = JSON.stringify(value).slice(0, 80);
  return { zh: `结果 ${shown} 不在列出的结果之中`, en: `The answer ${shown} is not one of those that are listed` };
};

function noHit(decision: string, { table, ready }: Both, { context, at }: Given): Decided {
  if (ready.outputs.every(({ otherwise }) => otherwise === null))
    return { ok: true, value: table.aggregation === 'COUNT' ? 0 : null, rules: [] };
  const values: Json[] = [];
  for (const { otherwise } of ready.outputs) {
    const value = otherwise ? otherwise(context, at) : ({ ok: true, value: null } as const);
    if (!value.ok) return { ok: false, reason: value.reason, decision, rules: [] };
    values.push(value.value);
  }
  return { ok: true, value: resultOf(table, values), rules: [] };
}

function contradiction({ hitPolicy, aggregation }: DecisionTable, rules: readonly number[]): Text {
  const [zh, en] = [rules.join('、'), rules.join(', ')];
  if (hitPolicy === 'UNIQUE') return { zh: `第 ${zh} 行同时符合，而只应有一行符合`, en: `Rows ${en} apply together, and only one should` };
  if (hitPolicy === 'ANY') return { zh: `第 ${zh} 行同时符合，结果却不同`, en: `Rows ${en} apply together with different answers` };
  return {
    zh: `第 ${zh} 行的结果不能合计（${aggregation ?? ''}）`,
    en: `The answers of rows ${en} cannot be put together by ${aggregation ?? ''}`,
  };
}
