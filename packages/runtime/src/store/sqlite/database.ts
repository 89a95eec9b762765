import Database from 'libsql';

/** One prepared statement; the few calls of the driver that the store uses. */
export interface Statement {
  run(...values: readonly unknown[]): { readonly changes: number };
  get(...values: readonly unknown[]): unknown;
  all(...values: readonly unknown[]): unknown[];
}

/** A SQLite database: statements are prepared once and kept. */
export interface Sqlite {
  prepare(sql: string): Statement;
  exec(sql: string): void;
  /** Everything inside, or nothing. */
  transaction(work: () => void): void;
  close(): void;
}

/** Opens a database file: write-ahead log, synced to the disk at every commit. */
export function openSqlite(path: string): Sqlite {
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('busy_timeout = 5000');
  const prepared = new Map<string, Statement>();
  return {
    prepare(sql) {
      const known = prepared.get(sql) ?? (database.prepare(sql) as unknown as Statement);
      prepared.set(sql, known);
      return known;
    },
    exec: (sql) => {
      database.exec(sql);
    },
    transaction(work) {
      database.exec('BEGIN IMMEDIATE');
      try {
        work();
        database.exec('COMMIT');
      } catch (error) {
        try {
          database.exec('ROLLBACK');
        } catch {
          // A full disk has rolled back already; the first error tells what happened.
        }
        throw error;
      }
    },
    close: () => {
      database.close();
    },
  };
}
