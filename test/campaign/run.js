import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const HELP = `npm run campaign [-- --runs N] [--seed N] [--each N]

Checks the properties of generated processes: 10,000 runs unless said otherwise, from a seed that is printed. What is called sound
is run 1,000 times each (--each) to see that it never gets stuck. What fails is shrunk, and told as the
smallest diagram with what was done. The last line is "N runs, N failed". Exit 0: all hold, 1: not, 2: could not run.`;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string' },
    each: { type: 'string', default: '1000' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const seed = values.seed ?? String(Math.floor(Math.random() * 1_000_000_000));
if (![values.runs, values.each, seed].every((one) => /^\d+$/.test(one))) {
  console.error(HELP);
  process.exit(2);
}

const out = join(mkdtempSync(join(tmpdir(), 'campaign-')), 'out.txt');
writeFileSync(out, '');
const jest = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
  '--silent',
  '--runInBand',
];
const child = spawn(process.execPath, [...jest, 'test/campaign/generated.test.ts'], {
  cwd: new URL('../../', import.meta.url).pathname,
  env: { ...process.env, CAMPAIGN_RUNS: values.runs, CAMPAIGN_SEED: seed, CAMPAIGN_EACH: values.each, CAMPAIGN_OUT: out },
  stdio: 'ignore',
});

let told = 0;
const tell = () => {
  const text = readFileSync(out, 'utf8');
  process.stdout.write(text.slice(told));
  told = text.length;
};
const telling = setInterval(tell, 1000);
child.on('exit', () => {
  clearInterval(telling);
  tell();
  const [, failed] = /(\d+) failed\n$/.exec(readFileSync(out, 'utf8')) ?? [];
  process.exit(failed === undefined ? 2 : failed === '0' ? 0 : 1);
});
