import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import express from 'express';
import supertest from 'supertest';
import { page } from '../../packages/server/src/http/page.ts';
import { newFolder, serve } from './harness.ts';

const CODE = 'say("规程");'.repeat(200);

/** An app as it was built: a script, compressed and not, a small one that is not, and the two pages. */
function built() {
  const folder = newFolder();
  mkdirSync(join(folder, 'assets'));
  const put = (name: string, bytes: string | Uint8Array): void => writeFileSync(join(folder, name), bytes);
  put('assets/a-1.js', CODE);
  put('assets/a-1.js.gz', gzipSync(CODE));
  put('assets/a-1.js.br', brotliCompressSync(CODE));
  put('assets/small-1.js', 'small();');
  put('index.html', '<p>board</p>');
  put('draw.html', '<p>canvas</p>');
  const app = express();
  page(app, folder);
  return supertest(app);
}

describe('The files of the browser app', () => {
  test.each([
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate', 'gzip'],
    ['identity', undefined],
  ])(
    'given a browser that takes %s, when it fetches a script, then it comes so, typed as a script and kept for a year',
    async (takes, comes) => {
      const answer = await built().get('/assets/a-1.js').set('Accept-Encoding', takes);
      expect([answer.status, answer.headers['content-encoding']]).toEqual([200, comes]);
      expect(answer.headers['content-type']).toMatch(/javascript; charset=utf-8/i);
      expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(answer.headers['vary']).toBe('Accept-Encoding');
      if (comes !== 'br') expect(answer.text ?? String(answer.body)).toBe(CODE);
    },
  );

  test('given a file too small to be compressed, when it is fetched, then it comes as it is', async () => {
    const answer = await built().get('/assets/small-1.js').set('Accept-Encoding', 'gzip, br');
    expect([answer.text ?? String(answer.body), answer.headers['content-encoding']]).toEqual(['small();', undefined]);
  });

  test('given an address of no file, when it is fetched, then it is not there, whatever the page says of other addresses', async () => {
    for (const path of ['/assets/gone-1.js', '/assets/..%2findex.html', '/assets/%ff'])
      expect((await built().get(path)).status).toBeGreaterThanOrEqual(400);
  });
});

describe('The page', () => {
  test('given an address where a flow is drawn, when it is opened, then the page is the one that begins with the canvas; everywhere else it is the other', async () => {
    const app = built();
    expect((await app.get('/flows/incoming-document/draw')).text).toBe('<p>canvas</p>');
    for (const path of ['/', '/todo', '/flows', '/flows/incoming-document', '/flows/incoming-document/versions', '/flows/a/draw/more'])
      expect((await app.get(path)).text).toBe('<p>board</p>');
  });
});

describe('An answer of the server', () => {
  test('given a large one and a browser that takes gzip, when it is asked for, then it is compressed; a small one is not', async () => {
    const { as } = await serve();
    const hers = await as('li-min');
    const large = await hers.get('/api/flows/incoming-document/drawing').set('Accept-Encoding', 'gzip');
    expect([large.status, large.headers['content-encoding'], large.body.xml.includes('收文')]).toEqual([200, 'gzip', true]);
    expect((await hers.get('/api/session').set('Accept-Encoding', 'gzip')).headers).not.toHaveProperty('content-encoding');
  });
});
