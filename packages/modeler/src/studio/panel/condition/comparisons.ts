import type { Comparison } from '../../condition/condition.ts';
import type { Subject } from '../../condition/subject.ts';

const OF_TEXT: readonly Comparison[] = ['equal', 'unequal', 'contains', 'lacks', 'filled', 'empty'];
const OF_NUMBER: readonly Comparison[] = ['more', 'atLeast', 'less', 'atMost', 'equal', 'unequal', 'filled', 'empty'];
const OF_ONE: readonly Comparison[] = ['equal', 'unequal', 'filled', 'empty'];
const OF_SEVERAL: readonly Comparison[] = ['contains', 'lacks', 'filled', 'empty'];
const OF_TIME: readonly Comparison[] = ['before', 'notAfter', 'after', 'notBefore', 'filled', 'empty'];
const PRESENT: readonly Comparison[] = ['filled', 'empty'];

const BY_TYPE: { readonly [type in Subject['type']]: readonly Comparison[] } = {
  text: OF_TEXT,
  longText: OF_TEXT,
  opinion: OF_TEXT,
  unknown: OF_TEXT,
  yesNo: ['equal', 'filled', 'empty'],
  choice: OF_ONE,
  decision: ['equal', 'unequal'],
  choices: OF_SEVERAL,
  number: OF_NUMBER,
  money: OF_NUMBER,
  date: ['before', 'notAfter', 'after', 'notBefore', 'equal', 'unequal', 'filled', 'empty'],
  dateTime: OF_TIME,
  person: OF_ONE,
  persons: OF_SEVERAL,
  unit: OF_ONE,
  units: OF_SEVERAL,
  file: PRESENT,
  files: PRESENT,
  table: PRESENT,
  series: PRESENT,
  signature: PRESENT,
};

/** The comparisons that make sense for a value of this type, the most usual first. */
export const comparisonsFor = (type: Subject['type']): readonly Comparison[] => BY_TYPE[type];

const LISTS: ReadonlySet<string> = new Set(['choices', 'persons', 'units', 'files', 'table']);

/** Whether values of this type are lists. */
export const isList = (type: Subject['type']): boolean => LISTS.has(type);
