import type { Sqlite } from './database.ts';
import { asFailure, type Failure } from './failure.ts';
import type { Writes } from './writes.ts';

/** A write that waits for its group. */
export interface Waiting {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly answer: (answer: Answer) => void;
}

export type Answer = { readonly value: unknown } | { readonly failure: Failure };

/**
 * Writes all that waits in one transaction, and answers when it is on the disk. What fails by itself is taken back alone; when the
 * transaction fails as a whole (a full disk), each is tried once more on its own, so that one that is too big does not take others along.
 */
export function writeGroup(database: Sqlite, writes: Writes, group: readonly Waiting[]): void {
  const answers: Answer[] = [];
  try {
    database.exec('BEGIN IMMEDIATE');
    for (const waiting of group) answers.push(writeOne(database, writes, waiting));
    database.exec('COMMIT');
  } catch (error) {
    rollBack(database);
    if (group.length > 1) return group.forEach((waiting) => writeGroup(database, writes, [waiting]));
    return group[0]?.answer({ failure: asFailure(error) });
  }
  for (const [index, waiting] of group.entries()) {
    const answer = answers[index];
    if (answer) waiting.answer(answer);
  }
}

function writeOne(database: Sqlite, writes: Writes, { name, args }: Waiting): Answer {
  database.exec('SAVEPOINT one');
  try {
    const write = writes[name as keyof Writes] as (...args: readonly unknown[]) => unknown;
    const value = write(...args);
    database.exec('RELEASE one');
    return { value };
  } catch (error) {
    const failure = asFailure(error);
    if (failure.unavailable) throw error;
    database.exec('ROLLBACK TO one');
    database.exec('RELEASE one');
    return { failure };
  }
}

function rollBack(database: Sqlite): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // A full disk has rolled back already; the first error tells what happened.
  }
}
