import { Wrong } from './fault.ts';

const NAMED: { readonly [name: string]: string } = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The text between two offsets with its references read; in an attribute's value, line breaks and tabs are spaces. */
export function decoded(
  source: string,
  { from, to, spaces = false }: { readonly from: number; readonly to: number; readonly spaces?: boolean },
): string {
  const raw = source.slice(from, to);
  const text = spaces ? raw.replace(/\r\n|[\t\r\n]/g, ' ') : raw;
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&\s]*)(;?)/g, (reference: string, name: string, end: string) => {
    const character = end === '' ? undefined : meaning(name);
    if (character === undefined) throw new Wrong({ fault: 'reference', at: source.indexOf(reference, from), name: reference });
    return character;
  });
}

function meaning(name: string): string | undefined {
  const number = /^#(?:x([0-9a-f]+)|([0-9]+))$/i.exec(name);
  if (!number) return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  const code = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** A text as it can stand between tags. */
export const asText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(']]>', ']]&gt;');

/** A text as it can stand in an attribute, whichever its quotes. */
export const asValue = (text: string): string => text.replace(/[&<>"'\t\r\n]/g, (character) => `&${WRITTEN.get(character) ?? ''};`);

const WRITTEN = new Map([
  ...Object.entries(NAMED).map(([name, character]) => [character, name] as const),
  ['\t', '#9'],
  ['\n', '#10'],
  ['\r', '#13'],
]);
