import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { platform } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { createMemoryStore } from '../../packages/runtime/src/store/memory/memoryStore.ts';
import { fixedClock } from '../../packages/runtime/src/words/clock.ts';
import { run } from '../../packages/server/src/cli/program.ts';
import { closing } from '../../packages/server/src/http/closing.ts';
import { openLog } from '../../packages/server/src/http/log.ts';
import { CannotStart } from '../../packages/server/src/main.ts';
import { startSweeper } from '../../packages/server/src/sweeper.ts';
import { newFolder, serve, well } from './harness.ts';

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
  return { out: out.join('\n'), err: err.join('\n'), code };
}

/** With other words in the environment, for a while. */
async function within<Value>(environment: { readonly [name: string]: string }, act: () => Promise<Value>): Promise<Value> {
  const before = { ...process.env };
  Object.assign(process.env, { MONGODB_URI: '', ...environment });
  try {
    return await act();
  } finally {
    process.env = before;
  }
}

describe('Starting', () => {
  test('given a server at work, when a second starts on its DATA_DIR, then it is told folder and holder, ends with 2, and the first works on', async () => {
    const first = await serve();
    const folder = join(first.folder, 'demo');
    await expect(serve({ folder: first.folder })).rejects.toThrow(CannotStart);
    await expect(serve({ folder: first.folder })).rejects.toThrow(
      `the folder ${folder} is in use by another guicheng server (process ${process.pid})`,
    );
    const second = await within({ DATA_DIR: first.folder, PORT: '0' }, async () => guicheng('start', '--demo'));
    expect(second).toMatchObject({ code: 2, out: '' });
    expect(second.err).toContain(`guicheng: the folder ${folder} is in use by another guicheng server (process ${process.pid})`);
    await (await first.as('wu-fang')).receive();
  });

  test('given a folder of a demo, when a real office starts in it, then it is refused, and the other way round', async () => {
    const demo = await serve();
    await demo.stop();
    await expect(serve({ folder: join(demo.folder, 'demo'), demo: false })).rejects.toThrow(
      /holds a demo; a real office needs a folder of its own/,
    );
    const real = await serve({ demo: false });
    await real.stop();
    writeFileSync(join(demo.folder, 'demo/kind.json'), readFileSync(join(real.folder, 'kind.json')));
    await expect(serve({ folder: demo.folder })).rejects.toThrow(/holds a real office; a demo must not touch it/);
  });

  test('given a demo, where anybody can be anybody, when it is asked for by another address of this machine, then nobody answers; a real office does', async () => {
    const reach = async (port: number): Promise<readonly boolean[]> =>
      Promise.all(
        otherAddresses().map(async (host) => {
          const asked = httpRequest({ host, port, path: '/api/health' }).end();
          return answered(asked).then(
            () => true,
            () => false,
          );
        }),
      );
    expect(otherAddresses().length).toBeGreaterThan(0);
    expect(await reach((await serve()).port)).not.toContain(true);
    expect(await reach((await serve({ demo: false })).port)).not.toContain(false);
  });

  test('given settings that cannot be, when it starts, then what was said and what was expected is told, and nothing is left open', async () => {
    const busy = createServer();
    await new Promise<void>((done) => {
      busy.listen(0, '127.0.0.1', done);
    });
    const { port } = busy.address() as AddressInfo;
    const folder = newFolder();
    await expect(serve({ folder, port })).rejects.toThrow(new RegExp(`^port ${port} cannot be used \\(.*\\); set PORT to another one$`));
    busy.close();
    for (const trustProxy of ['true', 'everybody', '*', '300', '10.0.0.0/33', 'loopback,any'])
      await expect(serve({ folder, trustProxy })).rejects.toThrow(`TRUST_PROXY is ${trustProxy}; it should be a number of proxies`);
    expect(await within({ DATA_DIR: folder, PORT: 'web' }, async () => guicheng('start', '--demo'))).toMatchObject({
      code: 2,
      err: 'guicheng: PORT is web; a port is a whole number from 0 to 65535',
    });
    const started = await serve({ folder });
    expect(well(await (await started.as('wu-fang')).get('/api/flows')).status).toBe(200);
  });
});

describe('Stopping', () => {
  test('given a request under way and connections kept for later, when the server stops, then that one is answered, all are closed, and the folder is free', async () => {
    const { address, as, folder, stop } = await serve();
    const hers = await as('wu-fang');
    const socket = await hers.listen();
    const agent = new Agent({ keepAlive: true });
    const headers = { cookie: hers.cookie, 'Content-Type': 'application/json' };
    const ask = (method: string, path: string) => httpRequest(address + path, { method, agent, headers });
    await answered(ask('GET', '/api/session').end());
    const slow = ask('PUT', '/api/me/settings');
    slow.write('{"views":[],');
    await new Promise<void>((done) => {
      slow.once('socket', (one) => (one.connecting ? one.once('connect', done) : done()));
    });
    // The server has begun to read it once another request on another connection is answered.
    expect((await hers.get('/api/session')).status).toBe(200);
    const stopped = stop();
    expect(stop()).toBe(stopped);
    expect(await socket.gone).toBe('io server disconnect');
    slow.end('"startView":null}');
    expect(await answered(slow)).toBe(200);
    await stopped;
    await expect(answered(ask('GET', '/api/session').end())).rejects.toThrow(/ECONNREFUSED|ECONNRESET|socket hang up/);
    const again = await serve({ folder });
    expect((await again.as('wu-fang')).cookie).toMatch(/^guicheng=/);
  });

  test('given a request that never ends, when the server has waited long enough, then it is cut off', async () => {
    const http = createServer((request) => request.resume());
    const close = closing(http);
    await new Promise<void>((done) => {
      http.listen(0, '127.0.0.1', done);
    });
    const asked = httpRequest(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, { method: 'POST' });
    const cut = new Promise<Error>((done) => {
      asked.once('error', done);
    });
    asked.flushHeaders();
    await new Promise<void>((done) => {
      http.once('request', () => done());
    });
    await close(1);
    expect((await cut).message).toBe('socket hang up');
  });

  test('given a sweep under way, when the server stops, then it waits for it and no other begins', async () => {
    jest.useFakeTimers();
    let sweeps = 0;
    let finish: () => void = () => undefined;
    const sweep = async (): Promise<number> => {
      sweeps += 1;
      await new Promise<void>((done) => {
        finish = done;
      });
      return 0;
    };
    const clock = fixedClock('2026-11-24T01:00:00Z');
    const stop = startSweeper({ office: { sweep }, store: createMemoryStore(clock), clock, log: openLog('silent') });
    await jest.advanceTimersByTimeAsync(5000);
    jest.useRealTimers();
    expect(sweeps).toBe(1);
    let over = false;
    const stopped = stop().then(() => {
      over = true;
    });
    await Promise.resolve();
    expect(over).toBe(false);
    finish();
    await stopped;
    expect(sweeps).toBe(1);
  });
});

describe('Tidying up', () => {
  test('given an hour, when it has passed, then notes that are over go, and uploads that no case came to refer to for thirty days', async () => {
    jest.useFakeTimers();
    const clock = fixedClock('2026-11-24T01:00:00Z');
    const swept: string[] = [];
    const store = {
      notes: { sweep: async () => swept.push('notes') },
      files: { sweep: async (before: string) => swept.push(`files before ${before}`) },
    };
    // A sweep is always under way at the full hour: tidying waits for it, and is not left out.
    const sweep = (): Promise<number> =>
      new Promise((done) => {
        setTimeout(() => done(0), 700);
      });
    const stop = startSweeper({ office: { sweep }, store, clock, log: openLog('silent') });
    await jest.advanceTimersByTimeAsync(3600_700);
    jest.useRealTimers();
    await stop();
    expect(swept).toEqual(['notes', 'files before 2026-10-25T01:00:00.000Z']);
  });
});

describe('guicheng check', () => {
  const good = 'processes/06-seal-use.bpmn';
  const bad = 'test/server/unfinished.bpmn';

  test('given words that make no command, when it is called, then it ends with 2; asked for help, with 0', async () => {
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    for (const words of [['bench', '--nope'], ['nope'], ['check'], ['start', '--port', 'x'], ['bench', '--group', 'none']])
      expect((await guicheng(...words)).code).toBe(2);
    for (const words of [['--help'], ['check', '--help']]) expect((await guicheng(...words)).code).toBe(0);
  });

  test('given files that are there, when checked, then 0 without errors and 1 with some, each told by file and element', async () => {
    expect(await guicheng('check', good)).toMatchObject({ code: 0, err: '' });
    const { code, out } = await guicheng('check', good, bad);
    expect(code).toBe(1);
    expect(out).toMatch(/^test\/server\/unfinished\.bpmn: lost: .+ \([a-zA-Z]+\)$/m);
    expect(out).not.toContain('no errors');
  });

  test('given a flow in which a case gets stuck, when checked, then it says so in one sentence, with the run step by step; JSON carries the run', async () => {
    const stuck = 'test/server/stuck.bpmn';
    const { code, out } = await guicheng('check', stuck);
    expect(code).toBe(1);
    expect(out.trim().split('\n')).toEqual([
      `${stuck}: join: 办件可能卡在“复核”、“会签”之后的并行汇合处：这里要等各路到齐，而从“会签”来的一路不会来；请让每一路都到这里；如果前面只走其中一路，请把这里的“并行”改成“分支” (optionToComplete)`,
      '    1. 办件从“收文”开始',
      '    2. 办理“初审”，选择“通过”',
      '    3. 办理“复核”',
    ]);
    expect((await guicheng('check', stuck, '--language', 'en')).out.trim().split('\n')).toEqual([
      expect.stringMatching(/^test\/server\/stuck\.bpmn: join: A case can get stuck at the parallel join .* \(optionToComplete\)$/),
      '    1. A case begins at “收文”',
      '    2. “初审” is done, choosing “通过”',
      '    3. “复核” is done',
    ]);
    const [{ file, process, verdict, findings, markings, ms }] = JSON.parse((await guicheng('check', stuck, '--json')).out) as [
      { file: string; process: string; verdict: string; findings: object[]; markings: number; ms: number },
    ];
    expect({ file, process, verdict }).toEqual({ file: stuck, process: 'stuck', verdict: 'unsound' });
    expect([typeof markings, typeof ms]).toEqual(['number', 'number']);
    expect(findings).toMatchObject([
      {
        property: 'optionToComplete',
        elements: ['join'],
        run: [
          { element: 'start', what: 'start' },
          { element: 'check', what: 'complete', values: { verdict: 'pass' } },
          { element: 'a', what: 'complete' },
        ],
      },
    ]);
  });

  test('given a file that is missing, when checked beside others, then it ends with 2, names it, and the others are checked all the same', async () => {
    const { code, out, err } = await guicheng('check', 'nosuch.bpmn', bad);
    expect(code).toBe(2);
    expect(err).toMatch(/^guicheng: nosuch\.bpmn cannot be read: ENOENT/);
    expect(out).toContain('unfinished.bpmn: lost');
  });

  test('a result that cannot be written is told, and the command ends with 2', async () => {
    const told = await guicheng('check', good, `--json=${join(newFolder(), 'no', 'such.json')}`);
    expect(told).toMatchObject({ code: 2, err: expect.stringMatching(/such\.json cannot be written/) });
  });

  test('given a file that is no diagram, when checked, then it ends with 2 and one line says which file, what and where', async () => {
    const file = join(newFolder(), 'letter.bpmn');
    writeFileSync(file, '<letter>\nno diagram\n</letter>');
    const { code, out, err } = await guicheng('check', '--json', file, good);
    expect([code, err.trim().split('\n')]).toEqual([2, [expect.stringMatching(/letter\.bpmn is no diagram/)]]);
    expect(JSON.parse(out)).toMatchObject([{ file: good, verdict: 'sound' }]);
  });

  test("given other people's diagrams, when checked, then the standard alone decides: nobody is assigned, conditions are missing, and it is sound", async () => {
    const file = join(newFolder(), 'plain.bpmn');
    const plain = (join: string): string =>
      `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x"><process id="plain" isExecutable="true"><startEvent id="s"/><exclusiveGateway id="x"/><userTask id="a"/><userTask id="b"/><${join} id="j"/><endEvent id="e"/>${['s-x', 'x-a', 'x-b', 'a-j', 'b-j', 'j-e'].map((way) => `<sequenceFlow id="${way}" sourceRef="${way[0]}" targetRef="${way[2]}"/>`).join('')}</process></definitions>`;
    writeFileSync(file, plain('exclusiveGateway'));
    const { code, out } = await guicheng('check', '--json', file);
    const [checked] = JSON.parse(out) as [{ verdict: string; findings: object[]; rules: { rule: string; forPublishing: boolean }[] }];
    expect([code, checked.verdict, checked.findings]).toEqual([0, 'sound', []]);
    expect(checked.rules.filter(({ forPublishing }) => forPublishing).map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['nobodyAssigned', 'conditionMissing']),
    );
    writeFileSync(file, plain('parallelGateway'));
    const stuck = await guicheng('check', '--json', file);
    expect(stuck.code).toBe(1);
    expect(JSON.parse(stuck.out)).toMatchObject([
      {
        verdict: 'unsound',
        findings: [
          {
            property: 'optionToComplete',
            elements: ['j'],
            run: [
              { element: 's', what: 'start', ways: ['x-a'] },
              { element: 'a', what: 'complete' },
            ],
          },
        ],
      },
    ]);
  });

  test('given --json, when checked, then nothing but JSON is printed, even before files; given --json=FILE, then it is in the file', async () => {
    for (const args of [
      ['--json', bad],
      [bad, '--json'],
    ]) {
      const { code, out, err } = await guicheng('check', ...args);
      expect([code, err]).toEqual([1, '']);
      expect(JSON.parse(out)).toEqual([
        expect.objectContaining({
          file: bad,
          rules: expect.arrayContaining([expect.objectContaining({ element: 'lost', severity: 'error' })]) as unknown,
        }),
      ]);
    }
    const file = join(mkdtempSync(join(newFolder(), 'json-')), 'findings.json');
    const { code, out } = await guicheng('check', `--json=${file}`, good);
    expect([code, out.includes('{')]).toEqual([0, false]);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual([expect.objectContaining({ file: good })]);
  });
});

/** How this machine is reached but by 127.0.0.1: on Linux all of 127 is itself. */
const otherAddresses = (): readonly string[] => (platform() === 'linux' ? ['127.0.0.2'] : ['::1']);

/** The status of an answer, read to its end. */
function answered(asked: ReturnType<typeof httpRequest>): Promise<number | undefined> {
  return new Promise((done, failed) => {
    asked.once('error', failed);
    asked.once('response', (answer) => {
      answer.resume();
      answer.once('end', () => done(answer.statusCode));
    });
  });
}
