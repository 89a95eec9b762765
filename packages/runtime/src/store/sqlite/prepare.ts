import { rebuild } from './apply.ts';
import type { Sqlite } from './database.ts';
import { PROJECTIONS, SCHEMA, SCHEMA_VERSION } from './schema.ts';

/** A folder that a later release has written: this one could misread it. */
export class WrittenByLater extends Error {
  override readonly name = 'WrittenByLater';
}

/**
 * Makes the tables of a database that is new, and the projections of one that an earlier release wrote, anew from its log. All or nothing:
 * broken off, it is as before. Costs nothing where the tables are this release's.
 */
export function prepare(database: Sqlite, path: string): void {
  const [found] = database.prepare('PRAGMA user_version').all() as readonly { readonly user_version: number }[];
  const version = found?.user_version ?? 0;
  if (version === SCHEMA_VERSION) return;
  if (version > SCHEMA_VERSION)
    throw new WrittenByLater(
      `${path} was written by a later release (tables ${version}; this release knows ${SCHEMA_VERSION}): start that release, or give this one a DATA_DIR of its own`,
    );
  database.exec('BEGIN IMMEDIATE');
  try {
    for (const table of [...PROJECTIONS, 'case_grams']) database.exec(`DROP TABLE IF EXISTS ${table}`);
    database.exec(SCHEMA);
    rebuild(database);
    database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
