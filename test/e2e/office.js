// The demo office as a stranger starts it, on a port and in a folder of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Starts it; `stop` ends it and removes its folder. */
export async function startOffice() {
  const folder = mkdtempSync(join(tmpdir(), 'guicheng-e2e-'));
  const server = spawn(process.execPath, [join(root, 'packages/server/bin/guicheng.js'), 'start', '--demo'], {
    env: { ...process.env, PORT: '0', DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise((done, failed) => {
    let printed = '';
    server.stdout.on('data', (text) => {
      printed += text;
      const found = /http:\/\/[\d.]+:\d+/.exec(printed);
      if (found) done(found[0]);
    });
    server.once('exit', (code) => failed(new Error(`the server ended with ${code}`)));
  });
  return {
    address,
    async stop() {
      const ended = new Promise((done) => {
        server.once('exit', done);
      });
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
