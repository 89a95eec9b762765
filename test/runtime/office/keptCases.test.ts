import { describe, expect, test } from '@jest/globals';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import { kernelExecutor } from '../../../packages/runtime/src/executor/kernel/kernelExecutor.ts';
import { createOffice } from '../../../packages/runtime/src/office/create.ts';
import type { Store } from '../../../packages/runtime/src/ports/store.ts';
import { createMemoryStore } from '../../../packages/runtime/src/store/memory/memoryStore.ts';
import { fixedClock } from '../../../packages/runtime/src/words/clock.ts';
import { demoOffice, person, refusal, yes } from './harness.ts';

/** The demo office with a second server on the same store. */
async function twoServers() {
  const one = await demoOffice();
  return { ...one, other: createOffice({ store: one.store, executor: kernelExecutor, clock: one.clock }) };
}

const proposal = { values: { proposal: { to: '请税政科阅办。' }, handlingDepts: { to: ['tax-policy'] } }, confirmed: [] };

describe('A case kept by the server that wrote it last', () => {
  test('given a case written here, when the next step of it is done, then it is not loaded again', async () => {
    const clock = fixedClock('2026-11-24T01:00:00Z');
    const kept = createMemoryStore(clock);
    const loads: string[] = [];
    const store: Store = {
      ...kept,
      load(stream) {
        loads.push(stream);
        return kept.load(stream);
      },
    };
    const { receive, complete } = await demoOffice({ store });
    const begun = await receive();
    loads.length = 0;
    yes(await complete('wu-fang', begun.now[0]?.task ?? '', { outcome: 'none' }));
    expect(loads.filter((stream) => stream.startsWith('case/'))).toEqual([]);
  });

  test('given a case with more answers than a head remembers, when it goes on, then its log is read once, and the oldest request still gets its answer', async () => {
    const clock = fixedClock('2026-11-24T01:00:00Z');
    const memory = createMemoryStore(clock);
    let logs = 0;
    const store: Store = {
      ...memory,
      log(of) {
        if (of.stream.startsWith('case/')) logs += 1;
        return memory.log(of);
      },
    };
    const { receive, office } = await demoOffice({ store });
    const begun = await receive();
    const task = id<'task'>(begun.now[0]?.task ?? '');
    const urge = (number: number) => office.urgeTask(person('wu-fang'), task, { request: `urge-${number}`, words: `第${number}次` });
    const first = yes(await urge(1));
    for (let number = 2; number <= 70; number += 1) yes(await urge(number));
    logs = 0;
    for (let number = 71; number <= 80; number += 1) yes(await urge(number));
    expect(logs).toBe(0);
    expect(yes(await urge(1))).toEqual(first);
    expect(yes(await urge(75)).revision).toBe(76);
    expect(logs).toBe(0);
    const other = createOffice({ store, executor: kernelExecutor, clock });
    expect(yes(await other.urgeTask(person('wu-fang'), task, { request: 'urge-1', words: '第1次' }))).toEqual(first);
    expect(refusal(await other.urgeTask(person('wu-fang'), task, { request: 'urge-2', words: '另一句' })).code).toBe('requestReused');
  });

  test('given a case that another server has moved on, when its new step is done here, then it is done', async () => {
    const { does, receive, complete, other } = await twoServers();
    await receive();
    const registered = await does('wu-fang', 'in_register', { outcome: 'none' });
    const task = id<'task'>(registered.now[0]?.task ?? '');
    const proposed = yes(await other.completeTask(person('li-min'), task, { request: 'there', ...proposal }));
    const done = await complete('chen-zhiqiang', proposed.now[0]?.task ?? '', { values: { instruction: '同意。' }, outcome: 'handle' });
    expect(yes(done).now.map((one) => one.step.zh)).toEqual(['转相关处室承办']);
  });

  test('given a task that was signed for on another server, when it is done here by a colleague, then the lost race is counted and the refusal names who has it', async () => {
    const { does, receive, complete, office, other } = await twoServers();
    await receive();
    const registered = await does('wu-fang', 'in_register', { outcome: 'none' });
    const task = registered.now[0]?.task ?? '';
    yes(await other.takeTask(person('wang-haiyan'), id(task), { request: 'taken' }));
    const late = await complete('li-min', task, { values: { proposal: '请税政科阅办。' } });
    expect(refusal(late).code).toBe('takenByAnother');
    expect(office.lostRaces()).toBe(1);
  });
});
