import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import '../../chance.ts';
import type { CaseFacts } from '../../../packages/runtime/src/case/facts.ts';
import { kernelExecutor } from '../../../packages/runtime/src/executor/kernel/kernelExecutor.ts';
import type { Organization } from '../../../packages/runtime/src/organization/model.ts';
import { viewerOf } from '../../../packages/runtime/src/organization/viewerOf.ts';
import { dayOf } from '../../../packages/runtime/src/calendar/day.ts';
import { createOffice } from '../../../packages/runtime/src/office/create.ts';
import { commitsOf, eventsOf, loadCase } from '../../../packages/runtime/src/office/caseLog.ts';
import { createMemoryStore } from '../../../packages/runtime/src/store/memory/memoryStore.ts';
import type { Store } from '../../../packages/runtime/src/ports/store.ts';
import { caseAndVisit, id, taskId, type CaseId, type PersonId } from '../../../packages/runtime/src/words/ids.ts';
import { REFUSAL_CODES } from '../../../packages/runtime/src/words/refusal.ts';
import { demoOffice, person, type Shipped, yes } from './harness.ts';
import { type Act, PEOPLE, randomly } from './randomly.ts';

type All = Awaited<ReturnType<typeof demoOffice>>;

/** One is not cleared, one deputises in one flow only. */
const organization = (shipped: Shipped): unknown => ({
  ...shipped,
  people: shipped.people.map((one) => (one.id === 'ye-qing' ? { ...one, clearance: 'open' } : one)),
  deputies: [
    { of: 'li-min', by: 'xu-jing', from: '2026-11-24', to: '2026-11-30', flows: ['incoming-document'] },
    { of: 'lin-xia', by: 'ma-liang', from: '2026-11-24', to: '2026-11-30', flows: 'all' },
  ],
});

const acts = fc.noBias(
  fc.array(fc.record<Act>({ who: fc.nat(99), what: fc.nat(119), pick: fc.nat(99), more: fc.nat(999) }), {
    minLength: 60,
    maxLength: 150,
    size: 'max',
  }),
);

/** What is open now, by everything that says so: the executor, the facts, the rows. */
async function agree(all: All, caseId: CaseId): Promise<void> {
  const loaded = await loadCase(all.store, caseId);
  if (!loaded?.head.snapshot) throw new Error(`no case ${caseId}`);
  const { facts, head } = loaded;
  const waits = head.snapshot ? kernelExecutor.open(head.snapshot) : [];
  const visits = (list: readonly (string | null)[]): readonly (string | null)[] => list.toSorted();
  expect(visits(facts.tasks.map((task) => task.visit))).toEqual(
    visits(waits.flatMap((wait) => (wait.kind === 'task' ? [wait.visit] : []))),
  );
  expect(facts.timers.map((timer) => String(timer.timer)).toSorted()).toEqual(
    waits.flatMap((wait) => (wait.kind === 'timer' ? [String(wait.id)] : [])).toSorted(),
  );
  const everything = {
    person: id<'person'>('-'),
    roles: [],
    clearance: 'topSecret' as const,
    seats: facts.readers.map((seat) => ({ seat })),
  };
  const rows = await all.store.views.tasksOfCase(everything, caseId);
  const open = rows.filter((row) => row.state === 'open');
  expect(open.map((row) => [row.visit, row.seats, row.takenBy]).toSorted()).toEqual(
    facts.tasks.map((task) => [task.visit, task.seats, task.takenBy]).toSorted(),
  );
  const row = await all.store.views.case(everything, caseId);
  expect(row).toMatchObject({ revision: head.revision, status: facts.status, title: facts.title, number: facts.number });
  expect(row?.open.map((task) => task.visit)).toEqual(facts.tasks.map((task) => task.visit));
  expect(row?.due ?? null).toEqual(facts.deadlines.map((running) => running.due).toSorted()[0] ?? null);
  const armed = (await all.store.due(id('2199-01-01T00:00:00.000Z'), 10_000)).filter((due) => due.stream === head.stream);
  const clocks = facts.deadlines.flatMap((one) => [...(one.passed ? [] : [one.due]), ...(one.warnAt && !one.warned ? [one.warnAt] : [])]);
  expect(armed.map((due) => String(due.at)).toSorted()).toEqual(
    [...clocks, ...facts.timers.map((timer) => timer.due)].map(String).toSorted(),
  );
  if (facts.endedAt) expect([facts.tasks, facts.deadlines, facts.timers, facts.activities]).toEqual([[], [], [], []]);
}

/** The store as it comes out of its log alone. */
async function rebuilt(all: All): Promise<Store> {
  const anew = createMemoryStore(all.clock);
  for (const stream of await all.store.streams('', '', 10_000)) {
    for (const commit of await all.store.log({ stream, after: 0, limit: 100_000 })) expect((await anew.append(commit)).ok).toBe(true);
  }
  return anew;
}

const RANK = ['open', 'internal', 'secret', 'confidential', 'topSecret'];

/** Whether somebody may read a case, told from organization and log alone. */
function mayRead(organization: Organization, facts: CaseFacts, about: { readonly who: PersonId; readonly at: string }): boolean {
  const viewer = viewerOf(organization, about.who, dayOf(id(about.at)));
  if (!viewer || RANK.indexOf(viewer.clearance) < RANK.indexOf(facts.clearance)) return false;
  const readers = new Set<string>([...facts.readers, ...Object.values(facts.doers).map((doer) => `person:${doer.person}`)]);
  const flow = facts.definition.slice(0, facts.definition.lastIndexOf('@'));
  return viewer.seats.some((held) => readers.has(held.seat) && (!held.flows || held.flows.some((one) => one === flow)));
}

/** Everybody reads what is theirs, and of everything else there is nothing. */
async function readsAreTheirs(all: All, cases: ReadonlySet<string>): Promise<void> {
  const { office, store, clock } = all;
  const house = await office.organization();
  const loaded = await Promise.all([...cases].map(async (one) => (await loadCase(store, id(one)))?.facts));
  const facts = loaded.filter((one) => one !== undefined);
  for (const name of PEOPLE) {
    const who = person(name);
    const theirs = facts.filter((one) => mayRead(house, one, { who, at: clock.now() })).map((one) => String(one.case));
    const listed = yes(await office.cases(who, { list: 'all', limit: 100 })).rows.map((card) => card.id);
    expect(listed.toSorted()).toEqual(theirs.toSorted());
    for (const one of facts) {
      const visible = theirs.includes(one.case);
      const reads = [office.case(who, one.case), office.timeline(who, one.case), office.diagrams(who, one.case)];
      expect((await Promise.all(reads)).map((answer) => answer.ok)).toEqual([visible, visible, visible]);
    }
    for (const list of ['todo', 'read'] as const) {
      for (const card of yes(await office.tasks(who, { list, limit: 100 })).rows) {
        expect(theirs).toContain(card.case);
        expect(card.takenBy === null || card.takenBy.id === name).toBe(true);
        const page = yes(await office.task(who, id(card.id)));
        expect(page.card.state).toBe('open');
      }
    }
    const found = yes(await office.search(who, '文字')).map((card) => card.id);
    expect(found.filter((one) => !theirs.includes(one))).toEqual([]);
    const counts = yes(await office.counts(who));
    expect(counts.todo).toBe(yes(await office.tasks(who, { list: 'todo', limit: 100 })).rows.length);
  }
}

describe('people at work at random', () => {
  test('given any sequence of commands by anybody, when they are done, then nothing throws, nothing acknowledged is lost, rows equal the log, and everybody reads only what is theirs', async () => {
    const met = new Set<string>();
    const depth: number[] = [];
    await fc.assert(
      fc.asyncProperty(acts, async (list) => {
        const all = await demoOffice({ organization });
        const work = randomly(all);
        for (const act of list) await work.act(act);
        for (const answer of work.answers) {
          if (answer.ok) continue;
          met.add(answer.code);
          expect(REFUSAL_CODES).toContain(answer.code);
          expect([answer.expected.zh, answer.expected.en ?? ''].every((words) => words.length > 0)).toBe(true);
        }
        const completed = new Map<string, string[]>();
        for (const caseId of work.cases) {
          for (const commit of await commitsOf(all.store, id(caseId))) {
            for (const event of eventsOf(commit))
              if (event.type === 'TaskCompleted') {
                const task = taskId(id(caseId), event.visit);
                completed.set(task, [...(completed.get(task) ?? []), commit.actor.id]);
              }
          }
          await agree(all, id(caseId));
        }
        for (const { task, who } of work.acknowledged) expect(completed.get(task)).toEqual([who]);
        expect([...completed.keys()].toSorted()).toEqual(work.acknowledged.map((one) => one.task).toSorted());
        expect(work.acknowledged.every((one) => caseAndVisit(one.task) !== undefined)).toBe(true);
        await readsAreTheirs(all, work.cases);
        const store = await rebuilt(all);
        const anew = { ...all, store, office: createOffice({ store, executor: kernelExecutor, clock: all.clock }) };
        for (const caseId of work.cases) await agree(anew, id(caseId));
        await readsAreTheirs(anew, work.cases);
        depth.push(work.acknowledged.length);
      }),
      // A hundred acts that fail are told as they are: to find the fewest of them would take minutes.
      { numRuns: 5, endOnFailure: true },
    );
    expect(depth.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(20);
    for (const code of ['alreadyDone', 'notFound', 'illegalMove']) expect([...met]).toContain(code);
  }, 120_000);
});
