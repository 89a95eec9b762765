#!/usr/bin/env node
// Builds what is stale: the packages (tsc -b decides for itself) and the browser's pages (when a source is newer than what was built).
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) latest = Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
  }
  return latest;
}

function run(what, script, args) {
  const result = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, stdio: ['ignore', 2, 2] });
  if (result.status !== 0) {
    process.stderr.write(`guicheng: building ${what} failed, see the messages above\n`);
    process.exit(2);
  }
}

/** What vite builds of the browser's sources: what it is, the page that is newer than its sources once built, its settings, how long it takes. */
const APP = {
  what: 'the browser app',
  page: 'app/index.html',
  settings: 'vite.config.ts',
  mode: 'production',
  takes: 'about half a minute',
};
const driven = (what, mode) => ({ what, page: `${mode}/${mode}.html`, settings: 'vite.driven.ts', mode, takes: 'some seconds' });
const ROUNDTRIP = driven('the page with the editor', 'roundtrip');
const BARE = driven('the page with bpmn-js alone', 'bare');

/** Builds the packages, the browser app, and the pages of `guicheng roundtrip` and the bench where they are asked for. Prints to stderr only. */
export function build({ app = true, roundtrip = false, bare = false, force = false } = {}) {
  run('the packages', 'typescript/bin/tsc', ['-b', 'packages/runtime', 'packages/server']);
  for (const one of [...(app ? [APP] : []), ...(roundtrip ? [ROUNDTRIP] : []), ...(bare ? [BARE] : [])]) {
    if (!force && !stale(one)) continue;
    process.stderr.write(`guicheng: building ${one.what}, ${one.takes} …\n`);
    run(one.what, 'vite/bin/vite.js', [
      'build',
      modeler,
      '--config',
      join(modeler, one.settings),
      '--mode',
      one.mode,
      '--logLevel',
      'warn',
    ]);
  }
}

const modeler = join(root, 'packages/modeler');

function stale({ page, settings, mode }) {
  const built = join(modeler, 'dist', page);
  if (!existsSync(built)) return true;
  const sources = [join(modeler, 'src'), join(root, 'packages/runtime/src')].map(newest);
  const pages = mode === 'production' ? ['index.html', 'draw.html'] : [`${mode}.html`];
  const files = ['aliases.ts', 'weighEntry.ts', 'fetchAhead.ts', 'compressBuilt.ts', ...pages, settings].map((file) => join(modeler, file));
  files.push(join(root, 'package-lock.json'), join(root, 'packages/server/src/contract.ts'));
  return Math.max(...sources, ...files.map((file) => statSync(file).mtimeMs)) > statSync(built).mtimeMs;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bare = process.argv.includes('--bare');
  build({ app: !bare, bare, force: process.argv.includes('--force') });
}
