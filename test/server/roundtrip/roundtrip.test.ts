import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { run } from '../../../packages/server/src/cli/program.ts';
import { filesIn } from '../../../packages/server/src/cli/roundtrip/filesIn.ts';

const before = process.env['CHROMIUM'];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guicheng-roundtrip-'));
});

afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = undefined;
  if (before === undefined) delete process.env['CHROMIUM'];
  else process.env['CHROMIUM'] = before;
});

const write = (name: string, content: string | Buffer): string => {
  const file = join(folder, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, content);
  return file;
};

async function guicheng(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  jest.spyOn(console, 'log').mockImplementation((...words: readonly unknown[]) => void out.push(words.join(' ')));
  jest.spyOn(console, 'error').mockImplementation((...words: readonly unknown[]) => void err.push(words.join(' ')));
  await run(process.cwd(), args);
  return { out: out.join('\n'), err: err.join('\n'), code: process.exitCode };
}

const BPMN = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>';

describe('The files of a folder', () => {
  test('are those that are BPMN, in all folders, in every encoding; other XML is passed over', () => {
    const files = [
      write('b.bpmn', BPMN),
      write('deep/er/a.bpmn20.xml', BPMN),
      write('deep/c.xml', Buffer.from(`\uFEFF${BPMN}`, 'utf16le')),
      write('z.bpmn', 'no BPMN at all'),
    ];
    write('pom.xml', '<project/>');
    write('readme.md', BPMN);
    expect(filesIn(folder).map(({ file }) => file)).toEqual(files.toSorted());
    expect(filesIn(folder).find(({ file }) => file.endsWith('c.xml'))?.text).toBe(BPMN);
  });

  test('that cannot be decoded are there all the same, with the reason', () => {
    write('a.bpmn', Buffer.from([0x3c, 0xff, 0xfe]));
    expect(filesIn(folder)).toEqual([{ file: join(folder, 'a.bpmn'), unreadable: expect.stringMatching(/utf-8: A file in UTF-8/) }]);
  });
});

describe('The command that could not be run ends with 2 and says what is missing', () => {
  test('a folder that is not there', async () => {
    const { out, err, code } = await guicheng('roundtrip', join(folder, 'gone'));
    expect([out, code]).toEqual(['', 2]);
    expect(err).toMatch(/^guicheng: .*gone cannot be read: ENOENT/);
  });

  test('a folder without BPMN', async () => {
    write('pom.xml', '<project/>');
    expect(await guicheng('roundtrip', folder)).toEqual({ out: '', err: `guicheng: there is no BPMN file in ${folder}`, code: 2 });
  });

  test('no browser: how to get one', async () => {
    write('a.bpmn', BPMN);
    process.env['CHROMIUM'] = join(folder, 'no-browser');
    const { out, err, code } = await guicheng('roundtrip', folder, '--json');
    expect([out, code]).toEqual(['', 2]);
    expect(err).toMatch(/CHROMIUM names .*no-browser, which is not there: install it \(apt-get install chromium/);
  });
});
