import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCode, type Figure, type Group } from './report/figure.ts';
import { machine } from './report/machine.ts';
import { results, table } from './report/table.ts';
import type { Bench, Suite } from './suite.ts';
import { boardPage } from './figures/boardPage.ts';
import { browser } from './figures/browser.ts';
import { clone } from './figures/clone.ts';
import { completions } from './figures/completions.ts';
import { besideBare } from './figures/kernel/besideBare.ts';
import { besideEngine } from './figures/kernel/besideEngine.ts';
import { manyAtOnce } from './figures/kernel/manyAtOnce.ts';
import { sizes } from './figures/kernel/sizes.ts';
import { parallelTasks } from './figures/parallelTasks.ts';
import { seen } from './figures/seen.ts';
import { soundness } from './figures/soundness.ts';
import { studio } from './figures/studio/studio.ts';

const SUITES: readonly Suite[] = [
  besideEngine,
  besideBare,
  manyAtOnce,
  sizes,
  soundness,
  completions,
  parallelTasks,
  seen,
  boardPage,
  browser,
  studio,
  clone,
];

/** What the command line asks for. `json`: false, true (only JSON on standard output), or a file. */
export interface Asked {
  readonly root: string;
  readonly group: Group | 'all';
  readonly json: boolean | string;
  /** Whether bench/RESULTS.md is written anew. */
  readonly results: boolean;
}

/** Measures, prints and writes the figures of a group; the exit code. */
export async function bench(asked: Asked): Promise<number> {
  const say = (what: string): void => void process.stderr.write(`bench: ${what}\n`);
  const suites = SUITES.filter((suite) => asked.group === 'all' || suite.group === asked.group || (asked.group === 'quick' && suite.quick));
  const figures: Figure[] = [];
  for (const suite of suites) figures.push(...(await measured(suite, { root: asked.root, say })));
  const json = JSON.stringify(figures, null, 2);
  if (asked.json === true) process.stdout.write(`${json}\n`);
  else process.stdout.write(`${table(figures, machine())}\n`);
  if (typeof asked.json === 'string') writeFileSync(asked.json, `${json}\n`);
  if (asked.results) {
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: asked.root, encoding: 'utf8' }).trim();
    const day = new Date().toISOString().slice(0, 10);
    writeFileSync(join(asked.root, 'bench/RESULTS.md'), results(figures, { machine: machine(), commit, day }));
  }
  return exitCode(figures);
}

/** A suite that breaks is told as not run; the others are measured all the same. */
async function measured(suite: Suite, given: Bench): Promise<readonly Figure[]> {
  try {
    return await suite.measure(given);
  } catch (error) {
    return suite.failed(error instanceof Error ? error.message : String(error));
  }
}
