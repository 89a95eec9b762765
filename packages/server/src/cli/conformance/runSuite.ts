import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExecutorName } from './executors.ts';
import type { Runner } from './openRunner.ts';
import type { CaseResult } from './runCase.ts';
import { readSuite, type SuiteTest } from './suite.ts';

export interface TestResult {
  readonly name: string;
  readonly pass: boolean;
  readonly cases: readonly CaseResult[];
}

/** What came of a suite; `passed` and `total` count tests, of which one passes where all its cases do. */
export interface SuiteResult {
  readonly suite: string;
  readonly executor: ExecutorName;
  readonly tests: readonly TestResult[];
  readonly passed: number;
  readonly total: number;
}

/** What is run, by what, and who hears of each test as it is done, and of each diagram that cannot be read. */
interface Asked {
  readonly suite: string;
  readonly executor: ExecutorName;
  readonly told: (test: TestResult) => void;
  readonly unread: (why: string) => void;
}

/** Runs all cases of a suite; those whose diagram cannot be read have failed, whatever they expect. Throws `CouldNotRun` where there is none to run. */
export async function runSuite(runner: Runner, { suite, executor, told, unread }: Asked): Promise<SuiteResult> {
  const tests: TestResult[] = [];
  for (const test of readSuite(suite)) {
    const reason = unreadable(suite, test);
    const cases: CaseResult[] = [];
    for (const run of test.cases) {
      if (reason === undefined) cases.push(await runner.run({ folder: suite, test, run, executor }));
      else cases.push({ pass: false, expected: run.trace.toSorted(), got: ['ERROR_unread'], reason });
    }
    if (reason !== undefined) unread(reason);
    const result = { name: test.name, pass: cases.every((one) => one.pass), cases };
    tests.push(result);
    told(result);
  }
  return { suite, executor, tests, passed: tests.filter((test) => test.pass).length, total: tests.length };
}

/** Why a test's diagram cannot be read; undefined where it can. */
function unreadable(suite: string, { file }: SuiteTest): string | undefined {
  const path = join(suite, file);
  try {
    readFileSync(path);
    return undefined;
  } catch (error) {
    return `${path} cannot be read: ${(error as Error).message}`;
  }
}
