import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { readBpmn } from '../../../packages/runtime/src/diagram/parse/read.ts';
import { vocabulary } from '../../../packages/runtime/src/diagram/vocabulary.ts';
import { file } from './bpmn.ts';

interface Section {
  readonly word: string;
  readonly meaning: string;
  readonly attributes: readonly string[];
  readonly example: string;
}

const page = readFileSync(new URL('../../../docs/vocabulary.md', import.meta.url), 'utf8');
const sections: readonly Section[] = page
  .split(/^### /m)
  .slice(1)
  .map((text) => ({
    word: /^`gc:(\w+)`/.exec(text)?.[1] ?? '',
    meaning: text.split('\n')[1] ?? '',
    attributes: [...text.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name ?? ''),
    example: /```xml\n([\s\S]*?)```/.exec(text)?.[1] ?? '',
  }));
const elementName = (type: string) => type.charAt(0).toLowerCase() + type.slice(1);

test('every word of the descriptor is on the page, and no other', () => {
  expect(sections.map(({ word }) => word).sort()).toEqual(vocabulary.types.map(({ name }) => elementName(name)).sort());
});

describe.each(sections.map((section) => [section.word, section] as const))('gc:%s', (word, section) => {
  const type = vocabulary.types.find(({ name }) => elementName(name) === word);

  test('its attributes are the ones listed, each with a meaning', () => {
    const attributes = type?.properties.filter(({ isAttr }) => isAttr).map(({ name }) => name) ?? [];
    expect([...section.attributes].sort()).toEqual([...attributes].sort());
    expect(section.meaning).toMatch(/^[A-Z].{15,}/);
  });

  test('its example is read as this word, without a remark, with known attributes only', async () => {
    const xml = file(`<process id="p"><task id="t"><extensionElements>${section.example}</extensionElements></task></process>`);
    const read = await readBpmn(xml);
    if (!read.ok) throw new Error(read.expected.en);
    expect(read.warnings).toEqual([]);
    const text = JSON.stringify(read.root);
    expect(text).toContain(`"$type":"gc:${type?.name}"`);
    expect(text).not.toContain('$attrs');
    const properties = new Set(type?.properties.map(({ name }) => name));
    const root = section.example.slice(0, section.example.indexOf('>'));
    for (const [, name] of root.matchAll(/ (\w+)="/g)) expect(properties).toContain(name);
  });
});
