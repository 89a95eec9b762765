import { firstValue } from '../../condition/draft.ts';
import { isList } from '../../condition/comparisons.ts';
import type { Literal } from '../../../condition/condition.ts';
import type { Subject } from '../../../condition/subject.ts';
import type { AskedOf } from './asked.ts';
import { type CellComparison, hasSeveral } from './fits.ts';

/** A cell while it is clicked together: it may still lack what it compares with. */
export interface CellDraft {
  readonly is: CellComparison;
  readonly values: readonly Literal[];
  /** Between two: the other end. */
  readonly to: Literal | null;
}

/** What the controls show of a cell. */
export function draftOf(asked: AskedOf): CellDraft {
  if (asked.is === 'between') return { is: 'between', values: [asked.from], to: asked.to };
  const values = 'values' in asked ? asked.values : 'value' in asked ? [asked.value] : [];
  return { is: asked.is, values, to: null };
}

/** The same cell asked in another way: values stay where they can. */
export function comparedBy(draft: CellDraft, is: CellComparison, subject: Subject): CellDraft {
  if (is === 'any' || is === 'filled' || is === 'empty') return { is, values: [], to: null };
  const first = is === 'between' ? null : firstValue(subject, is);
  const kept = draft.values.length > 0 ? draft.values : first === null ? [] : [first];
  const several = (is === 'equal' || is === 'unequal') && hasSeveral(subject);
  return { is, values: several ? kept : kept.slice(0, 1), to: draft.to };
}

/** The cell of a draft; undefined while it lacks something. */
export function askedOf({ is, values, to }: CellDraft, { type }: Subject): AskedOf | undefined {
  const [value] = values;
  switch (is) {
    case 'any':
      return { is };
    case 'filled':
    case 'empty':
      return { is, many: isList(type) };
    case 'between':
      return typeof value === 'number' && typeof to === 'number' ? { is, from: Math.min(value, to), to: Math.max(value, to) } : undefined;
    case 'equal':
    case 'unequal':
      if (values.length === 0 || value === '') return undefined;
      return { is, values, ...(type === 'date' ? { unit: 'day' as const } : type === 'dateTime' ? { unit: 'moment' as const } : {}) };
    case 'more':
    case 'atLeast':
    case 'less':
    case 'atMost':
      return typeof value === 'number' ? { is, value } : undefined;
    case 'contains':
    case 'lacks':
      return typeof value === 'string' && value !== '' ? { is, value, many: isList(type) } : undefined;
    default:
      return typeof value === 'string' && value !== '' ? { is, unit: type === 'dateTime' ? 'moment' : 'day', value } : undefined;
  }
}
