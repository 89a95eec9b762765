import type { ExecutorName } from './executors.ts';
import type { Runner } from './openRunner.ts';
import type { CaseResult } from './runCase.ts';
import { readSuite } from './suite.ts';

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

/** What is run, by what, and who hears of each test as it is done. */
interface Asked {
  readonly suite: string;
  readonly executor: ExecutorName;
  readonly told: (test: TestResult) => void;
}

/** Runs all cases of a suite. Throws `CouldNotRun` where there is none to run. */
export async function runSuite(runner: Runner, { suite, executor, told }: Asked): Promise<SuiteResult> {
  const tests: TestResult[] = [];
  for (const test of readSuite(suite)) {
    const cases: CaseResult[] = [];
    for (const run of test.cases) cases.push(await runner.run({ folder: suite, test, run, executor }));
    const result = { name: test.name, pass: cases.every((one) => one.pass), cases };
    tests.push(result);
    told(result);
  }
  return { suite, executor, tests, passed: tests.filter((test) => test.pass).length, total: tests.length };
}
