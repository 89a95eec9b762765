import type { Head } from '../../ports/commit.ts';
import type { StreamId } from '../../words/ids.ts';
import type { Parts } from '../parts.ts';
import type { Left, Meant, MigrationEvent, MigrationFacts, Outcome } from './facts.ts';

/** A bulk job as its stream has it. */
export interface Job {
  readonly head: Head;
  readonly facts: MigrationFacts;
}

/** Where it stands; undefined where there is none. */
export async function loadJob(parts: Parts, stream: StreamId): Promise<Job | undefined> {
  const head = await parts.store.load(stream);
  return head && { head, facts: head.facts as unknown as MigrationFacts };
}

/** What a job was begun with. */
export interface Begun {
  readonly ready: readonly Meant[];
  readonly left: readonly Left[];
}

/** What a job was begun with: its first commit. */
export async function begunWith(parts: Parts, stream: StreamId): Promise<Begun> {
  const [first] = await parts.store.log({ stream, after: 0, limit: 1 });
  const events = JSON.parse(first?.parts.events?.text ?? '[]') as readonly MigrationEvent[];
  const begun = events.find((event) => event.type === 'MigrationBegun');
  return { ready: begun?.ready ?? [], left: begun?.left ?? [] };
}

/** The cases of a job and what has come of each so far, the last word of each: read from its whole stream. */
export async function historyOf(parts: Parts, stream: StreamId): Promise<Begun & { readonly outcomes: readonly Outcome[] }> {
  const events: MigrationEvent[] = [];
  for (let after = 0; ; ) {
    const page = await parts.store.log({ stream, after, limit: 100 });
    for (const { parts: stated } of page) if (stated.events) events.push(...(JSON.parse(stated.events.text) as readonly MigrationEvent[]));
    const last = page.at(-1);
    if (!last || page.length < 100) break;
    after = last.revision;
  }
  const begun = events.find((event) => event.type === 'MigrationBegun');
  return {
    ready: begun?.ready ?? [],
    left: begun?.left ?? [],
    outcomes: events.flatMap((event) => (event.type === 'CasesDecided' ? event.outcomes : [])),
  };
}
