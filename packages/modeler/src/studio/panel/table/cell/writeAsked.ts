import type { Literal } from '../../../condition/condition.ts';
import type { AskedOf, Unit } from './asked.ts';
import { LISTS } from './readAsked.ts';

const SIGNS = { more: '>', atLeast: '>=', less: '<', atMost: '<=', before: '<', notAfter: '<=', after: '>', notBefore: '>=' } as const;

/** A cell as it stands in the file: FEEL's unary tests. */
export function writeAsked(asked: AskedOf): string {
  switch (asked.is) {
    case 'any':
      return '-';
    case 'equal':
    case 'unequal': {
      const list = asked.values.map((value) => (asked.unit ? timed(String(value), asked.unit) : literal(value))).join(', ');
      return asked.is === 'equal' ? list : `not(${list})`;
    }
    case 'between':
      return `[${literal(asked.from)}..${literal(asked.to)}]`;
    case 'more':
    case 'atLeast':
    case 'less':
    case 'atMost':
      return `${SIGNS[asked.is]} ${literal(asked.value)}`;
    case 'contains':
      return `${asked.many ? 'list contains' : 'contains'}(?, ${literal(asked.value)})`;
    case 'lacks':
      return `not(${asked.many ? 'list contains' : 'contains'}(?, ${literal(asked.value)}))`;
    case 'filled':
    case 'empty':
      if (asked.many) return LISTS.find(([, one]) => one.is === asked.is)?.[0] ?? '-';
      return asked.is === 'filled' ? 'not(null)' : 'null';
    default:
      return `${SIGNS[asked.is]} ${timed(asked.value, asked.unit)}`;
  }
}

const timed = (value: string, unit: Unit): string =>
  value === 'today' || value === 'now' ? `${value}()` : `${unit === 'day' ? 'date' : 'date and time'}(${literal(value)})`;

/** FEEL reads no exponents: 1e-7 is written out. */
export function literal(value: Literal): string {
  if (typeof value === 'string') return JSON.stringify(value);
  const text = String(value);
  return typeof value === 'number' && text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}
