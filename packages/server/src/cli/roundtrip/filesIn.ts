import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '@guicheng/runtime';
import { CouldNotRun } from '../couldNotRun.ts';

/** A file with its text, or why it has none. */
export interface Found {
  readonly file: string;
  readonly text?: string;
  readonly unreadable: string;
}

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

/** The BPMN files of a folder and of all folders in it, in the order of their names; of other XML files those that name BPMN's namespace. */
export function filesIn(dir: string): readonly Found[] {
  return namesIn(dir)
    .filter((file) => /\.(bpmn|xml)$/i.test(file))
    .toSorted()
    .map(read)
    .filter(({ file, text }) => /\.(bpmn|bpmn20\.xml)$/i.test(file) || text?.includes(BPMN));
}

function namesIn(dir: string): readonly string[] {
  try {
    if (statSync(dir).isFile()) return [dir];
    return readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    throw new CouldNotRun(`${dir} cannot be read: ${(error as NodeJS.ErrnoException).message}`);
  }
}

function read(file: string): Found {
  try {
    const text = decode(readFileSync(file));
    return typeof text === 'string' ? { file, text, unreadable: '' } : { file, unreadable: `${text.culprit}: ${text.expected.en}` };
  } catch (error) {
    return { file, unreadable: (error as NodeJS.ErrnoException).message };
  }
}
