import type { CaseFacts } from '../case/facts.ts';
import type { Pass } from '../kernel/marking.ts';
import type { Commit, Head } from '../ports/commit.ts';
import type { Store } from '../ports/store.ts';
import type { CaseEvent } from '../case/event.ts';
import { caseStream, type CaseId, type DefinitionRef } from '../words/ids.ts';

/** A case's head with its facts read. */
export interface LoadedCase {
  readonly head: Head;
  readonly facts: CaseFacts;
}

/** The case as it stands; undefined where there is none. */
export async function loadCase(store: Store, caseId: CaseId): Promise<LoadedCase | undefined> {
  const head = await store.load(caseStream(caseId));
  return head ? { head, facts: head.facts as unknown as CaseFacts } : undefined;
}

/** All commits of a case, oldest first. */
export async function commitsOf(store: Store, caseId: CaseId): Promise<readonly Commit[]> {
  const stream = caseStream(caseId);
  const all: Commit[] = [];
  for (;;) {
    const page = await store.log({ stream, after: all.length, limit: 500 });
    all.push(...page);
    if (page.length < 500) return all;
  }
}

/** What happened in a commit; nothing where the part was erased by order. */
export const eventsOf = (commit: Commit): readonly CaseEvent[] =>
  commit.parts.events ? (JSON.parse(commit.parts.events.text) as readonly CaseEvent[]) : [];

/** The definitions that a case has met: its own first, then each that it called. */
export const definitionsOf = (facts: CaseFacts, log: readonly Commit[]): readonly DefinitionRef[] => [
  ...new Set([
    facts.definition,
    ...log.flatMap(eventsOf).flatMap((event) => (event.type === 'ScopeOpened' || event.type === 'TaskOpened' ? [event.definition] : [])),
  ]),
];

/** The trail, for moves: of each commit its passes, in order. */
export const trailOf = (commits: readonly Commit[]): readonly Pass[] =>
  commits.flatMap((commit) => (commit.parts.trail ? (JSON.parse(commit.parts.trail.text) as readonly Pass[]) : []));
