import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { id } from '../../words/ids.ts';
import { notFound } from '../decide.ts';
import { readableFile } from '../lookups.ts';
import type { Office } from '../office.ts';
import type { FileRef } from '../pages.ts';
import type { Parts } from '../parts.ts';
import type { StoredFile } from '../../ports/store.ts';

const refOf = ({ id: file, name, mediaType, size, sha256 }: StoredFile): FileRef => ({ id: file, name, mediaType, size, sha256 });

async function* each(chunks: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* chunks;
}

/** Stores a file under a random name; it belongs to a case once a commit refers to it. */
export const upload =
  (parts: Parts): Office['upload'] =>
  async (who, file) => {
    if (!(await parts.house.viewer(who))) return notFound(file.name);
    const hash = sha256.create();
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of file.content) {
      hash.update(chunk);
      chunks.push(chunk);
      size += chunk.length;
    }
    const stored: StoredFile = {
      id: id(parts.random()),
      name: file.name,
      mediaType: file.mediaType,
      size,
      sha256: bytesToHex(hash.digest()),
      uploadedBy: who,
      uploadedAt: parts.clock.now(),
    };
    await parts.store.files.put(stored, each(chunks));
    return { ok: true, value: refOf(stored) };
  };

/** Reads a file: one's own upload, or one of a case that one may read. */
export const readFile =
  (parts: Parts): Office['file'] =>
  async (who, file) => {
    const viewer = await parts.house.viewer(who);
    const about = viewer && (await readableFile(parts, viewer, file));
    const content = about && (await parts.store.files.read(about.id));
    return about && content ? { ok: true, value: { about: refOf(about), content } } : notFound(file);
  };
