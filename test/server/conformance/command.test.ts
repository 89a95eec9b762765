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
});
