import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { CouldNotRun } from './couldNotRun.ts';
import { filesIn } from './roundtrip/filesIn.ts';
import { openEditor } from './roundtrip/openEditor.ts';

/** What came of a folder: files with BPMN, those that the editor opened, those that an edit and its undoing left as they were. */
interface RoundTrip {
  readonly files: number;
  readonly opened: number;
  readonly equal: number;
  readonly failures: readonly { readonly file: string; readonly reason: string }[];
}

interface Options {
  readonly json: string | false;
  readonly every: boolean;
}

const HELP = `
Each file is opened in the real editor, in chromium; one element is moved by ten pixels, and saved: nothing but the drawing may
differ. Then it is undone and saved again: nothing may differ. Compared are elements, attributes (by namespace), text, comments,
instructions and their order; not which prefixes are used, the order of attributes, space between elements, how characters are
written, and the XML declaration.

Files: *.bpmn, *.bpmn20.xml, and *.xml that name the namespace of BPMN; other XML is passed over and not counted. A file that cannot
be opened counts as a failure, with its reason.

Exit codes: 0 all are equal, 1 some are not, 2 it could not be run (no such folder, no BPMN in it, no chromium; CHROMIUM may name one).`;

/** `guicheng roundtrip`: 0 where the editor leaves all files of a folder as they were, 1 where not, 2 where it could not be run. */
export function addRoundtrip(command: Command, root: string): void {
  command
    .command('roundtrip')
    .description('open, edit, undo and save every BPMN file of a folder in the real editor, and compare')
    .argument('<dir>', 'a folder, with all that are in it, or one file')
    .option('--every', 'move every element, one after the other, and also remove it and bring it back', false)
    .option('--json [file]', 'as JSON: into a file with --json=FILE, or, without one, nothing else on standard output', false)
    .addHelpText('after', HELP)
    .action(async (dir: string, { json, every }: Options) => {
      const told = json === '-' ? undefined : console.log;
      try {
        const result = await roundTrip({ dir, every, root, told });
        told?.(`${result.files} files, ${result.opened} opened, ${result.equal} equal`);
        if (json === '-') console.log(JSON.stringify(result));
        else if (json !== false) writeFileSync(json, `${JSON.stringify(result, null, 2)}\n`);
        process.exitCode = result.equal === result.files ? 0 : 1;
      } catch (error) {
        if (!(error instanceof CouldNotRun)) throw error;
        console.error(`guicheng: ${error.message}`);
        process.exitCode = 2;
      }
    });
}

interface Asked {
  readonly dir: string;
  readonly every: boolean;
  readonly root: string;
  readonly told: ((line: string) => void) | undefined;
}

async function roundTrip({ dir, every, root, told }: Asked): Promise<RoundTrip> {
  const files = filesIn(dir);
  if (files.length === 0) throw new CouldNotRun(`there is no BPMN file in ${dir}`);
  const editor = await openEditor(join(root, 'packages/modeler/dist/roundtrip'));
  const failures: { readonly file: string; readonly reason: string }[] = [];
  let opened = 0;
  try {
    for (const { file, text, unreadable } of files) {
      const tried = text === undefined ? { opened: false, reason: unreadable } : await editor.tryFile(text, every);
      if (tried.opened) opened += 1;
      if (tried.reason === undefined) continue;
      failures.push({ file, reason: tried.reason });
      told?.(`${file}: ${tried.reason}`);
    }
  } finally {
    await editor.close();
  }
  return { files: files.length, opened, equal: files.length - failures.length, failures };
}
