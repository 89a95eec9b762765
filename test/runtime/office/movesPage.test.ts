import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { MOVE_OBSTACLES } from '../../../packages/runtime/src/kernel/stimulus.ts';
import { MOVE_REASONS } from '../../../packages/runtime/src/office/moveReasons.ts';

const page = await readFile(new URL('../../../docs/moves.md', import.meta.url), 'utf8');

const OFFICE: ReadonlySet<string> = new Set(['hands', 'jump', 'reopen', 'addSigner', 'adHoc']);

describe('docs/moves.md', () => {
  test('lists every reason for which a move is refused, in the words that the office says', () => {
    const rows = MOVE_OBSTACLES.map((reason) => `| \`${reason}\` | ${MOVE_REASONS[reason].zh} | ${MOVE_REASONS[reason].en} |`);
    expect(page.slice(page.indexOf('## The reasons')).match(/^\| `.*$/gm)).toEqual(rows);
  });

  test('names the test of each rule, and there is one of that name', async () => {
    const named = [...page.matchAll(/\((\w[\w.]*): ([^()]+)\)/g)].map(([, file = '', title = '']) => ({ file, title }));
    expect(named.length).toBeGreaterThan(50);
    for (const { file, title } of named) {
      const folder = OFFICE.has(file) ? 'office' : 'kernel';
      const text = await readFile(new URL(`../${folder}/${file}.test.ts`, import.meta.url), 'utf8');
      expect(text).toContain(`test('${title}'`);
    }
    const rules = page.slice(page.indexOf('## 退回'), page.indexOf('## The reasons')).match(/^- (.|\n {2})*/gm) ?? [];
    expect(rules.filter((rule) => !/\(\w[\w.]*: /.test(rule))).toEqual([
      '- What could be undone before it ended can no longer be: the end has closed it.',
    ]);
  });

  test('uses each reason among the rules', () => {
    const [rules = ''] = page.split('## The reasons');
    const used = new Set([...rules.matchAll(/`(\w+)`/g)].map(([, reason]) => reason));
    expect(MOVE_OBSTACLES.filter((reason) => !used.has(reason))).toEqual([]);
  });
});
