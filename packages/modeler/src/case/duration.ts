import type { Text } from '@guicheng/server/contract';

const MINUTE = 60_000;

/** How long it took, in the two largest units that say something: 3 天 4 小时, 25 分钟. From and to are ISO 8601. */
export function durationText(from: string, to: string): Text {
  const minutes = Math.floor((Date.parse(to) - Date.parse(from)) / MINUTE);
  if (!(minutes >= 1)) return { zh: '不到 1 分钟', en: 'less than a minute' };
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  if (days > 0)
    return hours > 0 && days < 10 ? { zh: `${days} 天 ${hours} 小时`, en: `${days} d ${hours} h` } : { zh: `${days} 天`, en: `${days} d` };
  if (hours > 0)
    return rest > 0 ? { zh: `${hours} 小时 ${rest} 分`, en: `${hours} h ${rest} min` } : { zh: `${hours} 小时`, en: `${hours} h` };
  return { zh: `${rest} 分钟`, en: `${rest} min` };
}
