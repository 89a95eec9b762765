// Runs a command with MONGODB_URI set to a FerretDB 1.24 of its own: `node test/ferretdb/with.js npm test -- test/mongodb`.
// Builds the Go program beside it when that is needed, starts it on a free port with an empty folder, and stops it afterwards.
// Ends with the command's exit code; 2 where FerretDB could not be built or started.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mongo } from 'mongoose';

const here = fileURLToPath(new URL('.', import.meta.url));
const program = join(here, process.platform === 'win32' ? 'ferretdb.exe' : 'ferretdb');
const sources = ['main.go', 'go.mod', 'go.sum'].map((file) => join(here, file));

/** How long the start may take, in milliseconds. */
const START = 30_000;

function fail(why) {
  console.error(`test/ferretdb/with.js: ${why}`);
  process.exit(2);
}

function build() {
  const built = existsSync(program) ? statSync(program).mtimeMs : 0;
  if (sources.every((source) => statSync(source).mtimeMs <= built)) return;
  const go = spawnSync('go', ['version'], { encoding: 'utf8' });
  if (go.error || go.status !== 0)
    fail('Go is not installed (no `go` on the PATH), so FerretDB 1.24 cannot be built and MongoDB is NOT tested');
  console.error(`building FerretDB 1.24 with ${go.stdout.trim()} (about a minute, once)`);
  const made = spawnSync('go', ['build', '-o', program, '.'], { cwd: here, encoding: 'utf8' });
  if (made.status !== 0) fail(`FerretDB could not be built:\n${made.stderr}`);
}

const freePort = () =>
  new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

async function answers(uri, database) {
  for (const until = Date.now() + START; Date.now() < until; ) {
    if (database.exitCode !== null) return false;
    const client = new mongo.MongoClient(uri, { serverSelectionTimeoutMS: 1000 });
    try {
      await client.db('admin').command({ ping: 1 });
      return true;
    } catch {
      await new Promise((done) => setTimeout(done, 100));
    } finally {
      await client.close();
    }
  }
  return false;
}

const [command, ...rest] = process.argv.slice(2);
if (!command) fail('which command? for example: node test/ferretdb/with.js npm test -- test/mongodb');
build();
const folder = mkdtempSync(join(tmpdir(), 'guicheng-ferretdb-'));
const address = `127.0.0.1:${await freePort()}`;
const uri = `mongodb://${address}/`;
let said = '';
const database = spawn(program, ['-listen', address, '-folder', `${folder}/`], { stdio: ['ignore', 'pipe', 'pipe'] });
for (const stream of [database.stdout, database.stderr])
  stream.on('data', (text) => {
    said = (said + text).slice(-4000);
  });
const ended = new Promise((done) => {
  database.once('exit', done);
});
async function stop() {
  database.kill('SIGTERM');
  const hard = setTimeout(() => database.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(hard);
  rmSync(folder, { recursive: true, force: true });
}
if (!(await answers(uri, database))) {
  await stop();
  fail(`FerretDB did not answer on ${address}:\n${said}`);
}
const child = spawn(command, rest, { stdio: 'inherit', env: { ...process.env, MONGODB_URI: uri } });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
const code = await new Promise((done) => {
  child.once('error', (error) => {
    console.error(`test/ferretdb/with.js: ${command}: ${error.message}`);
    done(2);
  });
  child.once('exit', (exit, signal) => done(signal ? 1 : exit));
});
await stop();
process.exit(code);
