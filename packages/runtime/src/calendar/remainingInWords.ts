import { instant, milliseconds } from '../words/clock.ts';
import type { Instant } from '../words/ids.ts';
import type { Language, Text } from '../words/text.ts';
import { inLanguage } from '../words/text.ts';
import { dayOf } from './day.ts';
import type { Remaining } from './remaining.ts';

/** What is left, as the board says it: 剩 1 个工作日, 已超 2 个工作日, 今天 17:30 到期. */
export const remainingInWords = (left: Remaining, language: Language): string => inLanguage(remainingText(left), language);

/** What is left, in both languages. */
export function remainingText(left: Remaining): Text {
  if (left.state === 'today' && left.unit === 'h') {
    const time = timeOf(left.due);
    return { zh: `今天 ${time} 到期`, en: `due today at ${time}` };
  }
  if (left.state === 'late' && left.unit === 'min' && left.amount === 0) return { zh: '刚刚到期', en: 'due just now' };
  const { zh, en } = amountOf(left);
  return left.state === 'late' ? { zh: `已超 ${zh}`, en: `${en} late` } : { zh: `剩 ${zh}`, en: `${en} left` };
}

function amountOf({ unit, amount }: Remaining): { readonly zh: string; readonly en: string } {
  const many = amount === 1 ? '' : 's';
  switch (unit) {
    case 'wd':
      return { zh: `${amount} 个工作日`, en: `${amount} working day${many}` };
    case 'h':
      return { zh: `${amount} 小时`, en: `${amount} hour${many}` };
    case 'min':
      return amount === 0 ? { zh: '不到 1 分钟', en: 'less than a minute' } : { zh: `${amount} 分钟`, en: `${amount} minute${many}` };
  }
}

/** The clock time in Asia/Shanghai; midnight is the 24:00 of the day that it ends. */
function timeOf(due: Instant): string {
  const inShanghai = instant(milliseconds(due) + 8 * 3_600_000).slice(11, 16);
  return inShanghai === '00:00' && dayOf(due) !== dayOf(instant(milliseconds(due) - 1)) ? '24:00' : inShanghai;
}
