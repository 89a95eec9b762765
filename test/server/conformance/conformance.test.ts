import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { difference } from '../../../packages/server/src/cli/conformance/judge.ts';
import { feelOf } from '../../../packages/server/src/cli/conformance/feelOf.ts';
import { program, run } from '../../../packages/server/src/cli/program.ts';

const suite = fileURLToPath(new URL('suite', import.meta.url));
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guicheng-conformance-'));
});

afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = undefined;
});

async function guicheng(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  jest.spyOn(console, 'log').mockImplementation((...words: readonly unknown[]) => void out.push(words.join(' ')));
  jest.spyOn(console, 'error').mockImplementation((...words: readonly unknown[]) => void err.push(words.join(' ')));
  await run(process.cwd(), ['conformance', ...args]);
  return { out: out.join('\n'), err: err.join('\n'), code: process.exitCode };
}

/** A suite of one test whose diagram is one of the suite's, or none. */
function suiteOf(name: string, trace: readonly string[], file = join(suite, `${name}.bpmn`)): string {
  try {
    writeFileSync(join(folder, 'one.bpmn'), readFileSync(file));
  } catch {
    // A diagram that is not there is a story, too.
  }
  writeFileSync(join(folder, 'cases.json'), JSON.stringify([{ name, file: 'one.bpmn', cases: [{ trace }] }]));
  return folder;
}

/** The one case of a suite of one test. */
async function caseOf(name: string, trace: readonly string[]) {
  const { out, code } = await guicheng(suiteOf(name, trace), '--json');
  return { ...JSON.parse(out).tests[0].cases[0], code };
}

describe('Our own suite', () => {
  test('passes whole: choices, waits, messages, errors of every kind', async () => {
    const { out, err, code } = await guicheng(suite);
    expect(out.split('\n').filter((line) => !line.startsWith('passes'))).toEqual(['12 of 12 tests pass']);
    expect([err, code]).toEqual(['', 0]);
  });
  test('is told as JSON and as nothing else with a lone --json, before the suite or after it', async () => {
    const { out, code } = await guicheng('--executor', 'kernel', '--json', suite);
    const told = JSON.parse(out);
    expect(Object.keys(told)).toEqual(['suite', 'executor', 'tests', 'passed', 'total']);
    expect(told).toMatchObject({ suite, executor: 'kernel', passed: 12, total: 12 });
    expect(told.tests[0]).toEqual({
      name: 'choice',
      pass: true,
      cases: expect.arrayContaining([
        { pass: true, expected: ['INCREMENT_correct', 'SCRIPT_task1'], got: ['INCREMENT_correct', 'SCRIPT_task1'], reason: null },
      ]),
    });
    expect(code).toBe(0);
  });
  test.each([
    ['--json=FILE', (file: string) => [suite, `--json=${file}`]],
    ['--json FILE', (file: string) => [suite, '--json', file]],
    ['--json FILE, before the suite', (file: string) => ['--executor', 'kernel', '--json', file, suite]],
  ])('goes into a file with %s, beside the lines for people', async (_, args) => {
    const file = join(folder, 'result.json');
    const { out } = await guicheng(...args(file));
    expect(out).toContain('12 of 12 tests pass');
    expect(JSON.parse(readFileSync(file, 'utf8')).passed).toBe(12);
  });
});

describe('A test fails, and the command ends with 1', () => {
  test('when a line is missing or one too many, saying which', async () => {
    const { out, code } = await guicheng(suiteOf('thrown', ['SCRIPT_task1', 'SCRIPT_task2']));
    expect(out).toMatch(/FAILS {3}thrown {2}\(0 of 1\)/);
    expect(out).toMatch(/case 1: missing: SCRIPT_task2; not expected: ERROR_thrownErrorEvent; errorUncaught at end/);
    expect(code).toBe(1);
  });
  test('when a script says a word that the table does not have, naming it', async () => {
    const told = await caseOf('unknownWord', []);
    expect(told).toMatchObject({ pass: false, got: ['ERROR_runtime'], code: 1 });
    expect(told.reason).toMatch(/“SHUT_DOWN_EVERYTHING” at one is no word of the suite/);
  });
  test('when a process runs in a circle of jobs, which is broken off', async () => {
    expect(await caseOf('circle', ['SCRIPT_task1'])).toMatchObject({ pass: false, got: ['ERROR_endless'], code: 1 });
  });
  test('when a process is to run beside and there is none', async () => {
    suiteOf('thrown', []);
    writeFileSync(
      join(folder, 'cases.json'),
      JSON.stringify([{ name: 'thrown', file: 'one.bpmn', cases: [{ trace: [], parallel: true }] }]),
    );
    const { out } = await guicheng(folder, '--json');
    expect(JSON.parse(out).tests[0].cases[0].reason).toMatch(/no process ParallelProcess/);
  });
});

describe('The command could not be run, and ends with 2', () => {
  test('where there is no suite', async () => {
    expect(await guicheng(join(folder, 'nothing'))).toMatchObject({ err: expect.stringMatching(/cases\.json cannot be read/), code: 2 });
  });
  test.each([
    ['{', /cannot be read/],
    ['[]', /no list of cases/],
    ['[{"name":"a","file":"a.bpmn","cases":[{"trace":"x"}]}]', /no list of cases: 0\.cases\.0\.trace/],
  ])('where cases.json is %s', async (content, reason) => {
    writeFileSync(join(folder, 'cases.json'), content);
    expect(await guicheng(folder, '--json')).toMatchObject({ out: '', err: expect.stringMatching(reason), code: 2 });
  });
  test('where a diagram is not there, even where its test expects that it is refused; the others are run all the same', async () => {
    suiteOf('thrown', ['SCRIPT_task1', 'ERROR_thrownErrorEvent']);
    const missing = { name: 'missing', file: 'two.bpmn', cases: [{ trace: ['ERROR_deployment'] }] };
    const there = { name: 'thrown', file: 'one.bpmn', cases: [{ trace: ['SCRIPT_task1', 'ERROR_thrownErrorEvent'] }] };
    writeFileSync(join(folder, 'cases.json'), JSON.stringify([missing, there]));
    const { out, err, code } = await guicheng(folder, '--json');
    expect(JSON.parse(out).tests.map(({ pass }: { pass: boolean }) => pass)).toEqual([false, true]);
    expect(JSON.parse(out).tests[0].cases[0].got).toEqual(['ERROR_unread']);
    expect([err, code]).toEqual([expect.stringMatching(/two\.bpmn cannot be read/), 2]);
  });
  test('where the result cannot be written', async () => {
    const told = await guicheng(suite, `--json=${join(folder, 'no', 'such', 'folder.json')}`);
    expect(told).toMatchObject({ err: expect.stringMatching(/folder\.json cannot be written/), code: 2 });
  });
  test('where the executor is none that there is', async () => {
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(await guicheng(suite, '--executor', 'another')).toMatchObject({ code: 2 });
  });
  test('and has a help', () => {
    expect(
      program(process.cwd())
        .commands.find((one) => one.name() === 'conformance')
        ?.description(),
    ).toMatch(/executable BPMN/);
  });
});

describe('What was written is judged as a multiset', () => {
  test.each([
    [['a', 'b', 'a'], ['a', 'a', 'b'], undefined],
    [['a'], ['a', 'a'], 'not expected: a'],
    [['a', 'a'], ['a'], 'missing: a'],
    [['ERROR'], ['ERROR_runtime'], undefined],
    [['ERROR'], ['ERROR_deployment'], undefined],
    [['ERROR'], ['ERROR_thrownErrorEvent'], 'missing: ERROR; not expected: ERROR_thrownErrorEvent'],
    [['ERROR_runtime'], ['ERROR_deployment'], 'missing: ERROR_runtime; not expected: ERROR_deployment'],
  ])('%j beside %j', (expected, got, told) => {
    expect(difference(expected, got)).toBe(told);
  });
});

describe('Conditions are translated by a closed table of forms', () => {
  test.each([
    ['test.contains("a")', 'contains(test, "a")'],
    ['${test.contains("a")}', 'contains(test, "a")'],
    ['!test.contains("a")', 'not(contains(test, "a"))'],
    ['${integerVariable}', 'integerVariable'],
    ['integerVariable<3', 'integerVariable < 3'],
    [' activationCount >= 1 ', 'activationCount >= 1'],
    ['!(a == 1 || b != "x") && c', 'not((a = 1 or b != "x")) and c'],
    ['-1', '-1'],
    ['true', 'true'],
    ['test.contains("a")>', 'contains(test, "a")'],
    ['a > b > c', 'a > b > c'],
    ['some x in list satisfies x > 1', 'some x in list satisfies x > 1'],
    ['java.lang.System.exit(1)', 'java.lang.System.exit(1)'],
  ])('%s', (text, feel) => {
    expect(feelOf(text)).toBe(feel);
  });
});
