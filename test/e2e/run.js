// Runs the stories in a real browser: `npm run e2e`, one story alone with `npm run e2e -- incoming`.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../packages/server/bin/build.js';
import { chromiumPath } from './browser.js';

const here = dirname(fileURLToPath(import.meta.url));

if (!chromiumPath()) {
  const missing = 'no chromium was found (set CHROMIUM to its path, or install it: apt-get install chromium fonts-noto-cjk)';
  console.log(`the stories in a browser were ${process.env.CI ? 'not run' : 'skipped'}: ${missing}`);
  process.exit(process.env.CI ? 1 : 0);
}
build();
const wanted = process.argv[2] ?? '';
const stories = readdirSync(here)
  .filter((file) => file.endsWith('.e2e.js') && file.includes(wanted))
  .map((file) => join(here, file));
const run = spawnSync(process.execPath, ['--test', '--test-concurrency=1', '--test-reporter=spec', ...stories], { stdio: 'inherit' });
process.exit(run.status ?? 1);
