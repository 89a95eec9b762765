import { openThreads, type Bounds } from '../../examining/openThreads.ts';
import { executorOf, type ExecutorName } from './executors.ts';
import { runCase, type CaseResult } from './runCase.ts';
import type { SuiteRun, SuiteTest } from './suite.ts';

/** One case as it crosses to the thread that runs it. */
export interface Question {
  readonly folder: string;
  readonly test: SuiteTest;
  readonly run: SuiteRun;
  readonly executor: ExecutorName;
}

/** Cases take milliseconds; one that takes this long, in milliseconds, hangs. */
const BOUNDS: Bounds = { threads: 1, longest: 20_000, memory: 512 };

/** Runs cases, one after the other. */
export interface Runner {
  run(question: Question): Promise<CaseResult>;
  close(): Promise<void>;
}

/**
 * Each case runs in a thread, which is given up where one of its steps does not come back. Run from sources (under a test runner, which
 * compiles in memory) there is no file that a thread could start from, so it is run here.
 */
export function openRunner(bounds: Partial<Bounds> = {}): Runner {
  if (!import.meta.url.endsWith('.js')) return { run: runHere, close: async () => undefined };
  const longest = bounds.longest ?? BOUNDS.longest;
  const threads = openThreads<Question, CaseResult | 'gaveUp'>(new URL('worker.js', import.meta.url), { ...BOUNDS, ...bounds }, 'gaveUp');
  return {
    async run(question) {
      const result = await threads.ask('suite', question);
      if (result !== 'gaveUp') return result;
      const expected = question.run.trace.toSorted();
      const reason = `it was given up: no end within ${longest / 1000} s, or no memory left`;
      return { pass: false, expected, got: ['ERROR_endless'], reason };
    },
    close: () => threads.close(),
  };
}

/** Runs one case in this thread. A case that throws, by whatever fault of ours, has failed and takes no other with it. */
export async function runHere({ folder, test, run, executor: name }: Question): Promise<CaseResult> {
  const executor = executorOf(name);
  try {
    return await runCase(folder, test, { run, executor });
  } catch (error) {
    const reason = `it threw: ${error instanceof Error ? error.message : String(error)}`;
    return { pass: false, expected: run.trace.toSorted(), got: ['ERROR_thrown'], reason };
  }
}
