import type { Files, Store, StoredFile } from '../../ports/store.ts';
import type { CaseId, FileId } from '../../words/ids.ts';
import { BrokenPromise } from '../../words/refusal.ts';
import { checkSize } from '../memory/memoryFiles.ts';
import type { ChunkDocument, FileDocument } from './documents.ts';
import type { Hall } from './hall.ts';

/** How big a chunk is, in bytes; a document may have 16 MiB. */
const CHUNK = 1 << 20;

/** How many files one round of a sweep looks at. */
const ROUND = 500;

/** Files as chunk documents. The file's own document says that it is whole, after all its chunks are there. */
export function mongoFiles(hall: Hall, store: Pick<Store, 'pending' | 'project'>): Files {
  const { files, chunks, file: rows } = hall.collections;
  const { reach } = hall;

  async function forget(file: FileId): Promise<void> {
    await reach('delete chunks', () => chunks.deleteMany({ file }));
    await reach('delete file', () => files.deleteOne({ _id: file }));
  }

  async function write(about: StoredFile, content: AsyncIterable<Uint8Array>): Promise<number> {
    let count = 0;
    let size = 0;
    for await (const bytes of inChunks(content)) {
      const chunk: ChunkDocument = { _id: chunkId(about.id, count), file: about.id, bytes };
      await reach('write chunk', () => chunks.create(chunk));
      count += 1;
      size += bytes.length;
    }
    checkSize(about, size);
    return count;
  }

  async function whole(file: FileId): Promise<FileDocument | undefined> {
    const found = await reach('read file', () => files.findById(file).lean<FileDocument>());
    return found?.whole ? found : undefined;
  }

  return {
    async put(about, content) {
      const document: FileDocument = {
        _id: about.id,
        uploaded: about.uploadedAt,
        whole: false,
        loose: true,
        chunks: 0,
        json: JSON.stringify(about),
      };
      await reach('begin file', () => files.create(document));
      try {
        const count = await write(about, content);
        await reach('finish file', () => files.updateOne({ _id: about.id }, { $set: { whole: true, chunks: count } }));
      } catch (error) {
        // What cannot be removed now is not whole, and a sweep finds it.
        await forget(about.id).catch(() => undefined);
        throw error;
      }
    },
    async about(file) {
      const found = await whole(file);
      return found && (JSON.parse(found.json) as StoredFile);
    },
    async read(file) {
      const found = await whole(file);
      return found && readChunks(hall, found);
    },
    async caseOf(file): Promise<CaseId | undefined> {
      const found = await reach('read case of file', () => rows.findById(file, { case: 1 }).lean<{ readonly case: CaseId }>());
      return found?.case;
    },
    async sweep(before) {
      // Which file a case refers to is a projection: nothing is thrown away while one is behind its log.
      for (const stream of await store.pending(hall.clock.now(), ROUND)) await store.project(stream);
      let swept = 0;
      for (;;) {
        const old = await reach('look for loose files', () =>
          files
            .find({ loose: true, uploaded: { $lt: before } }, { whole: 1 })
            .limit(ROUND)
            .lean<Pick<FileDocument, '_id' | 'whole'>[]>(),
        );
        for (const { _id, whole: wasThere } of old) {
          if (await reach('is it referred to', () => rows.findById(_id, { _id: 1 }).lean())) {
            await reach('keep file', () => files.updateOne({ _id }, { $set: { loose: false } }));
          } else {
            await forget(_id);
            if (wasThere) swept += 1;
          }
        }
        if (old.length < ROUND) return swept;
      }
    },
  };
}

const chunkId = (file: FileId, number: number): string => `${file}/${number}`;

async function* readChunks({ collections, reach }: Hall, file: FileDocument): AsyncIterable<Uint8Array> {
  for (let number = 0; number < file.chunks; number += 1) {
    const id = chunkId(file._id, number);
    const found = await reach('read chunk', () =>
      collections.chunks.findById(id).lean<{ readonly bytes: { readonly buffer: Uint8Array; readonly position: number } }>(),
    );
    if (!found) throw new BrokenPromise(`chunk ${id} is not there`);
    yield found.bytes.buffer.subarray(0, found.bytes.position);
  }
}

/** The same bytes in pieces of the size of a chunk, the last one smaller. */
async function* inChunks(content: AsyncIterable<Uint8Array>): AsyncIterable<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of content) {
    rest = rest.length === 0 ? Buffer.from(piece) : Buffer.concat([rest, piece]);
    for (; rest.length >= CHUNK; rest = rest.subarray(CHUNK)) yield rest.subarray(0, CHUNK);
  }
  if (rest.length > 0) yield rest;
}
