import type { Instant } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';
import { ASKED, testsIn } from '../feel/tests.ts';
import { type FeelNode, feelNodes, testsTree } from '../feel/tree.ts';
import type { DecisionTable, Input } from './model.ts';
import { readyExpression, valueOf } from './ready.ts';

/** More rules are not compared: their pairs would be too many. */
const COMPARED = 100;

/** Pairs that are told. */
const TOLD = 3;

const AT = '2026-01-01T00:00:00Z' as Instant;

/**
 * Pairs of rules, from 1, that hit for the same values, as far as that can be seen from what is written in the cells: each column is tried
 * with its own values, and with ones between and beyond its numbers. Rules with cells that read data are left out.
 */
export function overlaps({ inputs, rules }: DecisionTable): readonly (readonly [number, number])[] {
  if (rules.length > COMPARED) return [];
  const met = inputs.map((input, column) =>
    metIn(
      input,
      rules.map((rule) => rule.inputs[column] ?? ''),
    ),
  );
  const found: [number, number][] = [];
  for (const one of rules.keys()) {
    for (let other = one + 1; other < rules.length && found.length < TOLD; other += 1) {
      if (met.every((column) => meet(column[one], column[other]))) found.push([one + 1, other + 1]);
    }
  }
  return found;
}

/** The probes that a cell is met by; undefined where it cannot be told without data. */
type Met = ReadonlySet<number> | 'any' | undefined;

const meet = (one: Met, other: Met): boolean => {
  if (one === undefined || other === undefined) return false;
  if (one === 'any' || other === 'any') return one === 'any' || one.size > 0 ? other === 'any' || other.size > 0 : false;
  return [...one].some((probe) => other.has(probe));
};

function metIn({ type }: Input, cells: readonly string[]): readonly Met[] {
  const probes = probesIn(cells);
  return cells.map((cell): Met => {
    const tests = testsIn(cell, valueOf(type));
    if (!tests.ok || readsData(cell)) return undefined;
    if (tests.any.length === 0) return 'any';
    const any = tests.any.map(({ text }) => readyExpression(text));
    const holds = (value: Json): boolean =>
      any.some((test) => {
        const held = test({ [ASKED]: value }, AT);
        return held.ok && held.value === true;
      });
    return new Set(probes.flatMap((value, index) => (holds(value) !== tests.negated ? [index] : [])));
  });
}

const readsData = (cell: string): boolean =>
  feelNodes(testsTree(cell)).some(
    ({ name, text }) =>
      name === 'VariableName' && !/^(not|date|time|date and time|duration|contains|starts with|ends with|list contains)$/.test(text),
  );

/** Values written in a column, and for numbers those beside and between them. */
function probesIn(cells: readonly string[]): readonly Json[] {
  const nodes = cells.flatMap((cell) => (cell === '' || cell === '-' ? [] : feelNodes(testsTree(cell))));
  const texts = nodes.filter(({ name }) => name === 'StringLiteral').map(({ text }) => text.slice(1, -1));
  const numbers = [...new Set(nodes.filter(isNumber).flatMap(({ text }) => [Number(text), -Number(text)]))].sort(
    (one, other) => one - other,
  );
  const between = numbers.map((number, place) => (number + (numbers[place + 1] ?? number + 2)) / 2);
  const beyond = numbers[0] === undefined ? [] : [numbers[0] - 1];
  const flags = nodes.some(({ name }) => name === 'BooleanLiteral') ? [true, false] : [];
  return [...new Set(texts), ...numbers, ...between, ...beyond, ...flags, ' '];
}

const isNumber = ({ name, text }: FeelNode): boolean => name === 'NumericLiteral' && Number.isFinite(Number(text));
