import { parentPort, workerData } from 'node:worker_threads';
import Database from 'libsql';

// The yardstick's writer thread: rows that arrive before the event loop turns share a transaction, as in the product's writer.
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
let group: Row[] = [];

function flush(): void {
  const rows = group;
  group = [];
  begin.run();
  for (const row of rows) insert.run(row.request, row.text);
  commit.run();
  port?.postMessage(rows.map((row) => row.id));
}

port.on('message', (row: Row) => {
  if (group.length === 0) setImmediate(flush);
  group.push(row);
});
