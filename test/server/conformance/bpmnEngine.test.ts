import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { executorOf } from '../../../packages/server/src/cli/conformance/executors.ts';
import { runCase } from '../../../packages/server/src/cli/conformance/runCase.ts';
import { readSuite } from '../../../packages/server/src/cli/conformance/suite.ts';

const ours = fileURLToPath(new URL('suite', import.meta.url));
const betsy = fileURLToPath(new URL('../../../../shared/conformance/betsy', import.meta.url));
const suites = [ours, betsy].filter((folder) => existsSync(folder));

const executor = executorOf('bpmn-engine');

test.each(suites)('on bpmn-engine every test of %s passes, or is refused by name before it begins', async (folder) => {
  const said: string[] = [];
  let passed = 0;
  for (const one of readSuite(folder)) {
    for (const run of one.cases) {
      const { pass, got, reason } = await runCase(folder, one, { run, executor });
      if (pass) passed += 1;
      else if (!got.includes('ERROR_deployment') || !/^.*not run: \w/.test(reason ?? '')) said.push(`${one.name}: ${reason}`);
    }
  }
  expect(said).toEqual([]);
  expect(passed).toBeGreaterThan(folder === ours ? 8 : 60);
});
