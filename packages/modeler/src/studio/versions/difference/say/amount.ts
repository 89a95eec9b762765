import type { Both } from '../kindOf.ts';

/** So many of a unit of time: 3 个工作日. */
export function amount(count: string, unit: string): Both {
  const many = count === '1' ? '' : 's';
  switch (unit) {
    case 'd':
      return { zh: `${count} 天`, en: `${count} day${many}` };
    case 'h':
      return { zh: `${count} 小时`, en: `${count} hour${many}` };
    case 'sameDay':
      return { zh: '当日', en: 'the same day' };
    case 'immediate':
      return { zh: '立即', en: 'at once' };
    case 'date':
      return { zh: '所填日期当日', en: 'the day in the field' };
    default:
      return { zh: `${count} 个工作日`, en: `${count} working day${many}` };
  }
}
