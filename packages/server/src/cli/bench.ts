import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Option, type Command } from 'commander';

interface Options {
  readonly group: string;
  readonly json: boolean | string;
  readonly results: boolean;
}

/** What `bench/` offers once it is built; it stands outside the packages, because it measures them and others. */
interface BenchDoor {
  bench(asked: Options & { readonly root: string }): Promise<number>;
}

/** `guicheng bench`: builds bench/ where it is stale, measures, and ends with 0 (all hold), 1 (one does not) or 2 (one could not be run). */
export function addBench(command: Command, root: string): void {
  command
    .command('bench')
    .description('measure the figures that the project promises, beside their yardsticks')
    .addOption(
      new Option('--group <group>', 'which figures; quick takes ten minutes at most')
        .choices(['quick', 'board', 'store', 'browser', 'scale', 'all'])
        .default('quick'),
    )
    .option('--json [file]', 'as JSON: into a file, or, without one, nothing else on standard output', false)
    .option('--results', 'write bench/RESULTS.md anew', false)
    .action(async (options: Options) => {
      const built = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b', 'bench'], {
        cwd: root,
        stdio: ['ignore', 2, 2],
      });
      if (built.status !== 0) {
        console.error('guicheng: bench/ could not be built, see the messages above');
        process.exitCode = 2;
        return;
      }
      const { bench } = (await import(pathToFileURL(join(root, 'bench/dist/main.js')).href)) as BenchDoor;
      process.exitCode = await bench({ ...options, root });
    });
}
