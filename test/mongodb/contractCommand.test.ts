import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, jest, test } from '@jest/globals';
import { mongo } from 'mongoose';
import type { ContractResult } from '../../packages/runtime/src/store/contractOn.ts';
import { run } from '../../packages/server/src/cli/program.ts';
import { openProxy } from './proxy.ts';
import { uri } from './uri.ts';

const folder = mkdtempSync(join(tmpdir(), 'guicheng-contract-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = undefined;
});

/** Runs the command in this process: what it prints, and the code that it would end with. */
async function guicheng(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  jest.spyOn(console, 'log').mockImplementation((...words: readonly unknown[]) => void out.push(words.join(' ')));
  jest.spyOn(console, 'error').mockImplementation((...words: readonly unknown[]) => void err.push(words.join(' ')));
  await run(process.cwd(), args);
  const code = process.exitCode;
  process.exitCode = undefined;
  return { out, err, code };
}

async function databases(): Promise<readonly string[]> {
  const client = new mongo.MongoClient(uri);
  const { databases: found } = await client.db('admin').admin().listDatabases({ nameOnly: true });
  await client.close();
  return found.map(({ name }) => name).filter((name) => name.startsWith('guicheng_trial_'));
}

describe('guicheng contract', () => {
  test('given a server that finds nothing by words, when the contract is tried on it, then that story fails, the others hold, and nothing is left behind', async () => {
    const proxy = await openProxy(uri);
    const nothing = { ok: 1, cursor: { id: 0n, ns: 'x.cases', firstBatch: [] } };
    const seen = new Set<unknown>();
    proxy.fault = (sent) => {
      seen.add(sent.fields['$db']);
      return sent.name === 'find' && JSON.stringify(sent.fields['filter']).includes('"grams"')
        ? { kind: 'answer', with: nothing }
        : undefined;
    };
    const file = join(folder, 'contract.json');
    const { out, err, code } = await guicheng('contract', proxy.uri, `--json=${file}`);
    await proxy.close();
    expect([code, err]).toEqual([1, []]);
    const [server, ...stories] = out;
    expect(server).toMatch(/^(FerretDB|MongoDB) /);
    const failing = stories.filter((line) => line.startsWith('FAILS'));
    expect(failing.some((line) => line.includes('a Chinese title') && line.endsWith('but it is []'))).toBe(true);
    expect(stories.filter((line) => line.startsWith('holds  given 64 who append the same revision'))).toHaveLength(1);
    expect(stories.at(-1)).toBe(`the contract does not hold: ${failing.length} of ${stories.length - 1} stories fail`);
    const told = JSON.parse(readFileSync(file, 'utf8')) as ContractResult;
    expect([told.holds, told.stories.filter((story) => !story.holds).length]).toEqual([false, failing.length]);
    expect([...seen].filter((name) => String(name).startsWith('guicheng_trial_')).length).toBeGreaterThan(20);
    expect((await databases()).filter((name) => seen.has(name))).toEqual([]);
  }, 240_000);

  test('given a server that is not there, when the contract is tried on it, then it could not be run, and the password is not printed', async () => {
    const { out, err, code } = await guicheng('contract', 'mongodb://clerk:secret@127.0.0.1:9/');
    expect([out, code]).toEqual([[], 2]);
    expect(err).toEqual([expect.stringContaining('guicheng: mongodb://127.0.0.1:9 cannot be reached')]);
    expect(err.join()).not.toContain('secret');
  });
});
