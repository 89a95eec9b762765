import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { MEANINGS } from '../../../../packages/runtime/src/diagram/parse/foreign/meanings/all.ts';
import type { Meaning } from '../../../../packages/runtime/src/diagram/parse/foreign/meaning.ts';
import { juelToFeel } from '../../../../packages/runtime/src/diagram/parse/foreign/juel.ts';
import { vocabulary } from '../../../../packages/runtime/src/diagram/vocabulary.ts';

const page = readFileSync(new URL('../../../../docs/foreign-diagrams.md', import.meta.url), 'utf8');

const rowOf = (family: string, { name, as, says, judge, expected, ours = [] }: Meaning): string => {
  const instead = judge && expected ? `${expected.zh}<br>${expected.en}` : '';
  const settled = ours.map((own) => `\`gc:${own.charAt(0).toLowerCase()}${own.slice(1)}\``).join(', ');
  return `| \`${family}:${name}\` | ${as}${judge ? ' *' : ''} | ${says.zh}<br>${says.en} | ${instead} | ${settled} |`;
};

test.each(['camunda', 'zeebe', 'flowable'] as const)(
  'the page has a row for each word of %s, in the order of the code, and no other',
  (family) => {
    const rows = page.split('\n').filter((line) => line.startsWith(`| \`${family}:`));
    expect(rows).toEqual(MEANINGS.filter(({ families }) => families.includes(family)).map((meaning) => rowOf(family, meaning)));
  },
);

test('every word stands once for its family, and is settled by words that there are', () => {
  const names = MEANINGS.flatMap(({ families, name }) => families.map((family) => `${family}:${name}`));
  expect(new Set(names).size).toBe(names.length);
  const own = new Set(vocabulary.types.map(({ name }) => name));
  for (const { ours = [] } of MEANINGS) for (const word of ours) expect(own).toContain(word);
});

test('every word that depends on how it is written says what was expected', () => {
  for (const { name, judge, as, expected } of MEANINGS) {
    if (judge && as === 'read') expect([name, expected !== undefined]).toEqual([name, true]);
  }
});

test.each([
  ["a == 'x'", 'a = "x"'],
  ['!a', 'not((a) = true)'],
  ['empty a', '(a = null or string(a) in ("", "[]", "{}"))'],
  ["a == 'true'", 'a in (true, "true")'],
  ["execution.hasVariable('a')", 'a != null'],
  ['a.equals("x")', 'a = "x"'],
])('the page says that %s becomes %s', (juel, feel) => {
  expect(juelToFeel(juel)).toBe(feel);
  expect(page).toContain(`\`${juel}\``);
  expect(page).toContain(feel);
});
