import { asText, asValue } from '../xml/references.ts';
import type { XmlElement } from '../xml/node.ts';
import { partsOf } from './grid.ts';

/** A piece of a file and what stands there instead. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A file with some pieces of it replaced; all else stays as it was, to the byte. Pieces do not overlap. */
export function edited(source: string, edits: readonly Edit[]): string {
  let text = '';
  let at = 0;
  for (const edit of [...edits].sort((one, other) => one.from - other.from)) {
    text += source.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return text + source.slice(at);
}

/** The line break and blanks before an element, which what is written beside it begins with, too. */
export const leadOf = (source: string, { from }: XmlElement): string => /\r?\n[ \t]*$/.exec(source.slice(0, from))?.[0] ?? '';

/** Takes an element away, with the line that it stands on. */
export const without = (source: string, element: XmlElement): Edit => ({
  from: element.from - leadOf(source, element).length,
  to: element.to,
  text: '',
});

/** Puts an attribute, or takes it away where it is empty. */
export function putValue(element: XmlElement, name: string, value: string): readonly Edit[] {
  const old = element.attributes.find((one) => one.name === name);
  if (!old && value === '') return [];
  if (!old) {
    const at = element.from + 1 + element.name.length;
    return [{ from: at, to: at, text: ` ${name}="${asValue(value)}"` }];
  }
  // With the blank before it, and the quote behind.
  return value === '' ? [{ from: old.nameFrom - 1, to: old.to + 1, text: '' }] : [{ from: old.from, to: old.to, text: asValue(value) }];
}

/** Puts the `text` of a cell or an expression. */
export function putText(source: string, element: XmlElement, text: string): Edit {
  const old = partsOf(element, 'text')[0];
  if (old && old.headTo < old.to) return { from: old.headTo, to: old.tailFrom, text: asText(text) };
  if (old) return { from: old.from, to: old.to, text: written(element, 'text', { inner: asText(text) }) };
  if (element.headTo < element.to)
    return { from: element.headTo, to: element.headTo, text: written(element, 'text', { inner: asText(text) }) };
  const head = source.slice(element.from, element.headTo).replace(/\s*\/>$/, '>');
  return { from: element.from, to: element.to, text: `${head}${written(element, 'text', { inner: asText(text) })}</${element.name}>` };
}

/** What an element that is written holds: attributes by name, of which empty ones are left out, and XML inside. */
export interface Holding {
  readonly inner?: string;
  readonly attributes?: readonly (readonly [string, string])[];
}

/** An element of DMN as it is written beside others: with the prefix that this file gives to DMN. */
export function written(beside: XmlElement, local: string, { inner = '', attributes = [] }: Holding): string {
  const colon = beside.name.indexOf(':');
  const name = colon < 0 ? local : `${beside.name.slice(0, colon)}:${local}`;
  const said = attributes.flatMap(([key, value]) => (value === '' ? [] : [` ${key}="${asValue(value)}"`])).join('');
  return inner === '' ? `<${name}${said} />` : `<${name}${said}>${inner}</${name}>`;
}

/** Ids that nothing of a file has yet. */
export function freshIds(source: string): (word: string) => string {
  const taken = new Set([...source.matchAll(/\bid\s*=\s*["']([^"']*)["']/g)].map(([, id = '']) => id));
  const last = new Map<string, number>();
  return (word) => {
    let number = (last.get(word) ?? 0) + 1;
    while (taken.has(`${word}_${number}`)) number += 1;
    last.set(word, number);
    return `${word}_${number}`;
  };
}
