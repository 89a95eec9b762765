import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { kernelExecutor } from '../../../packages/runtime/src/executor/kernel/kernelExecutor.ts';
import { runCase } from '../../../packages/server/src/cli/conformance/runCase.ts';
import { readSuite } from '../../../packages/server/src/cli/conformance/suite.ts';

const folder = fileURLToPath(new URL('../../../../shared/conformance/betsy', import.meta.url));
const tests = existsSync(folder) ? readSuite(folder) : [];
if (tests.length === 0) console.warn(`SKIPPED: the conformance suite is not at ${folder}`);

/** The one wrong fixture: it expects a task that its diagram does not contain. What its diagram does write. */
const WRONG: { readonly [name: string]: readonly string[] } = {
  AdHocSubProcess_Sequential: ['SCRIPT_task1', 'SCRIPT_task1', 'SCRIPT_task2'],
};

(tests.length > 0 ? describe : describe.skip)('the public suite of executable BPMN, case by case', () => {
  test.each(tests.flatMap((one) => one.cases.map((run) => [`${one.name} ${JSON.stringify(run.vars)}`, one, run] as const)))(
    '%s',
    async (_, one, run) => {
      const result = await runCase(folder, one, { run, executor: kernelExecutor });
      const got = WRONG[one.name];
      if (got) expect(result).toMatchObject({ pass: false, got });
      else expect(result).toMatchObject({ pass: true });
    },
  );
});
