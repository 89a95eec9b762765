import type { Json } from '@guicheng/server/contract';

/** What stands in a form: by field. */
export type Values = { readonly [field: string]: Json };

/** Text, where a field holds one; empty where it holds nothing. */
export const textOf = (value: Json): string => (typeof value === 'string' ? value : '');

/** The ids in a field that holds several. */
export const idsOf = (value: Json): readonly string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);

/** Nothing was filled in: no value, an empty text, an empty list. */
export const isBlank = (value: Json | undefined): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Whether two values of a field are the same; the order of keys does not matter. */
export function sameValue(one: Json | undefined, other: Json | undefined): boolean {
  if (isBlank(one) && isBlank(other)) return true;
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') return one === other;
  const [left, right] = [Object.entries(one), Object.entries(other)];
  const found = new Map<string, Json>(right);
  return left.length === right.length && left.every(([key, value]) => found.has(key) && sameValue(value, found.get(key)));
}
