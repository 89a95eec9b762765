import type { Condition, EachTest, Part, Test } from './condition.ts';
import { type Tree, treeOf } from './tree.ts';

/**
 * Reads FEEL back into a condition that can be clicked; undefined where it is anything that cannot. Pure, and linear in the length.
 * What is read is written again with the same meaning, also where a value is missing.
 */
export function readCondition(feel: string): Condition | undefined {
  const tree = treeOf(feel);
  return tree && conditionOf(withoutBrackets(tree));
}

function conditionOf(whole: Tree): Condition | undefined {
  const single = partOf(whole);
  if (single) return { join: 'all', parts: [single] };
  if (whole.kind !== 'and' && whole.kind !== 'or') return undefined;
  const parts = whole.parts.map(partOf).filter((part) => part !== undefined);
  return parts.length === whole.parts.length ? { join: whole.kind === 'and' ? 'all' : 'any', parts } : undefined;
}

/** Several conditions joined by one word more: （a 且 b）或 c. */
export interface Groups {
  readonly join: Condition['join'];
  readonly groups: readonly Condition[];
}

/** Reads FEEL of two levels, each of which could be clicked by itself; undefined where it is anything else, or a condition of one level. */
export function readGroups(feel: string): Groups | undefined {
  const tree = treeOf(feel);
  const whole = tree && withoutBrackets(tree);
  if (!whole || conditionOf(whole) || (whole.kind !== 'and' && whole.kind !== 'or')) return undefined;
  const groups = whole.parts.map((part) => conditionOf(withoutBrackets(part))).filter((group) => group !== undefined);
  return groups.length === whole.parts.length ? { join: whole.kind === 'and' ? 'all' : 'any', groups } : undefined;
}

const withoutBrackets = (tree: Tree): Tree => (tree.kind === 'brackets' ? withoutBrackets(tree.inner) : tree);

const partOf = (tree: Tree): Part | undefined => eachOf(withoutBrackets(tree)) ?? testOf(tree, plainName);

/** Says under which name a value stands; undefined where it is not the value that is asked about. */
type Naming = (tree: Tree | undefined) => string | undefined;

const plainName: Naming = (tree) => (tree?.kind === 'name' && tree.path.length === 1 ? tree.path[0] : undefined);

function eachOf(tree: Tree): EachTest | undefined {
  if (tree.kind === 'and') {
    const [guard, asked] = tree.parts;
    const found = tree.parts.length === 2 && asked ? eachOf(withoutBrackets(asked)) : undefined;
    if (!found?.bare || !guard || presentOf(guard, plainName) !== found.list) return undefined;
    return { who: found.who, list: found.list, test: found.test };
  }
  const list = tree.kind === 'each' ? plainName(tree.list) : undefined;
  if (tree.kind !== 'each' || list === undefined) return undefined;
  const test = testOf(tree.holds, (name) =>
    name?.kind === 'name' && name.path.length === 2 && name.path[0] === tree.as && name.path[1] === 'value' ? '' : undefined,
  );
  return test && { who: tree.who, list, test, bare: true };
}

function testOf(tree: Tree, naming: Naming): Test | undefined {
  const bare = withoutBrackets(tree);
  if (bare.kind === 'and') return guardedOf(bare.parts, naming);
  if (bare.kind === 'or') return emptyListOf(bare.parts, naming);
  if (bare.kind === 'call') return bare.name === 'not' ? lacksOf(bare.given, naming) : containsOf(bare, naming);
  return bare.kind === 'compared' ? (comparedOf(bare, naming) ?? timedOf(bare, naming)) : undefined;
}

type Compared = Extract<Tree, { readonly kind: 'compared' }>;
type Call = Extract<Tree, { readonly kind: 'call' }>;

/** `x != null and …`, where what follows asks the same x and needs the guard. */
function guardedOf(parts: readonly Tree[], naming: Naming): Test | undefined {
  const [guard, asked] = parts;
  if (parts.length !== 2 || !guard || !asked) return undefined;
  const of = presentOf(guard, naming);
  if (of === undefined) return undefined;
  if (countOf(asked, '>', naming) === of) return { of, is: 'filled', many: true };
  const test = testOf(asked, naming);
  if (!test || test.of !== of || !('bare' in test) || test.is === 'lacks') return undefined;
  const { bare: _bare, ...guarded } = test;
  return guarded;
}

/** `x = null or count(x) = 0`. */
function emptyListOf(parts: readonly Tree[], naming: Naming): Test | undefined {
  const [missing, none] = parts;
  if (parts.length !== 2 || missing?.kind !== 'compared' || !none) return undefined;
  const of = isNull(missing.right) && missing.sign === '=' ? naming(missing.left) : undefined;
  return of !== undefined && countOf(none, '=', naming) === of ? { of, is: 'empty', many: true } : undefined;
}

function lacksOf([inner]: readonly Tree[], naming: Naming): Test | undefined {
  const test = inner && testOf(inner, naming);
  return test?.is === 'contains' ? { ...test, is: 'lacks' } : undefined;
}

function containsOf({ name, given }: Call, naming: Naming): Test | undefined {
  const [list, sought] = given;
  const of = naming(list);
  if ((name !== 'contains' && name !== 'list contains') || given.length !== 2 || of === undefined) return undefined;
  if (sought?.kind !== 'literal' || typeof sought.value !== 'string') return undefined;
  return { of, is: 'contains', value: sought.value, many: name === 'list contains', bare: true };
}

const MEASURES: { readonly [sign: string]: readonly [Extract<Test, { value: number }>['is'], TimeTest['is']] } = {
  '>': ['more', 'after'],
  '>=': ['atLeast', 'notBefore'],
  '<': ['less', 'before'],
  '<=': ['atMost', 'notAfter'],
};

type TimeTest = Extract<Test, { readonly unit: string }>;

function comparedOf({ sign, left, right }: Compared, naming: Naming): Test | undefined {
  const of = naming(left);
  if (of === undefined || right.kind !== 'literal') return undefined;
  const { value } = right;
  if (value === null) return sign === '=' || sign === '!=' ? { of, is: sign === '=' ? 'empty' : 'filled', many: false } : undefined;
  if (sign === '=' || sign === '!=') return { of, is: sign === '=' ? 'equal' : 'unequal', value };
  const is = MEASURES[sign]?.[0];
  return is && typeof value === 'number' ? { of, is, value, bare: true } : undefined;
}

function timedOf({ sign, left, right }: Compared, naming: Naming): Test | undefined {
  const is = MEASURES[sign]?.[1];
  if (!is || left.kind !== 'call' || right.kind !== 'call' || left.given.length !== 1) return undefined;
  const of = naming(left.given[0]);
  const unit = left.name === 'date' ? 'day' : left.name === 'date and time' ? 'moment' : undefined;
  const value = timeOf(right, left.name);
  return of === undefined || !unit || value === undefined ? undefined : { of, is, unit, value, bare: true };
}

/** `date("2026-12-01")`, `today()`, and so for moments. */
function timeOf({ name, given }: Call, make: string): string | undefined {
  const [text] = given;
  if (given.length === 0) return (make === 'date' ? name === 'today' : name === 'now') ? name : undefined;
  if (name !== make || given.length !== 1 || text?.kind !== 'literal' || typeof text.value !== 'string') return undefined;
  return (make === 'date' ? /^\d{4}-\d\d-\d\d$/ : /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/).test(text.value) ? text.value : undefined;
}

const isNull = (tree: Tree): boolean => tree.kind === 'literal' && tree.value === null;

/** The value that `x != null` asks about. */
function presentOf(tree: Tree, naming: Naming): string | undefined {
  const bare = withoutBrackets(tree);
  return bare.kind === 'compared' && bare.sign === '!=' && isNull(bare.right) ? naming(bare.left) : undefined;
}

/** The list that `count(x) > 0` asks about, or `= 0`. */
function countOf(tree: Tree, sign: string, naming: Naming): string | undefined {
  const bare = withoutBrackets(tree);
  if (bare.kind !== 'compared' || bare.sign !== sign || bare.right.kind !== 'literal' || bare.right.value !== 0) return undefined;
  return bare.left.kind === 'call' && bare.left.name === 'count' && bare.left.given.length === 1 ? naming(bare.left.given[0]) : undefined;
}
