import type { PersonId, StreamId } from '../words/ids.ts';
import { id } from '../words/ids.ts';
import type { Json } from '../words/json.ts';
import { refuse, type Refused } from '../words/refusal.ts';
import { append, nextInstant } from './append.ts';
import type { Parts } from './parts.ts';

const streamOf = (key: string): StreamId => id(`process/${key}`);

/** The file that a process belongs to for good, as far as anybody has said so; undefined where nobody has. */
export async function homeOf(parts: Parts, key: string): Promise<string | undefined> {
  const head = await parts.store.load(streamOf(key));
  return (head?.facts as unknown as { readonly file: string } | undefined)?.file;
}

/**
 * Says that these processes are this file's for good, also once it holds them no more: the cases that began on `key@n` must never meet
 * another diagram under that name. One insert each, so that of two files which publish a process at the same moment one has it. Refused
 * with the first that is another file's.
 */
export async function settle(
  parts: Parts,
  { file, by }: { readonly file: string; readonly by: PersonId },
  keys: readonly string[],
): Promise<Refused | undefined> {
  for (const key of keys) {
    for (let home = await homeOf(parts, key); home !== file; home = await homeOf(parts, key)) {
      if (home !== undefined) return belongsTo(key, home);
      await append(parts, undefined, {
        stream: streamOf(key),
        at: nextInstant(parts.clock, undefined),
        actor: { id: by, via: 'person' },
        parts: { state: { snapshot: null, facts: { file } as Json }, events: [{ type: 'ProcessSettled', file }] },
      });
    }
  }
  return undefined;
}

/** Why a process cannot be drawn in another file than its own. */
export const belongsTo = (key: string, file: string): Refused =>
  refuse('invalidDiagram', key, {
    zh: `流程“${key}”属于文件“${file}”，请换一个标识`,
    en: `The process “${key}” belongs to the file “${file}”; give this one another key`,
  });
