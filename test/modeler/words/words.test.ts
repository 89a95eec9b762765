import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { createInstance } from 'i18next';
import { en } from '../../../packages/modeler/src/words/en.ts';
import { i18n } from '../../../packages/modeler/src/words/i18n.ts';
import { zh } from '../../../packages/modeler/src/words/zh.ts';

const source = fileURLToPath(new URL('../../../packages/modeler/src', import.meta.url));
const files = readdirSync(source, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name));
const texts = files.map((entry) => ({
  name: entry.name,
  folder: entry.parentPath,
  text: readFileSync(join(entry.parentPath, entry.name), 'utf8'),
}));
const outsideWords = texts.filter(({ folder }) => !folder.startsWith(join(source, 'words')));
/** The table's editor has words of its own, which the compiler checks. */
const asking = outsideWords.filter(({ text }) => !text.includes('useTableWords'));
const blanks = (text: string): readonly string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').toSorted();

const zhOf = (key: string): string => new Map<string, string>(Object.entries(zh)).get(key) ?? '';

describe('The words of the screen', () => {
  test('are the same in both languages, key by key', () => {
    const english = Object.keys(en).filter((key) => !key.endsWith('_one'));
    expect(english.toSorted()).toEqual(Object.keys(zh).toSorted());
  });

  test('are never empty', () => {
    const empty = [...Object.entries(zh), ...Object.entries(en)].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  test('leave the same blanks to be filled in, in both languages', () => {
    const english = new Map<string, string>(Object.entries(en));
    const other = Object.entries(zh).filter(([key, text]) => blanks(text).join() !== blanks(english.get(key) ?? '').join());
    expect(other.map(([key]) => key)).toEqual([]);
  });

  // They share one space of names: of two that are called the same, the later would silently take the other's place.
  test.each(['zh', 'en'])('have one home each in %s: no two rooms use the same key, and no file is left out', async (language) => {
    const rooms = texts.filter(({ folder }) => folder === join(source, 'words', language));
    const keys = (await Promise.all(rooms.map(({ folder, name }) => import(join(folder, name)) as Promise<object>)))
      .flatMap((room) => Object.values(room) as readonly object[])
      .flatMap((words) => Object.keys(words));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(keys.toSorted()).toEqual(Object.keys(language === 'zh' ? zh : en).toSorted());
  });

  test('exist wherever a room asks for one', () => {
    const known = new Set<string>(Object.keys(zh));
    const used = asking.flatMap(({ name, text }) => [...text.matchAll(/\bw\(\s*'(\w+)'/g)].map(([, key]) => ({ name, key: key ?? '' })));
    expect(used.length).toBeGreaterThan(50);
    expect(used.filter(({ key }) => !known.has(key))).toEqual([]);
  });

  test('are all used somewhere: what no room says is gone', () => {
    const everything = outsideWords.map(({ text }) => text).join('\n');
    const idle = Object.keys(zh).filter((key) => !new RegExp(`['"\`]${key}['"\`]|\\bzh\\.${key}\\b`).test(everything));
    expect(idle).toEqual([]);
  });

  test('fill in the blanks that they have, wherever a room fills any in', () => {
    const asked = asking.flatMap(({ name, text }) =>
      [...text.matchAll(/\bw\(\s*'(\w+)'\s*(?:,\s*\{([^{}]*)\})?\s*,?\s*\)/g)].map(([, key, given]) => ({
        name,
        key: key ?? '',
        given: given ?? '',
      })),
    );
    const wrong = asked.filter(({ key, given }) => blanks(zhOf(key)).some((blank) => !new RegExp(`\\b${blank}\\b`).test(given)));
    expect(asked.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });

  test('come as text, not as markup: what is filled in stays as it is', async () => {
    const words = createInstance();
    await words.init({ ...i18n.options, lng: 'zh', resources: { zh: { words: { hello: '给{{who}}' } } } });
    expect(words.t('hello' as never, { who: '<b>王</b>' } as never)).toBe('给<b>王</b>');
  });

  test('change with the language, without a reload', () => {
    const reader = i18n.cloneInstance({ lng: 'en' });
    expect([reader.t('todo'), i18n.t('todo')]).toEqual([en.todo, zh.todo]);
  });
});
