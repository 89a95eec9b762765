import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { kernelExecutor } from '../../../packages/runtime/src/executor/kernel/kernelExecutor.ts';
import { runCase } from '../../../packages/server/src/cli/conformance/runCase.ts';
import { readSuite } from '../../../packages/server/src/cli/conformance/suite.ts';

const folder = fileURLToPath(new URL('../../../../shared/conformance/betsy', import.meta.url));
const tests = existsSync(folder) ? readSuite(folder) : [];
if (tests.length === 0) console.warn(`SKIPPED: the conformance suite is not at ${folder}`);

/** What the kernel does not run yet, and must say so by name. This list only ever gets shorter. */
const LACKING: { readonly [name: string]: string } = {
  AdHocSubProcess_Sequential: 'adHocSubProcess',
};

/** The constructs that a case was refused for. */
const constructsIn = (reason: string | null): string =>
  [...new Set([...(reason ?? '').matchAll(/(\w+) at /g)].map(([, construct]) => construct))].sort().join(', ');

(tests.length > 0 ? describe : describe.skip)('the public suite of executable BPMN, case by case', () => {
  test.each(tests.flatMap((one) => one.cases.map((run) => [`${one.name} ${JSON.stringify(run.vars)}`, one, run] as const)))(
    '%s',
    async (_, one, run) => {
      const result = await runCase(folder, one, { run, executor: kernelExecutor });
      const lacking = LACKING[one.name];
      if (lacking) expect([result.got, constructsIn(result.reason)]).toEqual([['ERROR_deployment'], lacking]);
      else expect(result).toMatchObject({ pass: true });
    },
  );
});
