import { openSqlite, type Probe } from './database.ts';
import { asFailure } from './failure.ts';
import { gathering } from './gathering.ts';
import { writeGroup, type Waiting } from './group.ts';
import { reads, type Reads } from './reads.ts';
import { writes } from './writes.ts';

/** Which desk a line leads to. */
export interface LineTo {
  readonly role: 'writer' | 'reader';
  readonly path: string;
  /** Given by tests: then the work is done in this thread. */
  readonly probe?: Probe;
}

/** Where calls are taken and done, one after the other. */
export interface Desk {
  take(call: Waiting): void;
  /** Finishes what waits and closes the database. */
  close(): void;
}

/** Opens the writer's or the reader's desk on a database of its own. */
export function openDesk(to: LineTo): Desk {
  const database = openSqlite(to.path, to.probe);
  if (to.role === 'writer') {
    const all = writes(database);
    const gather = gathering((group: readonly Waiting[]) => writeGroup(database, all, group));
    return {
      take: gather.take,
      close() {
        gather.flush();
        database.close();
      },
    };
  }
  const all = reads(database);
  return {
    take({ name, args, answer }) {
      try {
        const read = all[name as keyof Reads] as (...args: readonly unknown[]) => unknown;
        answer({ value: read(...args) });
      } catch (error) {
        answer({ failure: asFailure(error) });
      }
    },
    close: () => database.close(),
  };
}
