import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin';
import type { Json } from '../../words/json.ts';

/** A FEEL value as JSON: dates, times and durations as ISO text. Undefined where there is none: functions, ranges, infinite numbers. */
export function toJson(value: unknown): Json | undefined {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (value instanceof FeelDateTime) return value.toString().replace(/@.*$/, '');
  if (value instanceof FeelDate || value instanceof FeelTime || value instanceof FeelDuration) return value.toString();
  if (Array.isArray(value)) return listOf(value);
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) return contextOf(value);
  return undefined;
}

function listOf(values: readonly unknown[]): Json | undefined {
  const list: Json[] = [];
  for (const value of values) {
    const json = toJson(value);
    if (json === undefined) return undefined;
    list.push(json);
  }
  return list;
}

function contextOf(value: object): Json | undefined {
  const entries: [string, Json][] = [];
  for (const [key, member] of Object.entries(value)) {
    const json = toJson(member);
    if (json === undefined) return undefined;
    entries.push([key, json]);
  }
  return Object.fromEntries(entries);
}
