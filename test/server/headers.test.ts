import { describe, expect, test } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import supertest from 'supertest';
import { z } from 'zod';
import { openSqlite } from '../../packages/runtime/src/store/sqlite/database.ts';
import * as answers from '../../packages/server/src/http/answers.ts';
import * as migrationAnswers from '../../packages/server/src/http/migrationAnswers.ts';
import { ROUTES } from '../../packages/server/src/http/routes.ts';
import * as schemas from '../../packages/server/src/http/schemas.ts';
import { refusal, request, serve, well } from './harness.ts';

describe('A page of another site', () => {
  test('given a signed-in browser, when another site’s page writes with its cookie, then 403 names the Origin and nothing is written', async () => {
    const { as, address } = await serve();
    const hers = await as('wu-fang');
    const body = { views: [], startView: null, theme: 'dark' };
    for (const origin of ['https://evil.example', `${address}.evil.example`, 'null', 'http://127.0.0.1', 'no url']) {
      const answer = await hers.put('/api/me/settings', body).set('Origin', origin);
      expect(refusal(answer)).toMatchObject({ status: 403, code: 'foreignOrigin', culprit: 'Origin' });
    }
    const upload = hers.post('/api/files').set('Origin', 'https://evil.example');
    expect((await upload).status).toBe(403);
    expect((await hers.delete('/api/session').set('Origin', 'https://evil.example')).status).toBe(403);
    expect((await hers.get('/api/me/settings')).body).toEqual({ views: [], startView: null });
    expect((await hers.put('/api/me/settings', body).set('Origin', address)).status).toBe(200);
    expect((await hers.get('/api/session').set('Origin', 'https://evil.example')).headers).not.toHaveProperty(
      'access-control-allow-origin',
    );
  });
});

describe('A demo', () => {
  test('given a name of somebody else’s that leads to this machine, when its page asks anything of the demo, then it is refused', async () => {
    const { address } = await serve();
    const ask = (path: string, host: string) => supertest(address).get(path).set('Host', host);
    expect(refusal(await ask('/api/demo/people', 'evil.example:3000'))).toMatchObject({
      status: 403,
      code: 'foreignOrigin',
      culprit: 'Host',
    });
    expect((await ask('/', 'evil.example')).status).toBe(403);
    for (const host of ['127.0.0.1', 'localhost:3000', '[::1]:3000']) expect((await ask('/api/demo/people', host)).status).toBe(200);
  });
});

describe('Every answer', () => {
  test('given any answer, when it is read, then only own scripts run, nobody frames it, its type is final, and /api is kept in no cache', async () => {
    const { address, as } = await serve();
    const hers = await as('wu-fang');
    for (const answer of [await hers.get('/api/session'), await supertest(address).get('/api/nowhere'), await hers.get('/api/docs')]) {
      const directives = new Map(
        String(answer.headers['content-security-policy'])
          .split(';')
          .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1).join(' ')]),
      );
      expect(directives.get('default-src')).toBe("'self'");
      expect(directives.get('script-src')).toBe("'self'");
      expect(directives.get('frame-ancestors')).toBe("'none'");
      expect(directives.get('object-src')).toBe("'none'");
      expect(directives.get('base-uri')).toBe("'self'");
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      expect(answer.headers).not.toHaveProperty('x-powered-by');
    }
    expect((await hers.get('/api/session')).headers['cache-control']).toBe('no-store');
  });
});

describe('Behind a proxy', () => {
  const forwarded = { 'X-Forwarded-For': '10.1.2.3', 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'office.example' };
  const pick = (address: string) => supertest(address).post('/api/demo/session').set(forwarded).send({ person: 'wu-fang' });

  test('given a proxy that is believed, when it forwards https, then the cookie is Secure and its host is the own origin', async () => {
    const { address, as } = await serve({ trustProxy: 'loopback' });
    expect((await pick(address)).headers['set-cookie']).toEqual([expect.stringContaining('; Secure;')]);
    expect((await pick(address).set('Origin', 'https://office.example')).status).toBe(204);
    expect((await pick(address).set('Origin', 'https://evil.example')).status).toBe(403);
    const hers = await as('wu-fang');
    expect((await hers.listen({ ...forwarded, origin: 'https://office.example' })).refused).toBeUndefined();
    expect((await hers.listen({ ...forwarded, origin: 'https://evil.example' })).refused).toBeDefined();
  });

  test('given nobody is believed, when somebody says to forward, then nothing of it counts', async () => {
    const { address } = await serve();
    expect((await pick(address)).headers['set-cookie']).toEqual([expect.not.stringContaining('Secure')]);
    expect((await pick(address).set('Origin', 'https://office.example')).status).toBe(403);
  });

  test('given a believed proxy, when one client tries too often, then only that client waits; unbelieved, a made-up address does not help', async () => {
    const tries = async (address: string, from: string) =>
      (await supertest(address).post('/api/session').set('X-Forwarded-For', from).send({ name: '廖凯', password: 'wrong-password' }))
        .status;
    const behind = await serve({ demo: false, trustProxy: '1' });
    for (let time = 0; time < 10; time += 1) expect(await tries(behind.address, '10.1.2.3')).toBe(401);
    expect(await tries(behind.address, '10.1.2.3')).toBe(429);
    expect(await tries(behind.address, '10.1.2.4')).toBe(401);
    const bare = await serve({ demo: false });
    for (let time = 0; time < 10; time += 1) expect(await tries(bare.address, `10.1.2.${time}`)).toBe(401);
    expect(await tries(bare.address, '10.9.9.9')).toBe(429);
  });
});

describe('Health and metrics', () => {
  test('given a server that works, when it is asked, then health says so to everybody and metrics count by route, never by id', async () => {
    const { address, as } = await serve();
    const web = supertest(address);
    expect((await web.get('/api/health')).body).toEqual({
      status: 'ok',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as unknown as string,
      store: 'sqlite',
    });
    const hers = await as('wu-fang');
    await hers.get('/api/tasks/nosuchcase.v1');
    await hers.listen();
    const text = (await web.get('/metrics')).text;
    expect(text).toContain('guicheng_http_seconds_count{method="GET",route="/api/tasks/:task",status="404"} 1');
    expect(text).toContain('guicheng_sockets 1');
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).not.toContain('nosuchcase');
  });

  test('given a store that does not answer, when health is asked for, then 503 says so without saying why', async () => {
    const { address, folder } = await serve();
    const database = openSqlite(`${folder}/demo/guicheng.db`);
    database.exec('ALTER TABLE commits RENAME TO lost');
    database.close();
    const answer = await supertest(address).get('/api/health');
    expect([answer.status, answer.body]).toEqual([503, { status: 'failing', version: expect.any(String), store: 'sqlite' }]);
  });

  test('given metrics, when a proxy on this machine asks for somebody elsewhere, then it is as if there were none', async () => {
    const { address } = await serve();
    for (const header of ['X-Forwarded-For', 'Forwarded'])
      expect(refusal(await supertest(address).get('/metrics').set(header, 'for=10.1.2.3')).status).toBe(404);
  });
});

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: { readonly 'application/json'?: { readonly schema: object } } };
  readonly responses: { readonly [status: string]: { readonly content?: object } };
}

describe('The OpenAPI document', () => {
  test('given the document, when a validator of OpenAPI reads it, then it is a valid 3.1 and every route is in it with its refusals', async () => {
    const { address, as } = await serve();
    const document = well(await supertest(address).get('/api/openapi.json')).body as {
      readonly openapi: string;
      readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } };
    };
    expect(document.openapi).toBe('3.1.0');
    expect(await new Validator().validate(structuredClone(document))).toEqual({ valid: true });
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(new Set(operations.map((one) => one.operationId)).size).toBe(operations.length);
    for (const operation of operations)
      expect(operation.responses['default']?.content).toEqual({
        'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
      });
    const hers = await as('wu-fang');
    for (const [path, methods] of Object.entries(document.paths)) {
      if (!methods['get'] || path === '/api/files/{file}') continue;
      const answer = await hers.get(path.replaceAll(/\{\w+\}/g, 'x').concat(path === '/api/search' ? '?q=x' : ''));
      expect([path, [200, 404].includes(answer.status)]).toEqual([path, true]);
    }
  });

  test('given the schemas that check the input, when the document is made, then its bodies are those very schemas', async () => {
    const { address } = await serve();
    const { paths } = (await supertest(address).get('/api/openapi.json')).body as {
      readonly paths: { readonly [path: string]: { readonly post: Operation } };
    };
    const told = paths['/api/tasks/{task}/return']?.post.requestBody?.content['application/json']?.schema;
    const { $schema: _, ...checks } = z.toJSONSchema(schemas.returnTask);
    expect(told).toEqual(checks);
  });
});

describe('What the document says of answers', () => {
  test('given a case under way, when every list is read, then each answer is of the very shape that is told', async () => {
    const { as } = await serve();
    const hers = await as('wu-fang');
    const done = await hers.receive();
    const { id: task } = await hers.taskOf('in_register');
    const strict = (schema: z.ZodType, answer: unknown, path: string) => {
      const parsed = schema.safeParse(answer);
      expect([path, parsed.error?.issues, parsed.data]).toEqual([path, undefined, answer]);
    };
    strict(answers.done, done, 'POST /api/cases');
    const owner = await as('li-min');
    const drawing = '/api/flows/seal-use/drawing';
    const hold = 'a-tab-of-hers';
    const { xml } = well(await owner.get(drawing)).body as { readonly xml: string };
    strict(answers.drawingState, well(await owner.post(`${drawing}/hold`, { hold, takeOver: false })).body, 'POST hold');
    strict(answers.drawingSaved, well(await owner.put(drawing, { hold, revision: 0, xml: `${xml}<!-- 2 -->` })).body, 'PUT drawing');
    const kept = well(await owner.post(`${drawing}/keep`, { hold, words: '开会讨论前' })).body as { readonly point: string };
    strict(answers.keptPoint, kept, 'POST keep');
    const flow = '/api/flows/incoming-document';
    const page = async () =>
      well(await owner.get(`${flow}/drawing?hold=${hold}`)).body as { xml: string; revision: number; latest: number };
    well(await owner.post(`${flow}/drawing/hold`, { hold, takeOver: false }));
    const { revision: first, xml: file } = await page();
    well(await owner.put(`${flow}/drawing`, { hold, revision: first, xml: `${file}<!-- 2 -->` }));
    const { revision, latest } = await page();
    const publishing = { request: request(), hold, revision, latest, note: '改', effectiveFrom: null };
    strict(answers.published, well(await owner.post(`${flow}/publish`, publishing)).body, 'POST publish');
    const tried = well(await owner.post(`${flow}/migrations/preview`, { from: 1, to: 2, map: {} })).body as { readonly preview: string };
    strict(migrationAnswers.migrationPreview, tried, 'POST preview');
    const begun = { request: request(), preview: tried.preview };
    const job = well(await owner.post(`${flow}/migrations`, begun)).body as { readonly id: string };
    // Where a case may be moved to is not hers to read: moves.test.ts holds its shape.
    const told = ROUTES.filter(({ method, path, answers: schema }) => method === 'get' && schema && !path.endsWith('/places'));
    expect(told.length).toBeGreaterThan(10);
    for (const { path, answers: schema } of told) {
      const real = path
        .replace(':task', task)
        .replace(':case', done.case)
        .replace(':flow', path.includes(':migration') ? 'incoming-document' : 'seal-use')
        .replace(':version', '1')
        .replace(':migration', job.id)
        .replace(':point', kept.point);
      const asker = real.startsWith('/api/flows') ? owner : hers;
      if (schema) strict(schema, well(await asker.get(real === '/api/search' ? `${real}?q=税收` : real)).body, path);
    }
  });
});

describe('/api/docs', () => {
  test('given the page, when it is read, then all of it comes from this server, by files, and no script stands in it', async () => {
    const { address } = await serve();
    const web = supertest(address);
    const page = await web.get('/api/docs');
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.text).not.toMatch(/<script(?![^>]*\ssrc=)/);
    const parts = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)]
      .map(([, part]) => String(part))
      .filter((part) => !part.startsWith('data:'));
    expect(parts.length).toBe(3);
    for (const part of parts) {
      expect(part).toMatch(/^\/api\/docs\//);
      expect((await web.get(part)).status).toBe(200);
    }
    expect((await web.get('/api/docs/begin.js')).text).toContain("url: '/api/openapi.json'");
    expect((await web.get('/api/docs/package.json')).status).toBe(404);
  });
});
