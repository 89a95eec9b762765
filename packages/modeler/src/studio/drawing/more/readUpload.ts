import type { Known, Problem } from '@guicheng/runtime/checking';
import type { Text } from '@guicheng/server/contract';
import type { Answered, FileRead } from '../check/checker.ts';
import { readFile } from '../readFile.ts';
import { workerExaminer } from '../check/workerExaminer.ts';

/** A file that was read, or why it cannot be: what, where, and what was expected. */
export type Upload =
  | { readonly ok: true; readonly read: FileRead; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly why: Text };

/** The most that a diagram may be, in bytes, as the server says, too. */
const MOST = 2 * 1024 * 1024;

const TOO_LARGE: Text = { zh: '文件不得超过 2 MB', en: 'A file may be 2 MB at most' };
const UNREAD: Text = { zh: '这个文件无法读取，请确认是 BPMN 文件', en: 'This file cannot be read; make sure that it is a BPMN file' };

/** Reads a file in a worker of its own; nothing is saved by it. */
export async function readUpload(file: File, known: Known): Promise<Upload> {
  if (file.size > MOST) return { ok: false, why: TOO_LARGE };
  const text = readFile(new Uint8Array(await file.arrayBuffer()));
  if (!text.ok) return text;
  const xml = new TextEncoder().encode(text.xml);
  const answer = await new Promise<Answered | undefined>((resolve) => {
    const end = (answered: Answered | undefined): void => {
      examiner.end();
      resolve(answered);
    };
    const examiner = workerExaminer({ answered: end, crashed: () => end(undefined) });
    examiner.ask({ number: 1, xml, known });
  });
  if (!answer) return { ok: false, why: UNREAD };
  return answer.read ? { ok: true, read: answer.read, problems: answer.problems } : { ok: false, why: answer.unreadable ?? UNREAD };
}
