// Starts the demo office as the README says, signs in as somebody, reads the shelf and the page, and ends it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'guicheng-start-'));
const server = spawn('npm', ['start', '--', '--demo'], { env: { ...process.env, PORT: '0', DATA_DIR: folder }, detached: true });
const finish = (problem) => {
  process.kill(-server.pid, 'SIGTERM');
  rmSync(folder, { recursive: true, force: true });
  console.log(problem ?? 'the demo office started, a person signed in, flows and page were served');
  process.exit(problem ? 1 : 0);
};
setTimeout(() => finish('the demo office did not start within three minutes'), 180_000).unref();

let printed = '';
server.stdout.on('data', async (text) => {
  const before = printed;
  printed += text;
  const address = /http:\/\/[\d.]+:\d+/.exec(printed)?.[0];
  if (!address || /http:\/\/[\d.]+:\d+/.test(before)) return;
  const signedIn = await fetch(`${address}/api/demo/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{"person":"wu-fang"}',
  });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const flows = await (await fetch(`${address}/api/flows`, { headers: { cookie } })).json();
  const startable = flows.filter((flow) => flow.startable).map((flow) => flow.key);
  const page = await (await fetch(address)).text();
  if (!startable.includes('incoming-document')) finish(`the registry cannot start 收文, but only: ${startable}`);
  else if (!page.includes('id="root"')) finish('the page was not served');
  else finish();
});
