import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ask, reasonOf, Refusal } from '../../../packages/modeler/src/api/client.ts';

const real = globalThis.fetch;
const answered = jest.fn<typeof fetch>();
beforeEach(() => {
  globalThis.fetch = answered;
});
afterEach(() => {
  globalThis.fetch = real;
  answered.mockReset();
});
const told = (): Promise<string> =>
  ask('/api/x').then(
    () => 'answered',
    (error: unknown) => `${(error as Refusal).problem.code} ${reasonOf(error).zh}`,
  );

describe('What the server says', () => {
  test('is handed over', async () => {
    answered.mockResolvedValue(Response.json({ rows: [] }));
    await expect(ask('/api/x')).resolves.toEqual({ rows: [] });
    answered.mockResolvedValue(new Response(null, { status: 204 }));
    await expect(ask('/api/x', 'DELETE')).resolves.toBeUndefined();
  });

  test('when it refuses, is told in its own words, with who was faster', async () => {
    const problem = { code: 'alreadyDone', status: 409, title: '', type: 'about:blank', culprit: 'v1', expected: { zh: '已经办过' } };
    answered.mockResolvedValue(Response.json(problem, { status: 409 }));
    await expect(told()).resolves.toBe('alreadyDone 已经办过');
    answered.mockResolvedValue(Response.json({ ...problem, by: { name: '李敏', at: '2026-11-24T01:00:00.000Z' } }, { status: 409 }));
    await expect(told()).resolves.toMatch(/^alreadyDone 已经办过（李敏，(2026-)?11-24 09:00）$/);
  });

  test('about several fields names each of them', async () => {
    const fields = ['甲', '乙'].map((zh) => ({ field: zh, code: 'required', expected: { zh: `请填写${zh}` } }));
    const problem = { code: 'required', status: 400, title: '', type: 'about:blank', culprit: '甲', expected: { zh: '请填写' }, fields };
    answered.mockResolvedValue(Response.json(problem, { status: 400 }));
    await expect(told()).resolves.toBe('required 请填写甲；请填写乙');
  });
});

describe('Where no server answers', () => {
  test('the line being cut, it is said that nothing is lost', async () => {
    answered.mockRejectedValue(new TypeError('failed to fetch'));
    await expect(told()).resolves.toMatch(/^unavailable 连接不上服务器，您填的内容还在这里/);
  });

  test('a proxy answering with a page of its own, that is no crash', async () => {
    answered.mockResolvedValue(new Response('<html>Bad gateway</html>', { status: 502 }));
    await expect(told()).resolves.toMatch(/^unavailable 连接不上服务器/);
    answered.mockResolvedValue(new Response('<html>Welcome to the guest network</html>', { status: 200 }));
    await expect(told()).resolves.toMatch(/^unavailable 服务器的答复无法识别/);
  });
});
