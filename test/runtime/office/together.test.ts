import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { kernelExecutor } from '../../../packages/runtime/src/executor/kernel/kernelExecutor.ts';
import { createOffice } from '../../../packages/runtime/src/office/create.ts';
import type { Store } from '../../../packages/runtime/src/ports/store.ts';
import { createSqliteStore } from '../../../packages/runtime/src/store/sqlite/sqliteStore.ts';
import { fixedClock } from '../../../packages/runtime/src/words/clock.ts';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import { demoOffice, person, refusal, yes } from './harness.ts';

/** Runs a story on a store of each kind. */
async function onStore(kind: string, story: (store: Store | undefined) => Promise<void>): Promise<void> {
  if (kind === 'memory') return story(undefined);
  const folder = await mkdtemp(join(tmpdir(), 'guicheng-'));
  const store = createSqliteStore({ folder, clock: fixedClock('2026-11-24T01:00:00Z') });
  try {
    await story(store);
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const PEOPLE = `zhang-wei li-min wang-haiyan he-zhengyi wu-fang zheng-li qian-feng ma-liang zhu-min xu-jing
  gao-peng lin-xia guo-tao song-yan luo-jia tang-bo xie-ying han-mei feng-gang dong-xue`.split(/\s+/);

type Office = Awaited<ReturnType<typeof demoOffice>>;

/** A document that goes to these people to be read, each with a task of their own. */
async function circulate(all: Office, readers: readonly string[]) {
  const { case: caseId } = await all.receive();
  await all.does('wu-fang', 'in_register', { outcome: 'none' });
  await all.does('li-min', 'in_propose', { values: { proposal: '送阅。', handlingDepts: ['office'] } });
  await all.does('chen-zhiqiang', 'in_instruct', { values: { instruction: '传阅。', readers }, outcome: 'read' });
  await all.does('wu-fang', 'in_arrange', { values: { readers } });
  const reading = async (who: string) => {
    const cards = yes(await all.office.tasks(person(who), { list: 'read', limit: 50 })).rows;
    return { who, task: cards.find((card) => card.case === caseId)?.id ?? `${who} has nothing to read` };
  };
  return { caseId, tasks: await Promise.all(readers.map(reading)) };
}

async function circulated(store: Store | undefined, readers: readonly string[]) {
  const all = await demoOffice(store ? { store } : {});
  return { ...all, ...(await circulate(all, readers)) };
}

describe.each(['memory', 'sqlite'])('many at the same moment, on %s', (kind) => {
  test('given twelve tasks of one case, when twelve people complete them at once, then nobody is refused and each is there once', async () => {
    await onStore(kind, async (store) => {
      const { caseId, complete, office, tasks } = await circulated(store, PEOPLE.slice(0, 12));
      const before = yes(await office.case(person('wu-fang'), id(caseId))).revision;
      const answers = await Promise.all(tasks.map(({ who, task }) => complete(who, task, { values: { readNote: `${who} 已阅` } })));
      expect(answers.filter((answer) => !answer.ok)).toEqual([]);
      const page = yes(await office.case(person('wu-fang'), id(caseId)));
      expect(page.revision).toBe(before + 12);
      expect(page.card.status).toBe('completed');
      expect(
        page.opinions
          .map((opinion) => opinion.words)
          .filter((words) => words.endsWith('已阅'))
          .toSorted(),
      ).toEqual(
        PEOPLE.slice(0, 12)
          .map((who) => `${who} 已阅`)
          .toSorted(),
      );
      expect(office.lostRaces()).toBe(0);
    });
  });

  test('given twenty people with a task of a case each, when all complete at once, then nobody meets a conflict', async () => {
    await onStore(kind, async (store) => {
      const all = await demoOffice(store ? { store } : {});
      const given: Awaited<ReturnType<typeof circulate>>[] = [];
      for (const who of PEOPLE) given.push(await circulate(all, [who]));
      const answers = await Promise.all(given.flatMap(({ tasks }) => tasks).map(({ who, task }) => all.complete(who, task, {})));
      expect(answers.map((answer) => answer.ok && answer.value.ended)).toEqual(PEOPLE.map(() => true));
      const cards = yes(await all.office.cases(person('wu-fang'), { list: 'all', limit: 50 })).rows;
      expect(cards.map((card) => card.status)).toEqual(PEOPLE.map(() => 'completed'));
      expect(new Set(cards.map((card) => card.number)).size).toBe(20);
    });
  });

  test('given two colleagues on one task, when both complete it at once, then one does, and the other hears who and when', async () => {
    await onStore(kind, async (store) => {
      const { complete, receive, taskOf } = await demoOffice(store ? { store } : {});
      await receive();
      const task = await taskOf('wu-fang', 'in_register');
      const answers = await Promise.all(['wu-fang', 'zheng-li'].map((who) => complete(who, task.id, { outcome: 'none' })));
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
      const late = answers.find((answer) => !answer.ok);
      expect(late).toMatchObject({ code: 'alreadyDone', by: { at: '2026-11-24T01:00:00.000Z' } });
      expect(late && !late.ok ? ['吴芳', '郑丽'] : []).toContain(late && !late.ok ? late.by?.name : '');
    });
  });
});

describe('a lost race', () => {
  test('given two servers on one store, when both write to one case at once, then each decides anew and nobody is refused', async () => {
    const { store, clock, complete, tasks, office, caseId } = await circulated(undefined, PEOPLE.slice(0, 12));
    const other = createOffice({ store, executor: kernelExecutor, clock });
    const answers = await Promise.all(
      tasks.map(({ who, task }, index) =>
        index % 2 === 0
          ? complete(who, task, {})
          : other.completeTask(person(who), id(task), { request: `other-${index}`, values: {}, confirmed: [] }),
      ),
    );
    expect(answers.filter((answer) => !answer.ok)).toEqual([]);
    expect(office.lostRaces() + other.lostRaces()).toBeGreaterThan(0);
    expect(yes(await office.case(person('wu-fang'), id(caseId))).card.status).toBe('completed');
  });
});

describe('one field, two people', () => {
  const diagrams = [{ file: 'beside', xml: readFileSync(new URL('beside.bpmn', import.meta.url), 'utf8') }];
  async function beside() {
    const all = await demoOffice({ diagrams });
    await all.start('peng-fei', 'beside', {});
    const left = await all.taskOf('wu-fang', 'left');
    const right = await all.taskOf('ma-liang', 'right');
    const write = (who: string, task: string, values: { readonly [field: string]: { readonly to: string; readonly was: string | null } }) =>
      all.office.completeTask(person(who), id(task), { request: all.request(), values, confirmed: [] });
    return { ...all, left, right, write };
  }

  test('given the same base, when both change it, then the second sees both values, who wrote the first and when, and nothing is lost', async () => {
    const { left, right, write, clock, office } = await beside();
    clock.advance(60_000);
    yes(await write('wu-fang', left.id, { note: { to: '第一版', was: null }, kind: { to: 'a', was: null } }));
    const answer = await write('ma-liang', right.id, {
      note: { to: '第二版', was: null },
      kind: { to: 'b', was: null },
      own: { to: '我的话', was: null },
    });
    expect(answer).toMatchObject({
      ok: false,
      code: 'changedMeanwhile',
      culprit: '说明、类别',
      by: { name: '吴芳', at: '2026-11-24T01:01:00.000Z' },
      fields: [
        { field: 'note', code: 'changedMeanwhile', expected: { zh: '现在的值：第一版；您填的：第二版' } },
        { field: 'kind', expected: { zh: '现在的值：甲类；您填的：乙类' } },
      ],
    });
    yes(
      await write('ma-liang', right.id, {
        note: { to: '第二版', was: '第一版' },
        kind: { to: 'a', was: 'a' },
        own: { to: '我的话', was: null },
      }),
    );
    const page = yes(await office.case(person('ma-liang'), id(right.case)));
    expect(page.fields.map((field) => [field.key, field.value])).toEqual([
      ['note', '第二版'],
      ['kind', 'a'],
      ['own', '我的话'],
    ]);
  });

  test('given the same value from both, or other fields, when they are written, then there is no conflict', async () => {
    const { left, right, write } = await beside();
    yes(await write('wu-fang', left.id, { note: { to: '一样', was: null } }));
    expect(yes(await write('ma-liang', right.id, { note: { to: '一样', was: null }, own: { to: '我的', was: null } })).ended).toBe(true);
  });

  test('given a half-filled form, when its step is done, then the draft is gone; a refused one keeps it', async () => {
    const { left, office, complete } = await beside();
    yes(await office.saveDraft(person('wu-fang'), { task: id(left.id) }, { note: '半句' }));
    expect(refusal(await complete('wu-fang', left.id, { values: { nosuch: 1 } })).code).toBe('unknownField');
    expect(yes(await office.task(person('wu-fang'), id(left.id))).draft?.values).toEqual({ note: '半句' });
    yes(await complete('wu-fang', left.id, {}));
    expect(yes(await office.task(person('wu-fang'), id(left.id))).draft).toBeNull();
  });

  test('given another’s request id, when somebody sends the very same request, then they get no answer that is not theirs', async () => {
    const { left, office } = await beside();
    const input = { request: 'mine', values: {}, confirmed: [] };
    yes(await office.completeTask(person('wu-fang'), id(left.id), input));
    expect((await office.completeTask(person('peng-fei'), id(left.id), input)).ok).toBe(false);
  });
});
