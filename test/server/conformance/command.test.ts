import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { build } from '../built.ts';

beforeAll(build, 120_000);

describe('The command as it is built', () => {
  test('runs its cases in a thread, and says on standard output nothing but JSON', () => {
    const ran = spawnSync(process.execPath, ['packages/server/bin/guicheng.js', 'conformance', 'test/server/conformance/suite', '--json'], {
      encoding: 'utf8',
      timeout: 100_000,
    });
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    expect(JSON.parse(ran.stdout)).toMatchObject({ passed: 12, total: 12 });
  });
  test('gives a case up whose thread does not answer in time, and says so', () => {
    const program = `
      import { openRunner } from './packages/server/dist/cli/conformance/openRunner.js';
      import { readSuite } from './packages/server/dist/cli/conformance/suite.js';
      const folder = 'test/server/conformance/suite';
      const [test] = readSuite(folder);
      const runner = openRunner({ longest: 1 });
      console.log(JSON.stringify(await runner.run({ folder, test, run: test.cases[0], executor: 'kernel' })));
      await runner.close();`;
    const ran = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8', timeout: 100_000 });
    expect(ran.stderr).toBe('');
    expect(JSON.parse(ran.stdout)).toMatchObject({ pass: false, got: ['ERROR_endless'], reason: expect.stringMatching(/given up/) });
  });
});
