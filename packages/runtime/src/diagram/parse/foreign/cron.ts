/** Sunday first, as both dialects name them. */
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

const MACROS: { readonly [macro: string]: string } = {
  '@yearly': '0 0 0 1 1 *',
  '@annually': '0 0 0 1 1 *',
  '@monthly': '0 0 0 1 * *',
  '@weekly': '0 0 0 * * SUN',
  '@daily': '0 0 0 * * *',
  '@midnight': '0 0 0 * * *',
  '@hourly': '0 0 * * * *',
};

/** Whether a cycle is written as cron: fields with blanks between. */
export const isCron = (text: string): boolean => text in MACROS || text.trim().split(/\s+/).length >= 5;

/**
 * A cron expression (seconds first, as Quartz and Spring have it) that means even steps in time, as a cycle of ISO 8601 counted from a
 * Monday, 2024-01-01. Undefined where it means no even steps – several hours, a range of days –, or where the two dialects differ, as in
 * the number of a weekday.
 */
export function cronToCycle(text: string): string | undefined {
  const fields = (MACROS[text] ?? text).trim().toUpperCase().split(/\s+/);
  const [seconds = '', minutes = '', hours = '', day = '', month = '', weekday = '', year = '*'] = fields;
  if (fields.length < 6 || fields.length > 7 || year !== '*' || seconds === '') return undefined;
  const second = within(seconds, 59);
  if (second === undefined) return undefined;
  const everyDay = isAny(day) && isAny(month) && isAny(weekday);
  const minute = within(minutes, 59);
  if (minute === undefined) {
    const step = stepIn(minutes, 60);
    return step !== undefined && isAny(hours) && everyDay ? cycle({ second }, `PT${step}M`) : undefined;
  }
  const hour = within(hours, 23);
  if (hour === undefined) {
    const step = stepIn(hours, 24);
    return step !== undefined && everyDay ? cycle({ second, minute }, `PT${step}H`) : undefined;
  }
  const time = { second, minute, hour };
  if (everyDay) return cycle(time, 'P1D');
  const named = DAYS.indexOf(weekday);
  if (isAny(day) && isAny(month) && named >= 0) return cycle({ ...time, day: named === 0 ? 7 : named }, 'P7D');
  // the 29th to the 31st are left out in months that have none, which no even step does
  const date = within(day, 28);
  if (date === undefined || date < 1 || !isAny(weekday)) return undefined;
  if (isAny(month)) return cycle({ ...time, day: date }, 'P1M');
  const which = MONTHS.indexOf(month) + 1 || within(month, 12);
  return which ? cycle({ ...time, day: date, month: which }, 'P1Y') : undefined;
}

const isAny = (field: string): boolean => field === '*' || field === '?';

const within = (field: string, most: number): number | undefined =>
  /^\d{1,2}$/.test(field) && Number(field) <= most ? Number(field) : undefined;

/** `*`, `0/5` or an asterisk and a step; only what divides the whole comes round evenly. */
function stepIn(field: string, whole: number): number | undefined {
  if (field === '*') return 1;
  const [, digits] = /^(?:\*|0)\/(\d{1,2})$/.exec(field) ?? [];
  const step = Number(digits);
  return step > 0 && whole % step === 0 ? step : undefined;
}

interface Begin {
  readonly second: number;
  readonly minute?: number;
  readonly hour?: number;
  readonly day?: number;
  readonly month?: number;
}

function cycle({ second, minute = 0, hour = 0, day = 1, month = 1 }: Begin, period: string): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `R/2024-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}/${period}`;
}
