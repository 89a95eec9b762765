import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const SOURCE = join(process.cwd(), 'packages/modeler/src');

/** The room of a style sheet: `case`, `studio/panel`. */
const roomOf = (file: string): string =>
  file
    .split('/')
    .slice(0, file.startsWith('studio/') && file.split('/').length > 2 ? 2 : 1)
    .join('/');

/** The classes that a style sheet gives a look of their own. */
const classesIn = (css: string): readonly string[] =>
  [...css.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}@;]+)\{/g)]
    .flatMap((rule) => (rule[1] ?? '').split(','))
    .map((selector) => selector.trim())
    .filter((selector) => /^\.gc-[\w-]+$/.test(selector));

test('a class has its look from one room: style sheets stay when one goes from room to room', () => {
  const rooms = new Map<string, Set<string>>();
  const sheets = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));
  for (const sheet of sheets)
    for (const name of classesIn(readFileSync(join(SOURCE, sheet), 'utf8')))
      rooms.set(name, (rooms.get(name) ?? new Set()).add(roomOf(sheet)));
  expect(rooms.size).toBeGreaterThan(200);
  expect([...rooms].filter(([, found]) => found.size > 1).map(([name, found]) => [name, [...found]])).toEqual([]);
});
