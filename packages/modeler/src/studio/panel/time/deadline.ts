import type { LimitUnit } from '@guicheng/runtime/checking';
import { wordsIn } from '../../file/extension.ts';
import { flowElementsOf, processOf } from '../../file/process.ts';
import { textAt, type Drawn } from '../../file/moddle.ts';
import type { Plain } from '../../file/plain.ts';

export type ClockStart = 'opened' | 'caseStart' | 'completed' | 'field';

/** A time limit as it stands in the file, with what the vocabulary takes for absent values. */
export interface Limit {
  readonly from: ClockStart;
  readonly step: string;
  readonly field: string;
  readonly amount: number;
  readonly unit: LimitUnit;
  readonly warnBefore: number;
  readonly until: string;
}

const text = (value: Plain[string]): string => (typeof value === 'string' ? value : '');
const number = (value: Plain[string]): number => (typeof value === 'number' ? value : 0);

/** From a `gc:deadline`. */
export const limitOf = (plain: Plain): Limit => ({
  from: (text(plain['from']) || 'opened') as ClockStart,
  step: text(plain['step']),
  field: text(plain['field']),
  amount: number(plain['amount']),
  unit: (text(plain['unit']) || 'wd') as LimitUnit,
  warnBefore: number(plain['warnBefore']),
  until: text(plain['until']),
});

/** The word with another limit; what is not asked here – its id, names, condition, the paper's words – stays. */
export const withLimit = (plain: Plain, limit: Limit): Plain => ({
  ...plain,
  from: limit.from,
  step: limit.from === 'completed' ? limit.step : undefined,
  field: limit.from === 'field' ? limit.field : undefined,
  amount: limit.amount,
  unit: limit.unit,
  warnBefore: isCounted(limit.unit) || limit.unit === 'date' ? limit.warnBefore || undefined : undefined,
  until: limit.until || undefined,
});

/** Whether so many of the unit are counted; the others name a moment by themselves. */
export const isCounted = (unit: LimitUnit): boolean => unit === 'wd' || unit === 'd' || unit === 'h';

/** From another start, complete at once: the likeliest step or field, and the day itself where a field names it. */
export function startingAt(limit: Limit, from: ClockStart, first: { readonly step: string; readonly field: string }): Limit {
  const unit = from === 'field' ? 'date' : limit.unit === 'date' ? 'wd' : limit.unit;
  return {
    ...limit,
    from,
    step: limit.step || first.step,
    field: limit.field || first.field,
    unit,
    amount: isCounted(unit) ? limit.amount || 3 : 0,
  };
}

/** In another unit; what is counted is counted at least once. */
export const inUnit = (limit: Limit, unit: LimitUnit): Limit => ({ ...limit, unit, amount: isCounted(unit) ? limit.amount || 1 : 0 });

/** A new limit of three working days for a step, under an id that the file does not have yet. */
export function newDeadline(element: Drawn): Plain {
  const taken = new Set(
    flowElementsOf(processOf(element)).flatMap((one) => [one.id, ...wordsIn(one, 'gc:Deadline').map((word) => textAt(word, 'id'))]),
  );
  const stem = `${element.businessObject.id ?? ''}_due`;
  let id = stem;
  for (let n = 2; taken.has(id); n += 1) id = `${stem}${n}`;
  return {
    id,
    name: '办理时限',
    names: [{ lang: 'en', text: 'Time limit' }],
    from: 'opened',
    amount: 3,
    unit: 'wd',
    warnBefore: 1,
  };
}
