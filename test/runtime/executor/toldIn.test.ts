import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { CHAPTERS } from '../../../packages/runtime/src/diagram/constructs/all.ts';
import { CONSTRUCTS } from '../../../packages/runtime/src/kernel/constructs.ts';
import { TOLD, toldIn } from './toldIn.ts';

const KERNEL = new URL('../../../packages/runtime/src/kernel/', import.meta.url);
const keys = CHAPTERS.flatMap(({ constructs }) => constructs.map(({ key }) => key));
const files = [...new Set(keys.flatMap((key) => toldIn(key)?.files ?? []))];
const textOf = (file: string): string => readFileSync(new URL(`${file}.ts`, KERNEL), 'utf8');

test('of every construct there is a place where its meaning is told, and of nothing else', () => {
  expect(keys.filter((key) => (toldIn(key)?.files ?? []).length === 0)).toEqual([]);
  expect(TOLD.filter((key) => !keys.includes(key))).toEqual([]);
});

test.each(files)('%s is there, says at its head what it is about, and is short', (file) => {
  const text = textOf(file);
  const body = text.slice(text.search(/^(?!import |\s|} from)/m));
  expect(body.startsWith('/**')).toBe(true);
  expect(text.split('\n').length).toBeLessThanOrEqual(120);
});

test('what happens when a token comes to an element is the export of the file that is named for it', async () => {
  for (const [type, construct] of Object.entries(CONSTRUCTS)) {
    const [file = ''] = (toldIn(type) ?? toldIn(PLACE[type] ?? ''))?.files ?? [];
    const module = (await import(new URL(`${file}.ts`, KERNEL).href)) as { readonly [name: string]: unknown };
    expect([type, Object.entries(module).find(([, value]) => value === construct)?.[0]]).toEqual([type, file]);
  }
});

/** Element types whose key in the list is another. */
const PLACE: { readonly [type: string]: string } = {
  adHocSubProcess: 'adHocParallel',
  startEvent: 'start.none',
  endEvent: 'end.none',
  intermediateCatchEvent: 'catch.message',
  intermediateThrowEvent: 'throw.none',
  boundaryEvent: 'boundary.message',
};
