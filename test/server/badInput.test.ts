import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { CasePage, Changes, Done, TimelineEntry } from '../../packages/server/src/contract.ts';
import { newFolder, paper, raw, refusal, request, serve, well, type Client } from './harness.ts';

type Server = Awaited<ReturnType<typeof serve>>;
let server: Server;
let fang: Client;
let stranger: Client;
beforeAll(async () => {
  server = await serve();
  [fang, stranger] = [await server.as('wu-fang'), await server.as('peng-fei')];
});

/** The log's end: whatever is written anywhere moves it. */
const tail = async (): Promise<string> => ((await fang.get('/api/me/changes')).body as Changes).cursor;

/** Does something and sees that nothing at all was written by it. */
async function untouched<Value>(act: () => Promise<Value>): Promise<Value> {
  const before = await tail();
  const value = await act();
  expect(await tail()).toBe(before);
  return value;
}

/** A case that just began, and its first task. */
async function begun() {
  const { case: caseId } = await fang.receive();
  return { caseId, task: (await fang.taskOf('in_register', caseId)).id };
}

describe('A form', () => {
  test('given something whose length is no number where a text belongs, when completed, then it is named as of the wrong type', async () => {
    const { task } = await begun();
    const odd = { length: { valueOf: 1, toString: 1 } };
    const inForm = refusal(await untouched(async () => fang.complete(task, { outcome: 'none', values: { title: odd } })));
    expect(inForm).toMatchObject({ status: 400, code: 'wrongType' });
    const around = refusal(
      await untouched(async () =>
        fang.post(`/api/tasks/${task}/complete`, { request: request(), values: {}, confirmed: [], outcome: odd }),
      ),
    );
    expect(around).toMatchObject({ status: 400, code: 'wrongType', fields: [{ field: 'outcome' }] });
  });

  test('given values of a wrong type, when completed, then each field is named with what it takes, and the step stays as it was', async () => {
    const { task } = await begun();
    const values = { copies: 'many', urgency: 'whenever', receivedOn: '2026-02-30', title: 7, files: [{ id: 'nosuch' }] };
    const answer = await untouched(async () => fang.complete(task, { outcome: 'none', values }));
    const problem = refusal(answer);
    expect(problem).toMatchObject({ status: 400, code: 'wrongType' });
    expect(problem.fields?.map(({ field, code }) => [field, code]).sort()).toEqual(
      Object.keys(values)
        .sort()
        .map((field) => [field, 'wrongType']),
    );
    const told = new Map(problem.fields?.map((field) => [field.field, field.expected]));
    expect(told.get('copies')).toEqual({ zh: '数字（整数），1 至 9999', en: 'a number without decimals, 1 to 9999' });
    expect(told.get('urgency')).toEqual({ zh: '以下之一：平件、加急、特急', en: 'one of: Routine, Urgent, Very urgent' });
    expect(problem.culprit).toContain('份数');
    expect((await fang.get(`/api/tasks/${task}`)).body).toMatchObject({ mine: true, revision: 1 });
  });

  test('given unknown fields and fields that this step only reads, when completed, then each is named as such and nothing is written', async () => {
    const { task } = await begun();
    const values = { nosuch: 1, receiptNo: '收〔2026〕99号', instruction: '同意' };
    const problem = refusal(await untouched(async () => fang.complete(task, { outcome: 'none', values })));
    expect(problem.status).toBe(400);
    expect(problem.fields?.map(({ field, code }) => [field, code]).sort()).toEqual([
      ['instruction', 'unknownField'],
      ['nosuch', 'unknownField'],
      ['receiptNo', 'readOnlyField'],
    ]);
  });

  test('given keys that no command has, when sent, then each is named by its place: in the body, in a value, in a query', async () => {
    const { task, caseId } = await begun();
    const body = { request: request(), outcome: 'none', values: {}, confirmed: [] };
    const post = async (more: object) =>
      refusal(await untouched(async () => fang.post(`/api/tasks/${task}/complete`, { ...body, ...more })));
    expect(await post({ force: true })).toMatchObject({ status: 400, code: 'unknownField', culprit: 'force' });
    expect(await post({ values: { copies: { to: 2, by: 'me' } } })).toMatchObject({ code: 'unknownField', culprit: 'values.copies.by' });
    expect(await post({ values: { 'copies; DROP': { to: 2 } } })).toMatchObject({ code: 'unknownField', culprit: 'values.copies; DROP' });
    expect(await post({ values: [] })).toMatchObject({ code: 'wrongType', culprit: 'values' });
    expect(await post({ request: undefined })).toMatchObject({ code: 'required', culprit: 'request' });
    for (const [query, culprit] of [
      ['list=todo&sort=title', 'sort'],
      ['list=all', 'list'],
      ['limit=1000', 'limit'],
      ['limit=ten', 'limit'],
      ['list=todo&list=done', 'list'],
      ['flow[$ne]=x', 'flow[$ne]'],
      ['__proto__=1', '__proto__'],
    ])
      expect([query, refusal(await fang.get(`/api/tasks?${query}`))]).toEqual([query, expect.objectContaining({ status: 400, culprit })]);
    expect(refusal(await fang.get(`/api/cases/${caseId}?expand=all`))).toMatchObject({ status: 400, culprit: 'expand' });
  });

  test('given reserved names as fields, when sent anywhere in a body, then the place is named and no object’s prototype has changed', async () => {
    const { task } = await begun();
    const complete = (values: string) =>
      fang
        .post(`/api/tasks/${task}/complete`)
        .type('json')
        .send(`{"request":"${request()}","outcome":"none","confirmed":[],"values":${values}}`);
    for (const [values, culprit] of [
      ['{"__proto__":{"to":1}}', 'values.__proto__'],
      ['{"constructor":{"to":1}}', 'values.constructor'],
      ['{"prototype":{"to":1}}', 'values.prototype'],
      ['{"title":{"to":{"__proto__":{"polluted":true}}}}', 'values.title.to.__proto__'],
      ['{"title":{"to":[{"constructor":{"prototype":{"polluted":true}}}]}}', 'values.title.to.0.constructor'],
    ] as const)
      expect(refusal(await untouched(async () => complete(values)))).toMatchObject({ status: 400, code: 'unknownField', culprit });
    const draft = await fang.put(`/api/tasks/${task}/draft`, JSON.parse('{"values":{"__proto__":1}}'));
    expect(refusal(draft)).toMatchObject({ status: 400, culprit: 'values.__proto__' });
    expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined();
    for (const path of [
      '/api/flows/__proto__',
      '/api/flows/constructor/start',
      '/api/cases/__proto__',
      '/api/files/__proto__',
      '/api/tasks/__proto__',
    ])
      expect([path, (await fang.get(path)).status]).toEqual([path, 404]);
  });

  test('given a name with markup, when it is kept and read back, then it is text to the letter, under a type that no browser shows as a page', async () => {
    const title = '<script>alert("关于")</script><img src=x onerror=alert(1)>';
    const { case: caseId } = await fang.receive({ title });
    for (const path of [`/api/cases/${caseId}`, `/api/search?q=${encodeURIComponent('<script>')}`, '/api/tasks?list=todo']) {
      const answer = await fang.get(path);
      expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      expect(JSON.stringify(answer.body)).toContain(JSON.stringify(title).slice(1, -1));
    }
    const refused = await fang.get(`/api/tasks?${encodeURIComponent('<script>')}=1`);
    expect(refusal(refused).culprit).toBe('<script>');
    expect(refused.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });
});

describe('A step', () => {
  test('given it was done by a colleague, when it is done again, then 409 says who and when, and nothing is written', async () => {
    const { task } = await begun();
    const li = await server.as('zheng-li');
    well(await li.complete(task, { outcome: 'none' }));
    const problem = refusal(await untouched(async () => fang.complete(task, { outcome: 'none' })));
    expect(problem).toMatchObject({ status: 409, code: 'alreadyDone', by: { name: '郑丽', at: '2026-11-24T01:00:00.000Z' } });
    expect(problem.expected).toEqual({ zh: '这一步已由郑丽办理', en: expect.stringContaining('Zheng Li') as unknown as string });
    expect(refusal(await untouched(async () => fang.post(`/api/tasks/${task}/take`, { request: request() }))).status).toBe(409);
  });

  test('given a request that was answered, when it comes again, then the same answer to the letter and nothing done twice; with other content it is refused', async () => {
    const { task, caseId } = await begun();
    const about = { request: request(), outcome: 'none' };
    const first = well(await fang.complete(task, about));
    const again = await untouched(async () => fang.complete(task, about));
    expect(again.text).toBe(first.text);
    const timeline = (await fang.get(`/api/cases/${caseId}/timeline`)).body as readonly TimelineEntry[];
    expect(timeline.filter((entry) => entry.kind === 'TaskCompleted' && entry.element === 'in_register')).toHaveLength(1);
    const other = await untouched(async () => fang.complete(task, { ...about, outcome: 'classified' }));
    expect(refusal(other)).toMatchObject({ status: 409, code: 'requestReused', culprit: about.request });
  });

  test('given a start that was answered, when it comes again, even at the same moment, then there is one case; with other content it is refused', async () => {
    const start = { request: request(), flow: 'incoming-document', values: await paper(fang.upload) };
    const answers = await Promise.all([1, 2, 3, 4].map(async () => well(await fang.post('/api/cases', start))));
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect(well(await fang.post('/api/cases', start)).text).toBe(answers[0]?.text);
    const other = { ...start, values: { ...start.values, title: '另一份' } };
    expect(refusal(await untouched(async () => fang.post('/api/cases', other)))).toMatchObject({ status: 409, code: 'requestReused' });
  });

  test('given a task of another post, when a stranger asks for anything about it, then the bytes are those of an id that never was', async () => {
    const { task, caseId } = await begun();
    const body = (text: object) => JSON.stringify({ request: 'same-request', ...text });
    const asked: readonly (readonly [string, (task: string, caseId: string) => string, string])[] = [
      ['GET', (one) => `/api/tasks/${one}`, ''],
      ['GET', (one) => `/api/tasks/${one}/returns`, ''],
      ['POST', (one) => `/api/tasks/${one}/complete`, body({ outcome: 'none', values: {}, confirmed: [] })],
      ['POST', (one) => `/api/tasks/${one}/take`, body({})],
      ['POST', (one) => `/api/tasks/${one}/release`, body({})],
      ['POST', (one) => `/api/tasks/${one}/return`, body({ to: 'v1', reason: '退', siblings: 'keep', then: 'flow' })],
      ['POST', (one) => `/api/tasks/${one}/withdraw`, body({ reason: '撤' })],
      ['POST', (one) => `/api/tasks/${one}/reassign`, body({ to: 'su-xin', reason: '转' })],
      ['POST', (one) => `/api/tasks/${one}/urge`, body({ words: '催' })],
      ['PUT', (one) => `/api/tasks/${one}/draft`, JSON.stringify({ values: { title: 'x' } })],
      ['GET', (_, one) => `/api/cases/${one}`, ''],
      ['GET', (_, one) => `/api/cases/${one}/timeline`, ''],
      ['GET', (_, one) => `/api/cases/${one}/diagram`, ''],
    ];
    const send = (method: string, path: string, content: string) =>
      raw(
        server.port,
        `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nCookie: ${stranger.cookie}\r\nConnection: close\r\n` +
          `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`,
      );
    const unknownCase = '0'.repeat(caseId.length);
    for (const [method, path, content] of asked) {
      const forbidden = await send(method, path(task, caseId), content);
      const unknown = await send(method, path(`${unknownCase}.v1`, unknownCase), content);
      expect([path(task, caseId), forbidden]).toEqual([path(task, caseId), unknown]);
      expect(forbidden).toMatch(/^HTTP\/1\.1 404 Not Found\r\n/);
    }
    const done = 'done-before';
    well(await fang.post(`/api/tasks/${task}/take`, { request: done }));
    for (const act of ['take', 'urge']) {
      const content = JSON.stringify({ request: done, ...(act === 'urge' ? { words: '催' } : {}) });
      const forbidden = await send('POST', `/api/tasks/${task}/${act}`, content);
      expect(forbidden).toBe(await send('POST', `/api/tasks/${unknownCase}.v1/${act}`, content));
    }
    const file = await fang.upload();
    expect(await send('GET', `/api/files/${file.id}`, '')).toBe(await send('GET', `/api/files/${'0'.repeat(file.id.length)}`, ''));
    expect(await stranger.todo()).toEqual([]);
  });
});

describe('A condition on a value that is missing', () => {
  test('given a branch whose amount nobody filled in, when the case comes there, then the step counts and the incident is told in words; filled in, it goes its way', async () => {
    const root = newFolder();
    mkdirSync(join(root, 'processes'));
    copyFileSync('processes/organization.json', join(root, 'processes/organization.json'));
    copyFileSync('test/server/missing-value.bpmn', join(root, 'processes/missing-value.bpmn'));
    const own = await serve({ root });
    const hers = await own.as('wu-fang');
    const start = async (): Promise<Done> =>
      well(await hers.post('/api/cases', { request: request(), flow: 'missing-value', values: { what: '打印纸' } })).body as Done;
    const { case: caseId } = await start();
    const done = await hers.does('ask', { case: caseId });
    expect(done).toMatchObject({ now: [], ended: false });
    const page = (await hers.get(`/api/cases/${caseId}`)).body as CasePage;
    expect(page.card.status).toBe('incident');
    expect(page.incidents).toEqual([
      {
        id: expect.any(String) as unknown as string,
        step: { zh: '金额多大' },
        words: { zh: '分支条件缺少数据，无法判断走哪一支', en: 'A branch condition lacks data, so no branch could be chosen' },
      },
    ]);
    const timeline = (await hers.get(`/api/cases/${caseId}/timeline`)).body as readonly TimelineEntry[];
    expect(timeline.map((entry) => entry.kind)).toEqual(expect.arrayContaining(['TaskCompleted', 'IncidentRaised']));
    const { case: other } = await start();
    expect(await hers.does('ask', { case: other, values: { amount: 20_000 } })).toMatchObject({ now: [{ step: { zh: '领导审批' } }] });
  });
});

describe('A body', () => {
  const post = (content: string, type = 'application/json') =>
    fang.post('/api/cases').set('Content-Type', type).serialize(String).send(content);

  test('given what is no JSON, too large, too deep or of another type, when sent, then what was expected is told and nothing is written', async () => {
    const told = async (content: string, type?: string) => {
      const { status, code, culprit } = refusal(await untouched(async () => post(content, type)));
      return [status, code, culprit];
    };
    expect(await told('{"request": "x", ')).toEqual([400, 'invalidInput', 'body']);
    expect(await told('"text"')).toEqual([400, 'invalidInput', 'body']);
    expect(await told(`{"request":"${'x'.repeat(1024 * 1024)}"}`)).toEqual([413, 'fileTooLarge', 'body']);
    expect(await told('[1]')).toEqual([400, 'wrongType', 'body']);
    expect(await told('a=b', 'text/plain')).toEqual([400, 'required', 'body']);
    expect(await told(`{"values":${'['.repeat(200_000)}${']'.repeat(200_000)}}`)).toEqual([400, 'invalidInput', 'values.0.0']);
    expect(await told('{}', 'application/json; charset=gb18030')).toEqual([400, 'invalidInput', 'Content-Type']);
  });

  test('given a path that cannot be read, when asked for, then it is one that does not exist', async () => {
    for (const path of [
      '/api/tasks/%E0%A4%A',
      '/api/cases/%00',
      '/api/tasks/..%2F..%2Fetc',
      '/api/files/..%2F..%2Fguicheng.db',
      '/api/nowhere',
    ])
      expect([path, refusal(await fang.get(path)).status]).toEqual([path, 404]);
  });
});
