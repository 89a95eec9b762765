import Database from 'libsql';

/** One prepared statement; the few calls of the driver that the store uses. */
export interface Statement {
  run(...values: readonly unknown[]): unknown;
  all(...values: readonly unknown[]): readonly unknown[];
}

/** A SQLite database: statements are prepared once and kept. */
export interface Sqlite {
  prepare(sql: string): Statement;
  exec(sql: string): void;
  close(): void;
}

/** Told before each call that reaches the disk; throws to play a process that was killed there. */
export type Probe = (call: string) => void;

const alive: Probe = () => undefined;

/** Opens a database file: write-ahead log, synced to the disk at every commit. */
export function openSqlite(path: string, probe: Probe = alive): Sqlite {
  const database = new Database(path, { timeout: 5000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  const prepared = new Map<string, Statement>();
  return {
    prepare(sql) {
      const known = prepared.get(sql) ?? probed(database.prepare(sql) as unknown as Statement, { sql, probe });
      prepared.set(sql, known);
      return known;
    },
    exec(sql) {
      probe(sql);
      database.exec(sql);
    },
    close() {
      // A connection that is closed inside a transaction would live on, with its lock, until its statements are collected.
      if (database.inTransaction) database.exec('ROLLBACK');
      database.close();
    },
  };
}

const probed = (statement: Statement, about: { readonly sql: string; readonly probe: Probe }): Statement => ({
  run(...values) {
    about.probe(about.sql);
    return statement.run(...values);
  },
  all(...values) {
    about.probe(about.sql);
    return statement.all(...values);
  },
});

/** The rows of a query whose one column is called json, parsed. */
export const parsed = <Row>(found: readonly unknown[]): readonly Row[] =>
  (found as readonly { readonly json: string }[]).map((one) => JSON.parse(one.json) as Row);
