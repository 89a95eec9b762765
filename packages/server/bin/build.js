#!/usr/bin/env node
// Builds what is stale: the packages (tsc -b decides for itself) and the browser app (when a source of it is newer than its page).
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

/** Builds the packages, and the browser app where it is asked for. Prints to stderr only. */
export function build({ app = true, force = false } = {}) {
  run('the packages', 'typescript/bin/tsc', ['-b', 'packages/runtime', 'packages/server']);
  if (!app) return;
  const modeler = join(root, 'packages/modeler');
  const page = join(modeler, 'dist/app/index.html');
  const sources = [join(modeler, 'src'), join(root, 'packages/runtime/src')];
  const settings = [
    'package-lock.json',
    'packages/server/src/contract.ts',
    ...['vite.config.ts', 'weighEntry.ts', 'index.html'].map((file) => `packages/modeler/${file}`),
  ];
  const stale =
    force ||
    !existsSync(page) ||
    Math.max(...sources.map(newest), ...settings.map((file) => statSync(join(root, file)).mtimeMs)) > statSync(page).mtimeMs;
  if (stale) {
    process.stderr.write('guicheng: building the browser app, about half a minute …\n');
    run('the browser app', 'vite/bin/vite.js', ['build', modeler, '--logLevel', 'warn']);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build({ force: process.argv.includes('--force') });
