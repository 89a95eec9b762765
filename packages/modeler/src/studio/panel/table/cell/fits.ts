import { comparisonsFor, isList } from '../../condition/comparisons.ts';
import type { Comparison, Literal } from '../../../condition/condition.ts';
import type { Subject } from '../../../condition/subject.ts';
import type { AskedOf } from './asked.ts';

/** How a cell can ask, in the order in which it is offered. */
export type CellComparison = Comparison | 'any' | 'between';

/** The ways in which a cell can ask about values of a type. */
export function cellComparisons(type: Subject['type']): readonly CellComparison[] {
  const [first, ...others] = ['any' as const, ...comparisonsFor(type)];
  const all: readonly CellComparison[] = [first ?? 'any', ...others];
  return type === 'number' || type === 'money' ? [...all.slice(0, 5), 'between', ...all.slice(5)] : all;
}

/** Types of which a cell can name several values. */
export const hasSeveral = ({ type }: Subject): boolean => SEVERAL.has(type);

const SEVERAL: ReadonlySet<string> = new Set(['choice', 'decision', 'text', 'longText', 'opinion', 'unknown']);

/** Whether a cell can be shown in the controls for such values; else it is shown as its text. */
export function fits(asked: AskedOf, subject: Subject): boolean {
  const { type } = subject;
  if (!cellComparisons(type).includes(asked.is)) return false;
  if ('many' in asked) return asked.many === isList(type);
  if ('unit' in asked && asked.unit !== undefined && asked.unit !== (type === 'dateTime' ? 'moment' : 'day')) return false;
  if (asked.is !== 'equal' && asked.is !== 'unequal') return true;
  const timed = type === 'date' || type === 'dateTime';
  if (timed !== (asked.unit !== undefined)) return false;
  return (asked.values.length === 1 || hasSeveral(subject)) && asked.values.every((value) => isOf(value, type));
}

function isOf(value: Literal, type: Subject['type']): boolean {
  if (type === 'yesNo') return typeof value === 'boolean';
  if (type === 'number' || type === 'money') return typeof value === 'number';
  return typeof value === 'string';
}
