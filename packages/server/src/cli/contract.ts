import { writeFileSync } from 'node:fs';
import { contractOn, StoreUnavailable, type ContractResult } from '@guicheng/runtime';
import type { Command } from 'commander';

/** `guicheng contract`: 0 where a MongoDB server keeps the contract of all stores, 1 where it does not, 2 where it could not be tried. */
export function addContract(command: Command): void {
  command
    .command('contract')
    .description('try the contract of all stores on a MongoDB server, in databases of its own that are removed afterwards')
    .argument('<uri>', 'the server, for example mongodb://127.0.0.1:27017')
    .option('--json [file]', 'as JSON: into a file, or, without one, nothing else on standard output', false)
    .action(async (uri: string, { json }: { readonly json: string | boolean }) => {
      const print = json === true ? undefined : console.log;
      try {
        const result = await contractOn(uri, {
          server: ({ name, version }) => print?.(`${name} ${version}`),
          story: ({ name, holds, reason }) => print?.(`${holds ? 'holds' : 'FAILS'}  ${name}${reason === undefined ? '' : `: ${reason}`}`),
        });
        print?.(summary(result));
        if (json === true) console.log(JSON.stringify(result));
        else if (json !== false) writeFileSync(json, `${JSON.stringify(result, null, 2)}\n`);
        process.exitCode = result.holds ? 0 : 1;
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
        console.error(`guicheng: ${error.message}`);
        process.exitCode = 2;
      }
    });
}

function summary({ stories }: ContractResult): string {
  const kept = stories.filter((story) => story.holds).length;
  return kept === stories.length
    ? `the contract holds: ${kept} stories`
    : `the contract does not hold: ${stories.length - kept} of ${stories.length} stories fail`;
}
