import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { officialCalendar } from '../../../packages/runtime/src/calendar/calendar.ts';
import { kernelExecutor } from '../../../packages/runtime/src/executor/kernel/kernelExecutor.ts';
import type { Executor } from '../../../packages/runtime/src/ports/executor.ts';
import { createOffice } from '../../../packages/runtime/src/office/create.ts';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import { type Differently, demoOffice, person, refusal, yes } from './harness.ts';

const diagrams = [{ file: 'limits', xml: readFileSync(new URL('limits.bpmn', import.meta.url), 'utf8') }];
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** 24:00 in Shanghai at the end of a day, as it is kept. */
const endOf = (day: string): string => new Date(Date.parse(`${day}T00:00:00+08:00`) + DAY).toISOString();

/** A case of the diagram beside this story, begun by 彭飞, who does every step of it. */
async function begun(differently: Differently & { readonly title?: string } = {}) {
  const all = await demoOffice({ diagrams, ...differently });
  const { case: caseId } = await all.start('peng-fei', 'limits', { title: differently.title ?? '答复' });
  const page = async () => yes(await all.office.case(person('peng-fei'), id(caseId)));
  /** What runs in the case: its own name for the limit, and the last day of it. */
  const running = async () => Object.fromEntries((await page()).limits.map((limit) => [limit.id.split(':')[0], limit.due.at]));
  const does = async (element: string, values: { readonly answerBy?: string | null } = {}) => all.does('peng-fei', element, { values });
  const told = async () => {
    const timeline = yes(await all.office.timeline(person('peng-fei'), id(caseId)));
    return timeline.filter((entry) => entry.kind.startsWith('Deadline')).map((entry) => `${entry.kind} ${entry.words.zh}`);
  };
  const sweepAfter = async (days: number): Promise<number> => {
    all.clock.advance(days * DAY);
    return all.office.sweep('test');
  };
  return { ...all, caseId, page, running, act: does, told, sweepAfter };
}

describe('the clocks of a case', () => {
  test('given limits from the case’s start, a step’s opening and a span, when the case begins, then these run and no others', async () => {
    const { running, taskOf } = await begun();
    expect(await running()).toEqual({
      draft_due: endOf('2026-12-01'),
      span_due: endOf('2026-12-08'),
      review_case: endOf('2026-12-04'),
    });
    expect((await taskOf('peng-fei', 'draft')).due).toEqual({
      at: endOf('2026-12-01'),
      state: 'later',
      words: { zh: '剩 5 个工作日', en: '5 working days left' },
      provisional: false,
    });
  });

  test('given a limit that hangs on a condition, when it does not hold, then its clock does not start; when it does, it does', async () => {
    expect(await (await begun()).running()).not.toHaveProperty('urgent_due');
    expect((await (await begun({ title: '加急' })).running())['urgent_due']).toBe('2026-11-24T02:00:00.000Z');
  });

  test('given a limit from the completion of another step, when that is done, then it runs; what was the step’s own ends, the span goes on', async () => {
    const { act, running, clock } = await begun();
    clock.advance(DAY);
    await act('draft');
    expect(await running()).toEqual({
      review_after: endOf('2026-11-30'),
      review_case: endOf('2026-12-04'),
      span_due: endOf('2026-12-08'),
      to_inner: endOf('2026-12-08'),
    });
  });

  test('given a limit from a date field, when the date is written, changed and cleared, then the clock is set, set anew and ended', async () => {
    const { act, office, running, taskOf, caseId } = await begun();
    await act('draft', { answerBy: '2026-12-01' });
    expect((await running())['review_date']).toBe(endOf('2026-12-01'));
    expect((await taskOf('peng-fei', 'review')).due?.at).toBe(endOf('2026-11-27'));
    const review = await taskOf('peng-fei', 'review');
    const page = yes(await office.task(person('peng-fei'), id(review.id)));
    expect(page.limits.map((limit) => limit.name.zh)).toEqual(['拟稿后', '按答复期限', '审核总时限', '审核至办理']);
    yes(
      await office.withdrawTask(person('peng-fei'), id(`${caseId}.${(await doneVisit(office, caseId)) ?? ''}`), {
        request: 'w',
        reason: '改期',
      }),
    );
    await act('draft', { answerBy: '2026-12-03' });
    expect((await running())['review_date']).toBe(endOf('2026-12-03'));
  });

  test('given a clock that runs ahead of its step by a date, when the date is changed, then cleared, then it is set anew, then ended', async () => {
    const { act, running, office, caseId } = await begun();
    const withdraw = async (request: string) =>
      yes(
        await office.withdrawTask(person('peng-fei'), id(`${caseId}.${(await doneVisit(office, caseId)) ?? ''}`), {
          request,
          reason: '改',
        }),
      );
    await act('draft', { answerBy: '2026-12-01' });
    expect((await running())['sign_date']).toBe(endOf('2026-12-06'));
    await act('review', { answerBy: '2026-12-02' });
    expect((await running())['sign_date']).toBe(endOf('2026-12-07'));
    await withdraw('one');
    await act('review', { answerBy: null });
    expect(await running()).not.toHaveProperty('sign_date');
  });

  test('given a sub-process and a call with limits, when they open, then what is done inside shows them; when they are over, they end', async () => {
    const { act, running, taskOf, page } = await begun();
    await act('draft');
    await act('review');
    const rest = { span_due: endOf('2026-12-08'), to_inner: endOf('2026-12-07') };
    expect(await running()).toEqual({ group_due: endOf('2026-11-25'), inner_due: endOf('2026-11-30'), ...rest });
    expect((await taskOf('peng-fei', 'inner')).due?.at).toBe(endOf('2026-11-25'));
    await act('inner');
    expect(await running()).toEqual({ call_due: endOf('2026-11-26'), h_ask_begun: endOf('2026-11-27'), span_due: endOf('2026-12-08') });
    expect((await taskOf('peng-fei', 'h_ask')).due).toMatchObject({ at: endOf('2026-11-26'), words: { zh: '剩 2 个工作日' } });
    expect((await page()).card.due?.at).toBe(endOf('2026-11-26'));
    await act('h_ask');
    expect(await running()).toEqual({ sign_after: endOf('2026-11-25'), span_due: endOf('2026-12-08') });
  });

  test('given a span, when its last step opens, then its card shows it too; when that is done, nothing runs any more', async () => {
    const { act, office, running, taskOf, store } = await begun();
    for (const step of ['draft', 'review', 'inner', 'h_ask']) await act(step);
    const sign = yes(await office.task(person('peng-fei'), id((await taskOf('peng-fei', 'sign')).id)));
    expect(sign.limits.map((limit) => limit.id.split(':')[0])).toEqual(['sign_after', 'span_due']);
    await act('sign');
    expect(await running()).toEqual({});
    expect(await store.due(id('2099-01-01T00:00:00.000Z'), 100)).toEqual([]);
  });

  test('given a span that its last step has ended, when that step is sent back to, then the span runs on from where it began', async () => {
    const { act, office, running, taskOf, clock } = await begun();
    for (const step of ['draft', 'review', 'inner']) await act(step);
    expect(await running()).not.toHaveProperty('to_inner');
    clock.advance(DAY);
    const ask = await taskOf('peng-fei', 'h_ask');
    const group = yes(await office.returns(person('peng-fei'), id(ask.id))).find((one) => one.element === 'group');
    const how = { request: 'back', to: group?.visit ?? '', reason: '重办', siblings: 'keep' as const, then: 'flow' as const };
    yes(await office.returnTask(person('peng-fei'), id(ask.id), how));
    expect((await running())['to_inner']).toBe(endOf('2026-12-07'));
    await act('inner');
    expect(await running()).not.toHaveProperty('to_inner');
  });

  test('given a step that is sent back or withdrawn, when it goes, then its clocks go with it; what it is sent back to gets its own anew', async () => {
    const { act, office, running, taskOf, clock } = await begun();
    await act('draft', { answerBy: '2026-12-01' });
    clock.advance(DAY);
    const review = await taskOf('peng-fei', 'review');
    const target = yes(await office.returns(person('peng-fei'), id(review.id))).find((one) => one.element === 'draft');
    yes(
      await office.returnTask(person('peng-fei'), id(review.id), {
        request: 'back',
        to: target?.visit ?? '',
        reason: '重拟',
        siblings: 'keep',
        then: 'flow',
      }),
    );
    const now = await running();
    expect(now).toMatchObject({ draft_due: endOf('2026-12-02'), span_due: endOf('2026-12-09') });
    expect(now).not.toHaveProperty('review_after');
  });

  test('given time that passes, when it is swept, then the warning and the end are told once each, and the card says how late it is', async () => {
    const { sweepAfter, told, taskOf } = await begun();
    expect(await sweepAfter(5)).toBe(0);
    expect(await sweepAfter(2)).toBe(1);
    expect(await told()).toEqual(['DeadlineWarned “拟稿”即将到期']);
    expect(await sweepAfter(0)).toBe(0);
    expect(await sweepAfter(1)).toBe(1);
    expect(await told()).toEqual(['DeadlineWarned “拟稿”即将到期', 'DeadlinePassed “拟稿”已超期']);
    expect((await taskOf('peng-fei', 'draft')).due).toMatchObject({ state: 'late', words: { zh: '已超 1 个工作日' } });
    expect(await sweepAfter(0)).toBe(0);
  });

  test('given a clock that has fired, when its date moves on, then it runs and fires again', async () => {
    const { act, sweepAfter, told, office, caseId } = await begun();
    await act('draft', { answerBy: '2026-11-24' });
    expect(await sweepAfter(1)).toBe(1);
    yes(
      await office.withdrawTask(person('peng-fei'), id(`${caseId}.${(await doneVisit(office, caseId)) ?? ''}`), {
        request: 'w',
        reason: '改期',
      }),
    );
    await act('draft', { answerBy: '2026-11-26' });
    expect((await told()).filter((words) => words === 'DeadlinePassed “审核”已超期')).toHaveLength(1);
    await sweepAfter(2);
    expect((await told()).filter((words) => words === 'DeadlinePassed “审核”已超期')).toHaveLength(2);
  });

  test('given a leader who stops a clock with a reason, when it would have run out, then nothing is told of it', async () => {
    const { office, caseId, page, running, sweepAfter, told } = await begun();
    const limit = (await page()).limits.find((one) => one.name.zh === '拟稿时限')?.id ?? '';
    const leader = person('sun-weimin');
    expect(yes(await office.case(leader, id(caseId))).mayStop).toBe(true);
    expect((await page()).mayStop).toBe(false);
    const stop = (who: typeof leader, more: object = {}) =>
      office.stopLimit(who, id(caseId), { request: `${who}${JSON.stringify(more).length}`, limit, reason: '等上级答复', ...more });
    expect(refusal(await stop(person('peng-fei')))).toEqual({ code: 'notAllowed', culprit: caseId });
    expect(refusal(await stop(person('wu-fang')))).toEqual({ code: 'notFound', culprit: caseId });
    expect(refusal(await stop(leader, { reason: '  ' }))).toEqual({ code: 'required', culprit: 'reason' });
    expect(refusal(await stop(leader, { limit: 'moon' }))).toEqual({ code: 'notWaiting', culprit: 'moon' });
    yes(await stop(leader));
    expect(await running()).not.toHaveProperty('draft_due');
    await sweepAfter(8);
    expect(await told()).toEqual(['DeadlineStopped 停止计时：拟稿时限']);
    expect(refusal(await stop(leader, { reason: '再停一次' }))).toEqual({ code: 'notWaiting', culprit: limit });
  });
});

/** The visit of the step that was done last. */
async function doneVisit(office: Awaited<ReturnType<typeof demoOffice>>['office'], caseId: string) {
  const page = yes(await office.case(person('peng-fei'), id(caseId)));
  return page.withdrawable.at(-1)?.task.split('.')[1];
}

describe('working days', () => {
  test.each([
    ['2026-02-12', '2026-02-26', '春节'],
    ['2026-09-24', '2026-10-09', '国庆节'],
    ['2026-09-30', '2026-10-13', '国庆节，从节前最后一天起'],
  ])('given a step that opens on %s, when five working days are counted, then it is due on %s (%s)', async (opened, due) => {
    const { running } = await begun({ at: `${opened}T01:00:00Z` });
    expect((await running())['draft_due']).toBe(endOf(due));
  });

  test('given a limit that runs into 2027, which is not announced, when it is, then what was provisional is counted anew', async () => {
    const { running, taskOf, store, clock, caseId } = await begun({ at: '2026-12-28T01:00:00Z' });
    expect((await running())['draft_due']).toBe(endOf('2027-01-04'));
    expect((await taskOf('peng-fei', 'draft')).due).toMatchObject({ provisional: true });
    const notice = {
      year: 2027,
      daysOff: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'].map((day) => id<'day'>(day)),
      workingDays: [],
    };
    const office = createOffice({ store, executor: kernelExecutor, clock, calendar: officialCalendar([notice]) });
    expect(await office.sweep('test')).toBe(0);
    const page = yes(await office.case(person('peng-fei'), id(caseId)));
    expect(page.limits.find((limit) => limit.name.zh === '拟稿时限')?.due).toMatchObject({ at: endOf('2027-01-06'), provisional: false });
    const [card] = yes(await office.tasks(person('peng-fei'), { list: 'todo', limit: 5 })).rows;
    expect(card?.due).toMatchObject({ at: endOf('2027-01-06'), provisional: false });
    const revision = page.revision;
    clock.advance(DAY);
    expect(await office.sweep('test')).toBe(0);
    expect(yes(await office.case(person('peng-fei'), id(caseId))).revision).toBe(revision);
  });

  test('given a timer that runs into an unannounced year, when the year is announced, then it fires when the new count says', async () => {
    const { does, passOn, todo, store, clock } = await demoOffice({ at: '2026-12-29T01:00:00Z' });
    await passOn(['tax-policy']);
    await does('wu-fang', 'in_supervise', { values: { superviseNote: '已催' }, outcome: 'yes' });
    const calendar = officialCalendar([{ year: 2027, daysOff: [id<'day'>('2027-01-01')], workingDays: [] }]);
    const office = createOffice({ store, executor: kernelExecutor, clock, calendar });
    clock.advance(4 * DAY);
    await office.sweep('test');
    expect((await todo('wu-fang')).map((card) => card.element)).not.toContain('in_supervise');
    clock.advance(3 * DAY);
    await office.sweep('test');
    expect((await todo('wu-fang')).map((card) => card.element)).toContain('in_supervise');
  });
});

describe('the sweep', () => {
  test('given a case that cannot be stepped, when others are due too, then these are fired and the error is told at the end', async () => {
    let broken = true;
    const executor: Executor = {
      ...kernelExecutor,
      async advance(input) {
        if (input.stimulus.kind === 'due' && broken) {
          broken = false;
          throw new Error('this one is broken');
        }
        return kernelExecutor.advance(input);
      },
    };
    const { does, passOn, todo, office, clock } = await demoOffice({ executor });
    for (const _ of [1, 2]) {
      await passOn(['tax-policy']);
      await does('wu-fang', 'in_supervise', { values: { superviseNote: '已催' }, outcome: 'yes' });
    }
    clock.advance(4 * DAY);
    await expect(office.sweep('test')).rejects.toThrow('this one is broken');
    expect((await todo('wu-fang')).filter((card) => card.element === 'in_supervise')).toHaveLength(1);
    expect(await office.sweep('test')).toBe(1);
    expect((await todo('wu-fang')).filter((card) => card.element === 'in_supervise')).toHaveLength(2);
  });
});
