import { parentPort, workerData } from 'node:worker_threads';
import Database from 'libsql';
import { gathering } from '../../../packages/runtime/dist/store/sqlite/gathering.js';

// The yardstick's writer thread: rows share transactions just as in the product's writer.
interface Row {
  readonly id: number;
  readonly request: string;
  readonly text: string;
}

const port = parentPort;
if (!port) throw new Error('this file is started by the bare server, as a worker');
const database = new Database(workerData as string);
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
database.exec('CREATE TABLE rows (seq INTEGER PRIMARY KEY, request TEXT NOT NULL UNIQUE, text TEXT NOT NULL)');
const begin = database.prepare('BEGIN IMMEDIATE');
const insert = database.prepare('INSERT INTO rows (request, text) VALUES (?, ?)');
const commit = database.prepare('COMMIT');
const { take } = gathering((rows: readonly Row[]) => {
  begin.run();
  for (const row of rows) insert.run(row.request, row.text);
  commit.run();
  port.postMessage(rows.map((row) => row.id));
});

port.on('message', take);
