import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { en } from '../../../../../packages/modeler/src/studio/panel/table/words/en.ts';
import { zh } from '../../../../../packages/modeler/src/studio/panel/table/words/zh.ts';

const editor = join(process.cwd(), 'packages/modeler/src/studio/panel/table/editor');
const text = readdirSync(editor)
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(editor, file), 'utf8'))
  .join('\n');
const blanks = (words: string): readonly string[] => [...words.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').toSorted();

test('the words of the table editor say the same in both languages, none is empty, and each is used', () => {
  expect(Object.keys(en)).toEqual(Object.keys(zh));
  for (const [key, words] of Object.entries(zh)) {
    const english = new Map<string, string>(Object.entries(en)).get(key) ?? '';
    expect([key, words.trim() === '', english.trim() === '', blanks(english)]).toEqual([key, false, false, blanks(words)]);
    expect([key, new RegExp(`['"]${key}['"]`).test(text)]).toEqual([key, true]);
  }
});

test('what is left blank is filled in wherever it is said', () => {
  const said = [...text.matchAll(/\bsay\(\s*'(\w+)'\s*(?:,\s*\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\})?/g)];
  expect(said.length).toBeGreaterThan(40);
  const words = new Map<string, string>(Object.entries(zh));
  for (const [, key = '', given = ''] of said)
    for (const blank of blanks(words.get(key) ?? '')) expect([key, new RegExp(`\\b${blank}\\b`).test(given)]).toEqual([key, true]);
});
