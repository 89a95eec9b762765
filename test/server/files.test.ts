import { readdirSync, readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import type { Problem } from '../../packages/server/src/contract.ts';
import { paper, refusal, request, serve, well, type Client } from './harness.ts';

const MB = 1024 * 1024;
let server: Awaited<ReturnType<typeof serve>>;
let fang: Client;
beforeAll(async () => {
  server = await serve();
  fang = await server.as('wu-fang');
});

const kept = (): readonly string[] => readdirSync(join(server.folder, 'demo/files'));
const upload = (content: Buffer, name: string) => fang.post('/api/files').attach('file', content, name);

/** What a program of Windows begins with. */
const EXE = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff', 'latin1'), Buffer.alloc(200)]);

describe('An upload', () => {
  test('given a PDF with a Chinese name, when it is uploaded and put into a case, then it comes back to the byte, as a download, to those concerned', async () => {
    const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(3 * MB, 'あ')]);
    const file = await fang.upload('关于<税收>的通知.pdf', content);
    expect(file).toMatchObject({
      name: '关于<税收>的通知.pdf',
      mediaType: 'application/pdf',
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
    const [stranger, colleague] = [await server.as('peng-fei'), await server.as('zheng-li')];
    expect((await colleague.get(`/api/files/${file.id}`)).status).toBe(404);
    const { id, name, size, mediaType } = file;
    const values = { ...(await paper(fang.upload)), files: [{ id, name, size, mediaType }] };
    well(await fang.post('/api/cases', { request: request(), flow: 'incoming-document', values }));
    const got = await colleague.get(`/api/files/${file.id}`).buffer(true);
    expect((got.body as Buffer).equals(content)).toBe(true);
    expect(got.headers['content-type']).toBe('application/pdf');
    expect(got.headers['content-disposition']).toMatch(/^attachment; .*filename\*=UTF-8''/);
    expect((await stranger.get(`/api/files/${file.id}`)).status).toBe(404);
  });

  test('given 50 MB, when it is uploaded, then it is refused by size before it is read, whether it says so or not, and nothing is kept', async () => {
    const before = kept();
    const large = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(50 * MB)]);
    const problem = refusal(await upload(large, '大.pdf'));
    expect(problem).toMatchObject({ status: 413, code: 'fileTooLarge', culprit: 'file' });
    expect(problem.expected).toEqual({ zh: '单个文件不得超过 20 MB', en: 'A file may have at most 20 MB' });
    const told = await sendInPieces({ 'Content-Length': String(50 * MB) }, []);
    expect(told).toMatchObject({ status: 413, code: 'fileTooLarge' });
    const head = Buffer.from('--b\r\nContent-Disposition: form-data; name="file"; filename="x.pdf"\r\n\r\n%PDF-1.7\n');
    const pieces = [head, ...Array.from({ length: 21 }, () => Buffer.alloc(MB)), Buffer.from('\r\n--b--\r\n')];
    expect(await sendInPieces({ 'Transfer-Encoding': 'chunked' }, pieces)).toMatchObject({ status: 413, code: 'fileTooLarge' });
    expect(kept()).toEqual(before);
  });

  test('given a program named .pdf, a page, a picture named .docx or nothing, when uploaded, then what it is and what may be is told, and nothing is kept', async () => {
    const before = kept();
    const exe = refusal(await upload(EXE, '通知.pdf'));
    expect(exe).toMatchObject({ status: 415, code: 'fileTypeRefused', culprit: '通知.pdf' });
    expect(exe.expected.zh).toMatch(/exe.*可以上传：pdf、/);
    expect(exe.expected.en).toMatch(/these may be uploaded: pdf, /);
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    for (const [content, name] of [
      [Buffer.from('<!doctype html><script>alert(1)</script>'), '页面.html'],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), '图.svg'],
      [png, '合同.docx'],
      [Buffer.from('%PDF-1.7'), '无后缀'],
      [Buffer.from('%PDF-1.7'), '../../通知.exe'],
      [Buffer.alloc(0), '空.pdf'],
    ] as const)
      expect([name, refusal(await upload(content, name)).code]).toEqual([name, 'fileTypeRefused']);
    expect(kept()).toEqual(before);
  });

  test('given a form of another shape, when it is sent, then the one field is named', async () => {
    const pdf = Buffer.from('%PDF-1.7');
    const faulty = [
      fang.post('/api/files').attach('other', pdf, 'a.pdf'),
      fang.post('/api/files').attach('file', pdf, 'a.pdf').attach('file', pdf, 'b.pdf'),
      fang.post('/api/files').field('__proto__', 'x').attach('file', pdf, 'a.pdf'),
      fang.post('/api/files').type('multipart/form-data; boundary=b').send('--b\r\nnothing'),
    ];
    for (const one of faulty) expect(refusal(await one)).toMatchObject({ status: 400, code: 'invalidInput', culprit: 'file' });
    expect(refusal(await fang.post('/api/files', { file: 'x' }))).toMatchObject({ status: 400, code: 'required', culprit: 'file' });
  });

  test('given a path for a name, when it is uploaded, then it is kept under a random name in the folder of files and its name is only text', async () => {
    const before = kept();
    const file = await fang.upload('../../guicheng.pdf');
    const [added, ...more] = kept().filter((name) => !before.includes(name));
    expect(more).toEqual([]);
    expect(added).toMatch(/^[\da-f-]{32,36}$/);
    expect(file.name).not.toContain('/');
    expect(readFileSync(join(server.folder, 'demo/files', String(added)), 'utf8')).toBe('%PDF-1.7');
  });

  test('given a name that is far too long, when it is uploaded, then what it ends in stays, no character is halved, and a case takes it', async () => {
    for (const long of ['长'.repeat(300), `${'x'.repeat(195)}${'😀'.repeat(20)}`]) {
      const { id, name, size, mediaType } = await fang.upload(`${long}.pdf`);
      expect(name.length).toBeLessThanOrEqual(200);
      expect(name).toMatch(/^[^\p{Surrogate}]{190,}\.pdf$/u);
      const values = { ...(await paper(fang.upload)), files: [{ id, name, size, mediaType }] };
      well(await fang.post('/api/cases', { request: request(), flow: 'incoming-document', values }));
    }
  });
});

describe('A download', () => {
  test('given somebody who takes a large file slowly and goes away, when it is sent, then the server goes on and others get it whole', async () => {
    const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(15 * MB, 7)]);
    const file = await fang.upload('大.pdf', content);
    await new Promise<void>((done, failed) => {
      const asked = httpRequest(`${server.address}/api/files/${file.id}`, { headers: { cookie: fang.cookie } }, (answer) => {
        answer.once('data', () => {
          answer.destroy();
          done();
        });
      });
      asked.on('error', failed);
      asked.end();
    });
    expect((await supertest(server.address).get('/api/health')).status).toBe(200);
    expect(((await fang.get(`/api/files/${file.id}`).buffer(true)).body as Buffer).equals(content)).toBe(true);
    expect(server.log.some((line) => line.includes('a promise was broken'))).toBe(false);
  });
});

/** Sends a form piece by piece and reads the answer while it is still being sent. */
function sendInPieces(headers: { readonly [name: string]: string }, pieces: readonly Buffer[]): Promise<Problem> {
  return new Promise((done, failed) => {
    const asked = httpRequest(`${server.address}/api/files`, {
      method: 'POST',
      headers: { cookie: fang.cookie, 'Content-Type': 'multipart/form-data; boundary=b', ...headers },
    });
    asked.once('response', (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      answer.on('end', () => {
        done(JSON.parse(text) as Problem);
        asked.destroy();
      });
    });
    asked.on('error', failed);
    asked.flushHeaders();
    for (const piece of pieces) asked.write(piece);
    if (pieces.length > 0) asked.end();
  });
}
