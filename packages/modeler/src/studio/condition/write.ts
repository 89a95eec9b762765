import type { Groups } from './read.ts';
import { type Condition, type EachTest, isEach, type Literal, type Part, type Test } from './condition.ts';

/** The FEEL of a condition: never neither true nor false on values of the fields' types, also where they are missing. */
export function writeCondition({ join, parts }: Condition): string {
  const [first] = parts;
  if (first && parts.length === 1) return written(first).text;
  return parts
    .map(written)
    .map(({ text, whole }) => (whole ? text : `(${text})`))
    .join(join === 'all' ? ' and ' : ' or ');
}

/** The FEEL of a condition of two levels: each group in brackets. */
export function writeGroups({ join, groups }: Groups): string {
  return groups.map((group) => `(${writeCondition(group)})`).join(join === 'all' ? ' and ' : ' or ');
}

interface Written {
  readonly text: string;
  /** It may stand beside others without brackets. */
  readonly whole: boolean;
}

const written = (part: Part): Written => (isEach(part) ? writtenEach(part) : writtenTest(part, part.of));

function writtenEach({ who, list, test, bare }: EachTest): Written {
  const { text, whole } = writtenTest(test, 'r.value');
  const asked = `${who} r in ${list} satisfies ${whole ? text : `(${text})`}`;
  return { text: bare ? asked : `${list} != null and ${asked}`, whole: false };
}

const SIGNS = {
  equal: '=',
  unequal: '!=',
  more: '>',
  atLeast: '>=',
  less: '<',
  atMost: '<=',
  before: '<',
  notAfter: '<=',
  after: '>',
  notBefore: '>=',
} as const;

function writtenTest(test: Test, of: string): Written {
  switch (test.is) {
    case 'equal':
    case 'unequal':
      return { text: `${of} ${SIGNS[test.is]} ${literal(test.value)}`, whole: true };
    case 'more':
    case 'atLeast':
    case 'less':
    case 'atMost':
      return guarded(`${of} ${SIGNS[test.is]} ${literal(test.value)}`, of, test.bare);
    case 'before':
    case 'notAfter':
    case 'after':
    case 'notBefore': {
      const make = test.unit === 'day' ? 'date' : 'date and time';
      return guarded(`${make}(${of}) ${SIGNS[test.is]} ${time(make, test.value)}`, of, test.bare);
    }
    case 'contains':
      return guarded(inside(test, of), of, test.bare);
    case 'lacks':
      return { text: `not(${guarded(inside(test, of), of, test.bare).text})`, whole: true };
    case 'filled':
      return test.many ? { text: `${of} != null and count(${of}) > 0`, whole: false } : { text: `${of} != null`, whole: true };
    case 'empty':
      return test.many ? { text: `${of} = null or count(${of}) = 0`, whole: false } : { text: `${of} = null`, whole: true };
  }
}

/** With a missing value, FEEL's comparisons are neither true nor false; behind the guard they are false. */
const guarded = (text: string, of: string, bare: true | undefined): Written =>
  bare ? { text, whole: true } : { text: `${of} != null and ${text}`, whole: false };

const inside = ({ many, value }: { readonly many: boolean; readonly value: string }, of: string): string =>
  `${many ? 'list contains' : 'contains'}(${of}, ${literal(value)})`;

const time = (make: string, value: string): string => (value === 'today' || value === 'now' ? `${value}()` : `${make}(${literal(value)})`);

/** FEEL reads no exponents: 1e-7 is written out. */
function literal(value: Literal): string {
  if (typeof value === 'string') return JSON.stringify(value);
  const text = String(value);
  return typeof value === 'number' && text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}
