import { readFileSync, writeFileSync } from 'node:fs';
import { checkWhole, type Problem } from '@guicheng/runtime/checking';
import type { Command } from 'commander';

interface Checked {
  readonly file: string;
  readonly findings: readonly (Omit<Problem, 'process'> & { readonly process?: string })[];
}

/** `guicheng check`: 0 without errors, 1 with some, 2 where a file cannot be read – the others are checked all the same. */
export function addCheck(command: Command): void {
  command
    .command('check')
    .description('check BPMN files by the rules, and whether every case can come to its end')
    .argument('<file...>')
    .option('--json [file]', 'as JSON: into a file with --json=FILE, or, without one, nothing else on standard output', false)
    .action(async (files: readonly string[], { json }: { readonly json: string | false }) => {
      const checked: Checked[] = [];
      let missing = 0;
      for (const file of files) {
        const content = contentOf(file);
        if (content === undefined) missing += 1;
        else checked.push({ file, findings: await findingsIn(content) });
      }
      const told = json === '-' ? undefined : console.log;
      for (const { file, findings } of checked) for (const finding of findings) for (const line of linesOf(file, finding)) told?.(line);
      const bad = checked.some((one) => one.findings.some((finding) => finding.severity === 'error'));
      if (!bad && missing === 0) told?.('no errors');
      if (json === '-') console.log(JSON.stringify(checked));
      else if (json !== false) writeFileSync(json, `${JSON.stringify(checked, null, 2)}\n`);
      process.exitCode = missing > 0 ? 2 : bad ? 1 : 0;
    });
}

/** A finding, and step by step the run that shows it. */
const linesOf = (file: string, { element, severity, message, rule, play }: Checked['findings'][number]): readonly string[] => [
  `${file}: ${element}: ${message.zh} (${severity === 'warning' ? 'warning: ' : ''}${rule})`,
  ...(play ?? []).map(({ says }, index) => `    ${index + 1}. ${says.zh}`),
];

/** Says which file cannot be read, and why. */
function contentOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    console.error(`guicheng: ${file} cannot be read: ${(error as NodeJS.ErrnoException).message}`);
    return undefined;
  }
}

/** The same that the studio says and publishing asks. */
async function findingsIn(content: Buffer): Promise<Checked['findings']> {
  const checked = await checkWhole(content);
  if (checked.ok) return checked.problems;
  return [{ rule: checked.code, element: checked.culprit, severity: 'error', message: checked.expected }];
}
