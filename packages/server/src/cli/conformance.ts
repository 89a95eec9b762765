import { writeFileSync } from 'node:fs';
import { Option, type Command } from 'commander';
import { EXECUTORS, type ExecutorName } from './conformance/executors.ts';
import { openRunner } from './conformance/openRunner.ts';
import { runSuite, type SuiteResult, type TestResult } from './conformance/runSuite.ts';
import { CouldNotRun } from './couldNotRun.ts';

interface Options {
  readonly executor: ExecutorName;
  readonly json: string | false;
}

const HELP = `
SUITE is a folder with a cases.json: a list of { name, file, cases }, where file is a diagram beside it and each case has the start
variables (vars), the milliseconds that may pass (delay; a clock is advanced, nobody waits), whether a process ParallelProcess of the same
file is begun first (parallel), and the lines that must be written, no more and no less (trace). A script's body is one of a closed
list of words, which this command knows and the product does not; conditions are translated to FEEL by a closed table of forms.

Beside the lines that words write: ERROR_deployment, the diagram was refused; ERROR_runtime, a case stands still with an incident; ERROR in
a trace accepts either; ERROR_thrownErrorEvent, an error end event that nothing caught. ERROR_endless: the case did not come to rest.
ERROR_unread: the diagram's file cannot be read.

Exit codes: 0 all tests pass, 1 one does not, 2 it could not be run, or one of its diagrams not be read.`;

/** `guicheng conformance`: 0 where all tests of a suite of executable BPMN pass, 1 where one does not, 2 where it could not be run or a diagram not be read – the others are run all the same. */
export function addConformance(command: Command): void {
  command
    .command('conformance')
    .description('run a suite of executable BPMN, each case with a clock of its own')
    .argument('<suite>', 'a folder with a cases.json and its diagrams')
    .addOption(new Option('--executor <name>', 'what runs the cases').choices(EXECUTORS).default('kernel'))
    .option('--json [file]', 'as JSON: into a file with --json=FILE, or, without one, nothing else on standard output', false)
    .addHelpText('after', HELP)
    .action(async (suite: string, { executor, json }: Options) => {
      const told = json === '-' ? undefined : console.log;
      const runner = openRunner();
      try {
        const unread: string[] = [];
        const result = await runSuite(runner, {
          suite,
          executor,
          told: (test) => linesOf(test).forEach((line) => told?.(line)),
          unread: (why) => void unread.push(why),
        });
        told?.(`${result.passed} of ${result.total} tests pass`);
        if (json === '-') console.log(JSON.stringify(result));
        else if (json !== false) write(json, result);
        for (const why of unread) console.error(`guicheng: ${why}`);
        process.exitCode = unread.length > 0 ? 2 : result.passed === result.total ? 0 : 1;
      } catch (error) {
        if (!(error instanceof CouldNotRun)) throw error;
        console.error(`guicheng: ${error.message}`);
        process.exitCode = 2;
      } finally {
        await runner.close();
      }
    });
}

function write(file: string, result: SuiteResult): void {
  try {
    writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  } catch (error) {
    throw new CouldNotRun(`${file} cannot be written: ${(error as Error).message}`);
  }
}

/** A line for a test, and one for each of its cases that fails. */
function linesOf({ name, pass, cases }: TestResult): readonly string[] {
  const failed = cases.flatMap((one, index) => (one.pass ? [] : [`        case ${index + 1}: ${one.reason}`]));
  return [`${pass ? 'passes' : 'FAILS '}  ${name}  (${cases.length - failed.length} of ${cases.length})`, ...failed];
}
