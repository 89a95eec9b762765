import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import express from 'express';

// The yardstick: a bare express route that appends one row to SQLite and answers when it is on the disk. Nothing is asked, decided or
// projected. FOLDER is where the database goes, ROW how many characters a row has.
const { FOLDER, ROW } = process.env;
if (!FOLDER || !ROW) throw new Error('FOLDER and ROW are wanted');
const text = 'x'.repeat(Number(ROW));
const writer = new Worker(new URL('bareWriter.js', import.meta.url), { workerData: join(FOLDER, 'bare.db') });
const waiting = new Map<number, () => void>();
let last = 0;
writer.on('message', (ids: readonly number[]) => {
  for (const id of ids) {
    waiting.get(id)?.();
    waiting.delete(id);
  }
});
const app = express();
app.post('/append', express.json(), async (request, response) => {
  const { request: named } = request.body as { readonly request: string };
  await new Promise<void>((done) => {
    last += 1;
    waiting.set(last, done);
    writer.postMessage({ id: last, request: named, text });
  });
  response.json({ ok: true });
});
const server = createServer(app).listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once('SIGTERM', () => process.exit(0));
