import { id, type StreamId } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';
import { append, nextInstant } from '../append.ts';
import type { CaseCommands } from '../decide.ts';
import type { Parts } from '../parts.ts';
import { OPEN_JOBS, type MigrationEvent, type MigrationFacts, type Outcome } from './facts.ts';
import { begunWith, historyOf, loadJob, type Job } from './job.ts';
import { moveCase } from './moveCase.ts';
import { undoCase, type Moved } from './undoCase.ts';

/** How many cases are decided for one commit of the job, and how many batches a sweep does before others have their turn. */
const BATCH = 50;
const BATCHES = 4;

/** Does what open jobs still have to do; what was begun before a crash goes on here. */
export const workOnJobs = (parts: Parts, cases: CaseCommands) => async (): Promise<void> => {
  for (const { key, value } of await parts.store.notes.list(OPEN_JOBS, 20))
    for (let batch = 0; batch < BATCHES; batch += 1) if (!(await workOn(parts, cases, { key, stream: id(String(value)) }))) break;
};

/** One batch of a job; false where nothing is left to do. Two that work on one job do no case twice, and one of them notes what came of it. */
export async function workOn(
  parts: Parts,
  cases: CaseCommands,
  about: { readonly key: string; readonly stream: StreamId },
): Promise<boolean> {
  const job = await loadJob(parts, about.stream);
  if (!job || job.facts.phase === 'moved' || job.facts.phase === 'undone') {
    // A note without its job is of one that is just being begun: it is left for a while, and then goes by itself.
    if (job) await parts.store.notes.drop(about.key);
    return false;
  }
  const next = job.facts.phase === 'moving' ? await moveSome(parts, cases, job) : await putSomeBack(parts, cases, job);
  const { result } = await append(parts, job.head, {
    stream: about.stream,
    at: nextInstant(parts.clock, job.head),
    actor: { id: job.facts.undoneBy ?? job.facts.by, via: 'system' },
    parts: {
      state: { snapshot: null, facts: next.facts as unknown as Json },
      events: [{ type: 'CasesDecided', outcomes: next.outcomes } satisfies MigrationEvent] as unknown as Json,
    },
  });
  if (result.ok && (next.facts.phase === 'moved' || next.facts.phase === 'undone')) await parts.store.notes.drop(about.key);
  return next.facts.phase === 'moving' || next.facts.phase === 'undoing';
}

interface Next {
  readonly facts: MigrationFacts;
  readonly outcomes: readonly Outcome[];
}

async function moveSome(parts: Parts, cases: CaseCommands, { facts, head }: Job): Promise<Next> {
  const { ready } = await begunWith(parts, head.stream);
  const outcomes: Outcome[] = [];
  for (const meant of ready.slice(facts.next, facts.next + BATCH)) outcomes.push(await moveCase(parts, cases, { job: facts, meant }));
  const next = facts.next + outcomes.length;
  const moved = count(outcomes, 'moved');
  return {
    outcomes,
    facts: {
      ...facts,
      next,
      moved: facts.moved + moved,
      refused: facts.refused + outcomes.length - moved,
      phase: next < ready.length ? 'moving' : 'moved',
    },
  };
}

async function putSomeBack(parts: Parts, cases: CaseCommands, { facts, head }: Job): Promise<Next> {
  const moved = (await historyOf(parts, head.stream)).outcomes.flatMap((one): Moved[] => (one.outcome === 'moved' ? [one] : []));
  const outcomes: Outcome[] = [];
  for (const one of moved.slice(facts.next, facts.next + BATCH))
    outcomes.push(await undoCase(parts, cases, { job: facts, by: facts.undoneBy ?? facts.by, moved: one }));
  const next = facts.next + outcomes.length;
  const undone = count(outcomes, 'undone');
  return {
    outcomes,
    facts: {
      ...facts,
      next,
      undone: facts.undone + undone,
      kept: facts.kept + outcomes.length - undone,
      phase: next < moved.length ? 'undoing' : 'undone',
    },
  };
}

const count = (outcomes: readonly Outcome[], outcome: Outcome['outcome']): number =>
  outcomes.filter((one) => one.outcome === outcome).length;
