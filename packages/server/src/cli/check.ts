import { readFileSync, writeFileSync } from 'node:fs';
import { checkDiagram, parseDiagram } from '@guicheng/runtime';
import type { Command } from 'commander';

interface Checked {
  readonly file: string;
  readonly findings: readonly {
    readonly rule: string;
    readonly element: string;
    readonly severity: 'error' | 'warning';
    readonly message: { readonly zh: string; readonly en?: string };
  }[];
}

/** `guicheng check`: 0 without errors, 1 with some, 2 where a file cannot be read – the others are checked all the same. */
export function addCheck(command: Command): void {
  command
    .command('check')
    .description('check BPMN files by the rules')
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
      for (const { file, findings } of checked)
        for (const finding of findings) told?.(`${file}: ${finding.element}: ${finding.message.zh} (${finding.rule})`);
      const bad = checked.some((one) => one.findings.some((finding) => finding.severity === 'error'));
      if (!bad && missing === 0) told?.('no errors');
      if (json === '-') console.log(JSON.stringify(checked));
      else if (json !== false) writeFileSync(json, `${JSON.stringify(checked, null, 2)}\n`);
      process.exitCode = missing > 0 ? 2 : bad ? 1 : 0;
    });
}

/** Says which file cannot be read, and why. */
function contentOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    console.error(`guicheng: ${file} cannot be read: ${(error as NodeJS.ErrnoException).message}`);
    return undefined;
  }
}

async function findingsIn(content: Buffer): Promise<Checked['findings']> {
  const parsed = await parseDiagram(content);
  if (parsed.ok) return checkDiagram(parsed.diagram);
  return [{ rule: parsed.code, element: parsed.culprit, severity: 'error', message: parsed.expected }];
}
