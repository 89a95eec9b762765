/** A value that survives a JSON round trip. Money is in fen, dates are ISO text. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Named values of one scope: of a case, of a called definition or of one item of a multi-instance. */
export type Data = { readonly [key: string]: Json };

/** Names that would reach an object's prototype; refused wherever a name comes from outside. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a name may be a key of data. */
export const isSafeKey = (key: string): boolean => !RESERVED.has(key);

/** Texts that JSON writes as they are; looking is cheaper than having them written. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

/** JSON text with sorted keys and no white space: equal values give equal text, so that it can be digested. Members without a value are left out. */
export function canonical(value: Json): string {
  if (typeof value === 'string') return PLAIN.test(value) ? `"${value}"` : JSON.stringify(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  // Put together as text, with no lists in between: everything that is committed goes through here.
  let text = '';
  if (Array.isArray(value)) {
    for (const member of value as readonly Json[]) text += text === '' ? canonical(member) : `,${canonical(member)}`;
    return `[${text}]`;
  }
  const members = value as { readonly [key: string]: Json | undefined };
  for (const key of Object.keys(members).sort()) {
    const member = members[key];
    if (member !== undefined) text += `${text === '' ? '' : ','}${quoted(key)}:${canonical(member)}`;
  }
  return `{${text}}`;
}

/** Keys in quotation marks: names of our own that come again and again, and no more of them than a few thousand. */
const known = new Map<string, string>();

function quoted(key: string): string {
  const found = known.get(key);
  if (found !== undefined) return found;
  const text = JSON.stringify(key);
  if (known.size < 4096) known.set(key, text);
  return text;
}

/** Whether two values are the same JSON. */
export const sameJson = (left: Json | undefined, right: Json | undefined): boolean =>
  left === undefined || right === undefined ? left === right : canonical(left) === canonical(right);
