import { Command, CommanderError } from 'commander';
import { addBench } from './bench.ts';
import { addCheck } from './check.ts';
import { addConformance } from './conformance.ts';
import { addContract } from './contract.ts';
import { loneJson } from './loneJson.ts';
import { addRoundtrip } from './roundtrip.ts';
import { addStart } from './start.ts';

/** The `guicheng` command. Exit codes: 0 holds, 1 does not, 2 could not run. */
export function program(root: string): Command {
  const command = new Command('guicheng').description('规程 Guicheng: a process studio for offices').exitOverride();
  addStart(command, root);
  addCheck(command);
  addConformance(command);
  addContract(command);
  addRoundtrip(command, root);
  addBench(command, root);
  return command;
}

/** Runs the command with the arguments that stand after its name. */
export async function run(root: string, given: readonly string[]): Promise<void> {
  try {
    await program(root).parseAsync(loneJson(given), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help was asked for; or the words make no command, and so nothing could run.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  }
}
