import { describe, expect, test } from '@jest/globals';
import { kernelExecutor } from '../../../packages/runtime/src/executor/kernel/kernelExecutor.ts';
import { createOffice } from '../../../packages/runtime/src/office/create.ts';
import { StoreUnavailable } from '../../../packages/runtime/src/ports/store.ts';
import { caseStream, id } from '../../../packages/runtime/src/words/ids.ts';
import { endingAt } from './endingAt.ts';
import { person, yes } from './harness.ts';
import { newRequest } from './studio.ts';
import { acting, standing, versions } from './twoVersions.ts';

/** One office with two versions of its flow; each round has two new cases, on the version in force, that go over to the one before. */
async function rounds() {
  const { store, clock, office, start } = await versions({ done: [] });
  const li = acting(office);
  return {
    store,
    open: (on = store) => createOffice({ store: on, executor: kernelExecutor, clock }),
    async begin() {
      const cases = [(await start('wu-fang', 'a', {})).case, (await start('wu-fang', 'a', {})).case];
      const before = await Promise.all(cases.map((one) => standing(store, one)));
      return { cases, before, tried: yes(await li.preview({}, 2, 1)).preview };
    },
    async end(cases: readonly string[]) {
      for (const one of cases) yes(await office.cancelCase(person('wu-fang'), id(one), { request: newRequest(), reason: '试完' }));
    },
  };
}

describe('a crash at every call of the store', () => {
  for (const what of ['moved', 'undone'] as const)
    test(`given cases that are ${what}, when the store ends at any call, then the sweeper does the rest, and no case twice`, async () => {
      const { store, open, begin, end } = await rounds();
      let calls = 0;
      for (const done of [false, true])
        for (let call = 1, reached = true; reached; call += 1) {
          const { cases, before, tried } = await begin();
          const request = newRequest();
          const job = what === 'undone' ? yes(await acting(open()).begin(tried, request)) : undefined;
          const { store: broken, state } = endingAt(store, call, done);
          const crashing = acting(open(broken));
          await (job ? crashing.undo(job.id) : crashing.begin(tried, request)).catch((error: unknown) =>
            expect(error).toBeInstanceOf(StoreUnavailable),
          );
          reached = state.ended;
          calls += reached ? 1 : 0;
          await open().sweep('after');
          const asked = job ? yes(await acting(open()).undo(job.id)) : yes(await acting(open()).begin(tried, request));
          expect(asked).toMatchObject(job ? { phase: 'undone', undone: 2, kept: 0 } : { phase: 'moved', moved: 2, refused: 0 });
          expect(await store.notes.list('migration-open/', 10)).toEqual([]);
          for (const [at, one] of cases.entries()) {
            const log = await store.log({ stream: caseStream(id(one)), after: 0, limit: 100 });
            const told = log.flatMap((commit) => JSON.parse(commit.parts.events?.text ?? '[]') as { type: string }[]);
            expect(told.filter((event) => event.type === 'CaseMigrated')).toHaveLength(1);
            expect(told.filter((event) => event.type === 'MigrationUndone')).toHaveLength(job ? 1 : 0);
            if (job) expect(await standing(store, one)).toEqual(before[at]);
          }
          await end(cases);
        }
      expect(calls).toBeGreaterThan(20);
    });
});
