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
 * Writes all that waits in one transaction, and answers when it is on the disk. When anything fails (one write by itself, or all for want
 * of room), nothing of the group is written and each is tried once more on its own, so that it takes no others along. That is rare, and
 * costs less than being able to take each write back alone: for that every page would be copied before it is changed.
 */
export function writeGroup(database: Sqlite, writes: Writes, group: readonly Waiting[]): void {
  const values: unknown[] = [];
  try {
    database.exec('BEGIN IMMEDIATE');
    for (const { name, args } of group) {
      const write = writes[name as keyof Writes] as (...args: readonly unknown[]) => unknown;
      values.push(write(...args));
    }
    database.exec('COMMIT');
  } catch (error) {
    rollBack(database);
    if (group.length > 1) return group.forEach((waiting) => writeGroup(database, writes, [waiting]));
    return group[0]?.answer({ failure: asFailure(error) });
  }
  for (const [index, waiting] of group.entries()) waiting.answer({ value: values[index] });
}

function rollBack(database: Sqlite): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // A full disk has rolled back already; the first error tells what happened.
  }
}
