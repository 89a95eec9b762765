import type { Instant } from '../../words/ids.ts';
import type { Data, Json } from '../../words/json.ts';
import { compile } from '../feel/compile.ts';
import { type Evaluated, calculate } from '../feel/evaluate.ts';
import type { Unclear } from '../feel/fault.ts';
import { ASKED, testsIn } from '../feel/tests.ts';
import type { DecisionTable, Input, Temporal } from './model.ts';

/** An expression that is kept made ready. */
export type Ready = (context: Data, at: Instant) => Evaluated;

/** A test that is kept made ready: whether the value `_asked_` of the context meets it. */
export type ReadyTest = (context: Data, at: Instant) => boolean | Unclear;

/** A table made ready, once for as long as it is held; a thousand rows of ten cells take about a second the first time. */
export interface ReadyTable {
  readonly inputs: readonly { readonly expression: Ready; readonly values: ReadyTest | null }[];
  readonly outputs: readonly { readonly values: ReadyTest | null; readonly ranks: readonly Json[]; readonly otherwise: Ready | null }[];
  readonly rules: readonly { readonly inputs: readonly (ReadyTest | null)[]; readonly outputs: readonly Ready[] }[];
}

const known = new WeakMap<DecisionTable, ReadyTable>();

/** The table made ready. */
export function readyTable(table: DecisionTable): ReadyTable {
  const found = known.get(table) ?? makeTable(table);
  known.set(table, found);
  return found;
}

function makeTable({ inputs, outputs, rules }: DecisionTable): ReadyTable {
  return {
    inputs: inputs.map(({ expression, values, type }) => ({
      expression: readyExpression(expression),
      values: readyTest(values ?? '', type),
    })),
    outputs: outputs.map(({ values, otherwise }) => ({
      values: readyTest(values ?? '', null),
      ranks: values ? ranksOf(values) : [],
      otherwise: otherwise === undefined ? null : readyExpression(otherwise),
    })),
    rules: rules.map((rule) => ({
      inputs: rule.inputs.map((cell, column) => readyTest(cell, inputs[column]?.type ?? null)),
      // An empty answer is none.
      outputs: rule.outputs.map((cell) => readyExpression(cell === '' || cell === '-' ? 'null' : cell)),
    })),
  };
}

/** An expression made ready. */
export function readyExpression(text: string): Ready {
  const compiled = compile(text);
  return (context, at) => calculate(text, compiled, { context, at });
}

/** What is tested: the value, or the date that its text stands for. */
export const valueOf = (type: Input['type']): string => (type ? `${type satisfies Temporal}(${ASKED})` : ASKED);

function readyTest(cell: string, type: Input['type']): ReadyTest | null {
  const tests = testsIn(cell, valueOf(type));
  // What cannot be read is told before publishing, and meets nothing.
  if (!tests.ok) return () => ({ ok: false, reason: tests.fault });
  if (tests.any.length === 0) return null;
  const any = tests.any.map(({ text, beside }) => ({ holds: readyExpression(text), beside }));
  return (context, at) => {
    for (const { holds, beside } of any) {
      if (beside && typeof context[ASKED] === 'boolean') continue;
      const held = holds(context, at);
      if (!held.ok) return held;
      if (held.value === true) return !tests.negated;
    }
    return tests.negated;
  };
}

/** The values of an output in their order, where they are written out one by one. */
function ranksOf(values: string): readonly Json[] {
  const list = readyExpression(`[${values}]`)({}, '1970-01-01T00:00:00Z' as Instant);
  return list.ok && Array.isArray(list.value) ? list.value : [];
}
