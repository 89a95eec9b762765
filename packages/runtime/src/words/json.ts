/** A value that survives a JSON round trip. Money is in fen, dates are ISO text. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Named values of one scope: of a case, of a called definition or of one item of a multi-instance. */
export type Data = { readonly [key: string]: Json };

/** Names that would reach an object's prototype; refused wherever a name comes from outside. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a name may be a key of data. */
export const isSafeKey = (key: string): boolean => !RESERVED.has(key);

/** JSON text with sorted keys and no white space: equal values give equal text, so that it can be digested. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value as { readonly [key: string]: Json | undefined }).filter(
      (entry): entry is [string, Json] => entry[1] !== undefined,
    );
    entries.sort(([left], [right]) => (left < right ? -1 : 1));
    return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** Whether two values are the same JSON. */
export const sameJson = (left: Json | undefined, right: Json | undefined): boolean =>
  left === undefined || right === undefined ? left === right : canonical(left) === canonical(right);
