import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createSqliteStore } from '../../../packages/runtime/src/store/sqlite/sqliteStore.ts';
import { fixedClock } from '../../../packages/runtime/src/words/clock.ts';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import { person, refusal, yes } from './harness.ts';
import { outgoing } from './outgoing.ts';

const TO_NUMBER = ['out_draft', 'out_receive', 'out_first_check', 'out_review', 'out_sign'] as const;

describe('the number of a document', () => {
  test('given a case that has its number, when it goes back past it and on again, then it keeps it and takes no second one', async () => {
    const { begin, doing, back, pageOf, timeline } = await outgoing();
    const caseId = await begin();
    await doing(...TO_NUMBER, 'out_number');
    yes(await back('ma-liang', 'out_typeset', 'out_sign'));
    await doing('out_sign', 'out_number');
    expect((await pageOf(caseId)).card.number).toBe('国税发〔2026〕1号');
    const next = await begin('第二件');
    await doing(...TO_NUMBER, 'out_number');
    expect((await pageOf(next)).card.number).toBe('国税发〔2026〕2号');
    expect((await timeline(caseId)).filter((words) => words.includes('作废'))).toEqual([]);
  });

  test('given a case that was sent back past its number, when it is then not issued, then the number is voided for all to see and never given again', async () => {
    const { begin, doing, does, back, pageOf, timeline } = await outgoing();
    const caseId = await begin();
    await doing(...TO_NUMBER, 'out_number');
    yes(await back('ma-liang', 'out_typeset', 'out_sign'));
    await does('sun-weimin', 'out_sign', { outcome: 'reject', values: { signOpinion: '不必发文。' } });
    expect((await pageOf(caseId)).card.status).toBe('completed');
    expect(await timeline(caseId)).toContain('发文字号作废：国税发〔2026〕1号');
    const next = await begin('第二件');
    await doing(...TO_NUMBER, 'out_number');
    expect((await pageOf(next)).card.number).toBe('国税发〔2026〕2号');
  });

  test('given a seal’s register number, when the seal is taken back with all that was called, then it is voided at once', async () => {
    const { begin, doing, back, timeline } = await outgoing();
    const caseId = await begin();
    await doing(...TO_NUMBER, 'out_number', 'out_typeset', 'out_proofread', 'out_print', 'check', 'stub');
    yes(await back('ma-liang', 'out_dispatch', 'out_print'));
    expect((await timeline(caseId)).filter((words) => words.includes('作废'))).toEqual(['用印登记号作废：印〔2026〕1号']);
    await doing('out_print', 'check', 'stub');
    expect(await timeline(caseId)).toContain('取得用印登记号：印〔2026〕2号');
  });

  test('given a case that is cancelled, when it has a number, then the number is voided with the reason in the timeline', async () => {
    const { begin, doing, office, pageOf, timeline, todo } = await outgoing();
    const caseId = await begin();
    await doing(...TO_NUMBER, 'out_number');
    const cancel = (who: string, reason: string) =>
      office.cancelCase(person(who), id(caseId), { request: `${who}-${reason.length}`, reason });
    expect(refusal(await cancel('peng-fei', '重复'))).toEqual({ code: 'notFound', culprit: caseId });
    expect(refusal(await cancel('lu-yao', '重复')).code).toBe('notAllowed');
    expect(refusal(await cancel('sun-weimin', ' '))).toEqual({ code: 'required', culprit: 'reason' });
    expect((await pageOf(caseId, 'sun-weimin')).mayCancel).toBe(true);
    expect((await pageOf(caseId)).mayCancel).toBe(false);
    expect(yes(await cancel('sun-weimin', '与上级文件重复'))).toMatchObject({ ended: true, now: [] });
    expect((await pageOf(caseId)).card.status).toBe('cancelled');
    expect((await timeline(caseId)).slice(-2)).toEqual(['撤销了办件', '发文字号作废：国税发〔2026〕1号']);
    expect(await todo('ma-liang')).toEqual([]);
    expect(refusal(await cancel('sun-weimin', '再撤销一次')).code).toBe('alreadyDone');
  });

  test('given a case on which nobody else has worked, when its initiator cancels it, then they may', async () => {
    const { begin, office, pageOf } = await outgoing();
    const caseId = await begin();
    expect((await pageOf(caseId)).mayCancel).toBe(true);
    yes(await office.cancelCase(person('lu-yao'), id(caseId), { request: 'c', reason: '误发起' }));
    expect((await pageOf(caseId)).card.status).toBe('cancelled');
  });

  test.each(['memory', 'sqlite'])(
    'given eight cases that take their numbers at the same moment on %s, when all have one, then no two share one and none is left out',
    async (kind) => {
      const folder = await mkdtemp(join(tmpdir(), 'guicheng-'));
      const clock = fixedClock('2026-11-24T01:00:00Z');
      const store = kind === 'sqlite' ? await createSqliteStore({ folder, clock }) : undefined;
      try {
        const { begin, doing, complete, todo, pageOf } = await outgoing(store ? { store } : {});
        const cases: string[] = [];
        for (let n = 1; n <= 8; n += 1) {
          cases.push(await begin(`第${n}件`));
          await doing(...TO_NUMBER);
        }
        const tasks = (await todo('wu-fang')).filter((card) => card.element === 'out_number');
        const answers = await Promise.all(
          tasks.map((task, index) => complete(index % 2 === 0 ? 'wu-fang' : 'zheng-li', task.id, { values: { copies: 1 } })),
        );
        expect(answers.map((answer) => answer.ok)).toEqual(Array(8).fill(true));
        const numbers = await Promise.all(cases.map(async (caseId) => (await pageOf(caseId)).card.number));
        expect(numbers.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `国税发〔2026〕${n}号`));
      } finally {
        await store?.close();
        await rm(folder, { recursive: true, force: true });
      }
    },
  );

  test('given the first day of a new year, when a number is taken, then it begins at 1 again', async () => {
    const { begin, doing, pageOf } = await outgoing({ at: '2026-12-31T16:00:00Z' });
    const caseId = await begin();
    await doing(...TO_NUMBER, 'out_number');
    expect((await pageOf(caseId)).card.number).toBe('国税发〔2027〕1号');
  });
});
