import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { openRunner } from '../../../packages/server/src/cli/conformance/openRunner.ts';
import { runSuite } from '../../../packages/server/src/cli/conformance/runSuite.ts';
import { readSuite } from '../../../packages/server/src/cli/conformance/suite.ts';

const standard = fileURLToPath(new URL('standard', import.meta.url));

/** The tests of a suite that fail, with what was got. */
async function failing(suite: string): Promise<readonly string[]> {
  const { tests } = await runSuite(openRunner(), { suite, executor: 'kernel', told: () => undefined, unread: () => undefined });
  return tests.filter(({ pass }) => !pass).map(({ name, cases }) => `${name}: ${cases.map(({ reason }) => reason).join(' | ')}`);
}

/** A suite of one diagram, written in some way. */
function written(content: string | Uint8Array, trace: readonly string[] = ['SCRIPT_task1']): string {
  const folder = mkdtempSync(join(tmpdir(), 'guicheng-suite-'));
  writeFileSync(join(folder, 'one.bpmn'), content);
  writeFileSync(join(folder, 'cases.json'), JSON.stringify([{ name: 'one', file: 'one.bpmn', cases: [{ trace }] }]));
  return folder;
}

const PLAIN = readFileSync(join(standard, 'Terminate_TopLevel.bpmn'), 'utf8');
const AFTER = ['SCRIPT_task2'];

describe('What the standard says of each construct at each place', () => {
  test('is what the kernel does', async () => {
    expect(readSuite(standard).length).toBeGreaterThan(100);
    expect(await failing(standard)).toEqual([]);
  }, 60_000);
});

describe('A diagram is run whatever wrote it', () => {
  const utf16 = (bigEndian: boolean): Uint8Array => {
    const bytes = Buffer.from(`\uFEFF${PLAIN.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    return bigEndian ? bytes.swap16() : bytes;
  };
  test.each<readonly [string, string | Uint8Array]>([
    ['with a byte order mark', `\uFEFF${PLAIN}`],
    ['in UTF-16, little end first', utf16(false)],
    ['in UTF-16, big end first', utf16(true)],
    ['with lines of Windows', PLAIN.replaceAll('\n', '\r\n')],
    ['with BPMN as its default namespace', PLAIN.replaceAll('bpmn2:', '').replace('xmlns:bpmn2', 'xmlns')],
    ['with another prefix', PLAIN.replaceAll('bpmn2:', 'semantic:').replace('xmlns:bpmn2', 'xmlns:semantic')],
    ['with quotes of the other kind', PLAIN.replaceAll('"', "'")],
    ['with words in CDATA', PLAIN.replace('SCRIPT_task2', '\n  <![CDATA[ SCRIPT_task2 ]]>\n')],
    ['not marked as executable', PLAIN.replace('isExecutable="true"', '')],
  ])('%s', async (_, content) => {
    expect(await failing(written(content, AFTER))).toEqual([]);
  });
  test.each<readonly [string, string]>([
    ['nothing', ''],
    ['a page', '<html/>'],
    ['definitions without a process', '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="x" targetNamespace="y"/>'],
  ])('%s is refused as no diagram', async (_, content) => {
    expect(await failing(written(content, ['ERROR_deployment']))).toEqual([]);
  });
});

describe('A list of cases leaves out what goes without saying', () => {
  test('a name, variables, a delay, another process, by null or by nothing; and begins with a byte order mark', async () => {
    const folder = written(PLAIN);
    const cases = [{ file: 'one.bpmn', cases: [{ vars: null, trace: AFTER, delay: null, parallel: null }, { trace: AFTER }] }];
    writeFileSync(join(folder, 'cases.json'), `\uFEFF${JSON.stringify(cases)}`);
    expect(readSuite(folder).map(({ name }) => name)).toEqual(['one.bpmn']);
    expect(await failing(folder)).toEqual([]);
  });
});
