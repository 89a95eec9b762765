import { writeFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import type { Language } from '../contract.ts';
import { type CheckedFile, checkFiles } from './check/checkFiles.ts';
import { jsonOf } from './check/jsonOf.ts';
import { linesOf } from './check/linesOf.ts';

/**
 * `guicheng check`: 0 where every process is sound and keeps BPMN's own rules, 1 where one does not or it could not be told, 2 where a file
 * cannot be read – the others are checked all the same – or the result not be written.
 */
export function addCheck(command: Command): void {
  command
    .command('check')
    .description('check BPMN files by the rules, and whether every case can come to its end')
    .argument('<file...>')
    .option('--json [file]', 'as JSON: into a file with --json=FILE, or, without one, nothing else on standard output', false)
    .addOption(new Option('--language <language>', 'of what is said to people').choices(['zh', 'en']).default('zh'))
    .action(async (files: readonly string[], { json, language }: { readonly json: string | false; readonly language: Language }) => {
      const { checked, unread } = await checkFiles(files);
      for (const line of unread) console.error(line);
      const told = json === '-' ? undefined : console.log;
      for (const one of checked) for (const line of linesOf(one, language)) told?.(line);
      const bad = checked.some((one) => !holds(one));
      if (!bad && unread.length === 0) told?.('no errors');
      if (json === '-') console.log(JSON.stringify(checked.flatMap(jsonOf)));
      const written = json === '-' || json === false || write(json, checked);
      process.exitCode = unread.length > 0 || !written ? 2 : bad ? 1 : 0;
    });
}

/** Whether the result could be written; else it is said why not. */
function write(file: string, checked: readonly CheckedFile[]): boolean {
  try {
    writeFileSync(file, `${JSON.stringify(checked.flatMap(jsonOf), null, 2)}\n`);
    return true;
  } catch (error) {
    console.error(`guicheng: ${file} cannot be written: ${(error as Error).message}`);
    return false;
  }
}

const holds = ({ rules, processes }: CheckedFile): boolean =>
  !rules.some(({ severity, forPublishing }) => severity === 'error' && !forPublishing) &&
  processes.every(({ verdict }) => verdict === 'sound');
