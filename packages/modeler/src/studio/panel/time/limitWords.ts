import type { Called } from '../who/whoWords.ts';
import { isCounted, type Limit } from './deadline.ts';

/** A time limit in one line: 到这一步起 3 个工作日，提前 1 个工作日提醒. */
export function limitWords(limit: Limit, called: Called): string {
  const { w, language } = called;
  const parts = [
    ...(limit.unit === 'date' && limit.from === 'field' ? [] : [startWords(limit, called)]),
    lengthWords(limit, called),
    ...(limit.warnBefore > 0 ? [w('warnsBefore', { length: counted(limit.warnBefore, limit.unit, called) })] : []),
    ...(limit.until ? [w('untilStep', { step: called.step(limit.until) })] : []),
  ];
  return parts.join(language === 'zh' ? '，' : ', ');
}

function startWords({ from, step, field }: Limit, { w, ...called }: Called): string {
  switch (from) {
    case 'opened':
      return w('fromOpenedShort');
    case 'caseStart':
      return w('fromCaseStartShort');
    case 'completed':
      return w('fromStepShort', { step: called.step(step) });
    case 'field':
      return w('fromFieldShort', { field: called.field(field) });
  }
}

function lengthWords({ amount, unit, field }: Limit, called: Called): string {
  const { w } = called;
  if (isCounted(unit)) return counted(amount, unit, called);
  if (unit === 'sameDay') return w('unitSameDay');
  return unit === 'immediate' ? w('unitImmediate') : w('untilDate', { field: called.field(field) });
}

/** So many of a unit in words; of a date, days. */
export function counted(count: number, unit: Limit['unit'], { w }: Pick<Called, 'w'>): string {
  if (unit === 'wd') return w('workingDaysOf', { count });
  return unit === 'h' ? w('hoursOf', { count }) : w('daysOf', { count });
}
