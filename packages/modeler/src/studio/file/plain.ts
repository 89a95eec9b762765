import type { ModdleElement } from './moddle.ts';

/** One of our words as plain data: its properties by name, its parts (`names`, `options`, `fields` …) as lists of the same. */
export interface Plain {
  readonly [property: string]: string | number | boolean | undefined | readonly Plain[];
}

/** What a word says, as plain data; properties that it does not have are absent. */
export function plainOf(word: ModdleElement | undefined): Plain {
  const entries = (word?.$descriptor.properties ?? []).flatMap(({ name, ns, isMany }) => {
    const value = word?.get(name);
    if (isMany) return Array.isArray(value) && value.length > 0 ? [[ns.localName, value.map((part: ModdleElement) => plainOf(part))]] : [];
    return value === undefined || value === null ? [] : [[ns.localName, value]];
  });
  return Object.fromEntries(entries) as Plain;
}

/** Whether two say the same; what is empty counts as absent. */
export const same = (one: Plain, other: Plain): boolean => JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));

function ordered(plain: Plain): unknown {
  return Object.entries(plain)
    .filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, value]) => [name, Array.isArray(value) ? value.map((part: Plain) => ordered(part)) : value]);
}
