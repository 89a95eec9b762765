import { Schema, type Connection, type IndexDefinition, type IndexOptions, type Model, type SchemaDefinition } from 'mongoose';
import { PARTS } from '../../ports/commit.ts';
import type {
  CaseDocument,
  ChunkDocument,
  CommitDocument,
  DueDocument,
  FileDocument,
  FileRowDocument,
  JournalDocument,
  LeaseDocument,
  NoteDocument,
  OutboxDocument,
  Projected,
  SubscriptionDocument,
  TaskDocument,
} from './documents.ts';

type Index = readonly [fields: IndexDefinition, options?: IndexOptions];

const text = { type: String };
const number = { type: Number };
const truth = { type: Boolean };
const texts = { type: [String], default: undefined };
const projected = { _id: text, revision: number, json: text };
const part = { type: new Schema({ salt: text, text }, { _id: false }) };

/** The collections, each with its strict schema and the indexes that its questions read off. */
export const collectionsOf = (connection: Connection) => ({
  commits: model<CommitDocument>(connection, 'commits', {
    fields: {
      _id: text,
      stream: text,
      revision: number,
      nonce: text,
      by: text,
      unsettled: text,
      request: text,
      header: text,
      parts: { type: new Schema(Object.fromEntries(PARTS.map((name) => [name, part])), { _id: false, minimize: false }) },
    },
    indexes: [[{ stream: 1, revision: 1 }], [{ unsettled: 1 }, { sparse: true }]],
  }),
  journal: model<JournalDocument>(connection, 'journal', { fields: { _id: number, nonce: text, rows: texts } }),
  heads: model<Projected>(connection, 'heads', { fields: projected }),
  case: model<CaseDocument>(connection, 'cases', {
    fields: {
      ...projected,
      key: text,
      flow: text,
      definition: text,
      status: text,
      initiator: text,
      ended: truth,
      rank: number,
      readers: texts,
      choosing: texts,
      grams: texts,
    },
    indexes: [
      [{ readers: 1, key: -1, rank: 1, flow: 1, status: 1 }],
      [{ readers: 1, flow: 1, key: -1 }],
      [{ readers: 1, ended: 1, definition: 1 }],
      [{ ended: 1, definition: 1 }],
      [{ choosing: 1, key: -1 }],
      [{ initiator: 1, key: -1 }],
      [{ grams: 1, key: -1 }],
    ],
  }),
  task: model<TaskDocument>(connection, 'tasks', {
    fields: { ...projected, case: text, places: texts, key: text, flow: text, element: text, rank: number, barred: texts },
    indexes: [[{ places: 1, key: 1, rank: 1, flow: 1, element: 1 }], [{ places: 1, flow: 1, key: 1 }], [{ case: 1 }]],
  }),
  due: model<DueDocument>(connection, 'due', {
    fields: { ...projected, armed: truth, at: text },
    indexes: [[{ armed: 1, at: 1, _id: 1 }]],
  }),
  subscription: model<SubscriptionDocument>(connection, 'subscriptions', {
    fields: { ...projected, name: text, to: text, open: truth },
    indexes: [[{ name: 1, to: 1, open: 1, _id: 1 }]],
  }),
  outbox: model<OutboxDocument>(connection, 'outbox', {
    fields: { ...projected, case: text, open: truth, sent: text },
    indexes: [[{ open: 1, sent: 1, _id: 1 }], [{ case: 1, _id: 1 }]],
  }),
  file: model<FileRowDocument>(connection, 'filerows', { fields: { ...projected, case: text } }),
  definition: model<Projected>(connection, 'definitions', { fields: projected }),
  leases: model<LeaseDocument>(connection, 'leases', {
    fields: { _id: text, name: text, n: number, holder: text, nonce: text, until: number },
    indexes: [[{ name: 1, n: -1 }]],
  }),
  notes: model<NoteDocument>(connection, 'notes', {
    fields: { _id: text, saved: text, until: text, json: text },
    indexes: [[{ until: 1 }, { sparse: true }]],
  }),
  files: model<FileDocument>(connection, 'files', {
    fields: { _id: text, uploaded: text, whole: truth, loose: truth, chunks: number, json: text },
    indexes: [[{ loose: 1, uploaded: 1 }]],
  }),
  chunks: model<ChunkDocument>(connection, 'chunks', {
    fields: { _id: text, file: text, bytes: { type: Buffer } },
    indexes: [[{ file: 1 }]],
  }),
});

export type Collections = ReturnType<typeof collectionsOf>;

/** Strict: a field that no schema names is a broken promise and never reaches the database. Indexes are made when a store is opened. */
function model<Document>(
  connection: Connection,
  name: string,
  of: { readonly fields: object; readonly indexes?: readonly Index[] },
): Model<Document> {
  const schema = new Schema<Document>(of.fields as SchemaDefinition<Document>, {
    strict: 'throw',
    strictQuery: 'throw',
    autoIndex: false,
    autoCreate: false,
    versionKey: false,
    minimize: false,
    collection: name,
  });
  for (const [keys, options] of of.indexes ?? []) schema.index(keys, options);
  return connection.model<Document>(name, schema, name) as Model<Document>;
}
