import { describe, expect, test } from '@jest/globals';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import type { Json } from '../../../packages/runtime/src/words/json.ts';
import type { Sheet } from '../diagram/dmnFile.ts';
import { type Deciding, expense, WHO_APPROVES } from './expense.ts';
import { person, yes } from './harness.ts';
import { movable } from './movable.ts';

/** 费用报销 of 陆瑶 in 税政科, filled in. */
async function claimed(values: { readonly [field: string]: Json }, deciding: Deciding = {}) {
  const all = await movable({ diagrams: [{ file: 'expense', xml: expense(deciding) }] });
  const { case: caseId } = await all.start('lu-yao', 'expense', { title: '参加培训' });
  await all.does('lu-yao', 'fill', { values });
  const retry = (changed: { readonly [field: string]: { readonly to: Json } }, reason = '填错了') => {
    const ask = async () => {
      const [incident] = (await all.page(caseId)).incidents;
      const input = { request: all.request(), incident: incident?.id ?? '', values: changed, reason };
      return all.office.retryIncident(person('li-min'), id(caseId), input);
    };
    return ask();
  };
  return { ...all, caseId, retry, history: () => all.told(caseId, 'lu-yao') };
}

describe('a case that comes to a decision table', () => {
  test('given a claim that one row is for, when it is filled in, then it is with whom the table names, and the history says so in words', async () => {
    const { open, history, office, caseId } = await claimed({ kind: 'office', amount: 30_000 });
    expect([await open('shen-guohua'), await open('liu-xiulan')]).toEqual([['head'], []]);
    expect(await history()).toContain('“确定审批人”得出谁来批：科室领导：按“报销审批权限”，符合第 1 行');
    const english = yes(await office.timeline(person('lu-yao'), id(caseId))).find(({ element }) => element === 'decide');
    expect([english?.words.en, english?.detail?.en]).toEqual([
      '“Find who approves” gave Who approves: Head of department',
      'by “Who may approve”, row 1',
    ]);
  });

  test('given another kind or a larger amount, when it is filled in, then it is with the leader', async () => {
    for (const values of [
      { kind: 'meeting', amount: 1 },
      { kind: 'travel', amount: 100_001 },
    ]) {
      const { open } = await claimed(values);
      expect([await open('shen-guohua'), await open('liu-xiulan')]).toEqual([[], ['leader']]);
    }
  });

  test('given that no row is for it, when it is filled in, then it stops with the reason, is mended and tried again', async () => {
    const { open, page, retry, history, caseId } = await claimed({ kind: 'office', amount: 300_000 });
    const [incident] = (await page(caseId)).incidents;
    expect(incident).toMatchObject({
      step: { zh: '确定审批人' },
      words: {
        zh: '决策表得不出结果：“报销审批权限”没有一行符合',
        en: 'The decision table gives no answer: No row of “Who may approve” applies',
      },
    });
    expect(incident?.acts?.fields.map(({ key, value }) => [key, value])).toEqual([
      ['kind', 'office'],
      ['amount', 300_000],
    ]);
    expect(await history()).toContain('“确定审批人”出现异常：决策表得不出结果：“报销审批权限”没有一行符合');
    yes(await retry({ kind: { to: 'travel' } }));
    expect([await open('liu-xiulan'), (await page(caseId)).incidents]).toEqual([['leader'], []]);
    expect((await history()).filter((one) => one.includes('确定审批人')).slice(-2)).toEqual([
      '改了类别后重试“确定审批人”：填错了',
      '“确定审批人”得出谁来批：局领导：按“报销审批权限”，符合第 2 行',
    ]);
  });

  test('given a table that need not answer, when no row is for it, then it goes on without a result and stops where the result was needed', async () => {
    const { page, history, caseId } = await claimed({ kind: 'office', amount: 300_000 }, { rule: 'into="level"' });
    expect((await page(caseId)).incidents).toMatchObject([{ step: { zh: '谁来批？' } }]);
    expect(await history()).toContain('“确定审批人”没有得出结果：按“报销审批权限”，没有一行符合');
  });

  test('given that two rows are for it where only one may be, when it is filled in, then it says which, is mended and tried again', async () => {
    const sheet: Sheet = { ...WHO_APPROVES, rows: [...WHO_APPROVES.rows, '-|> 200000|"leader"'] };
    const { open, page, retry, caseId } = await claimed({ kind: 'travel', amount: 300_000 }, { sheet });
    expect((await page(caseId)).incidents[0]?.words).toEqual({
      zh: '决策表得不出结果：第 2、4 行同时符合，而只应有一行符合',
      en: 'The decision table gives no answer: Rows 2, 4 apply together, and only one should',
    });
    yes(await retry({ amount: { to: 150_000 } }));
    expect(await open('liu-xiulan')).toEqual(['leader']);
  });

  test('given that the first row counts, when two are for it, then the first decides', async () => {
    const sheet: Sheet = { ...WHO_APPROVES, hit: 'FIRST', rows: ['-|> 200000|"leader"', '-|-|"head"'] };
    const small = await claimed({ kind: 'travel', amount: 1 }, { sheet });
    expect(await small.open('shen-guohua')).toEqual(['head']);
    const large = await claimed({ kind: 'travel', amount: 300_000 }, { sheet });
    expect(await large.open('liu-xiulan')).toEqual(['leader']);
    expect(await large.history()).toContain('“确定审批人”得出谁来批：局领导：按“报销审批权限”，符合第 1 行');
  });

  test('given that all rows are added up, when several are for it, then their sum is written and branched on', async () => {
    const sheet: Sheet = {
      ...WHO_APPROVES,
      hit: 'COLLECT',
      put: 'SUM',
      outputs: ['allowance'],
      rows: ['"travel"|-|5000', '-|> 200000|2550', '"meeting"|-|1'],
    };
    const rule = 'into="allowance" required="true"';
    const xml = expense({ sheet, rule }).replace('level = "head"', 'allowance &lt; 7000').replace('level = "leader"', 'allowance >= 7000');
    const all = await movable({ diagrams: [{ file: 'expense', xml }] });
    const { case: caseId } = await all.start('lu-yao', 'expense', { title: '参加培训' });
    await all.does('lu-yao', 'fill', { values: { kind: 'travel', amount: 300_000 } });
    expect(await all.open('liu-xiulan')).toEqual(['leader']);
    expect(await all.told(caseId, 'lu-yao')).toContain('“确定审批人”得出补助：¥75.50：按“报销审批权限”，符合第 1、2 行');
    expect((await all.page(caseId, 'lu-yao')).fields).toContainEqual(expect.objectContaining({ key: 'allowance', value: 7550 }));
  });

  test('given two results, when a row is for it, then each has its own field', async () => {
    const sheet: Sheet = { ...WHO_APPROVES, hit: 'FIRST', outputs: ['who', 'extra'], rows: ['"travel"|-|"leader"|5000', '-|-|"head"|'] };
    const deciding = { sheet, rule: 'required="true"', more: '<gc:out from="who" to="level"/><gc:out from="extra" to="allowance"/>' };
    const first = await claimed({ kind: 'travel', amount: 1 }, deciding);
    expect(await first.history()).toContain('“确定审批人”得出谁来批：局领导；补助：¥50.00：按“报销审批权限”，符合第 1 行');
    const other = await claimed({ kind: 'office', amount: 1 }, deciding);
    expect(await other.history()).toContain('“确定审批人”得出谁来批：科室领导：按“报销审批权限”，符合第 2 行');
  });

  test('given that it stands still, when its owner passes it over, then the case goes on as if nothing had been decided', async () => {
    const { office, page, request, caseId } = await claimed({ kind: 'office', amount: 300_000 });
    const [incident] = (await page(caseId)).incidents;
    yes(await office.skipIncident(person('li-min'), id(caseId), { request: request(), incident: incident?.id ?? '', reason: '口头定' }));
    expect((await page(caseId)).incidents).toMatchObject([{ step: { zh: '谁来批？' } }]);
  });
});
