import { loadCase } from '../../../packages/runtime/src/office/caseLog.ts';
import { id, taskId, type PersonId, type TaskId } from '../../../packages/runtime/src/words/ids.ts';
import type { Answer } from '../../../packages/runtime/src/office/office.ts';
import type { FormField } from '../../../packages/runtime/src/office/pages.ts';
import type { Json } from '../../../packages/runtime/src/words/json.ts';
import { type demoOffice, person, yes } from './harness.ts';

type All = Awaited<ReturnType<typeof demoOffice>>;

/** People of many posts; one is cleared for nothing, one is nobody's. */
export const PEOPLE = `wu-fang zheng-li li-min zhang-wei chen-zhiqiang sun-weimin lu-yao ye-qing peng-fei shen-guohua lin-xia
  ma-liang xu-jing deng-rui huang-zhiyuan`.split(/\s+/);

/** One thing that somebody does: drawn at random, turned into something that makes sense at that moment. */
export interface Act {
  readonly who: number;
  readonly what: number;
  readonly pick: number;
  readonly more: number;
  /** Who fills a form in, where it is not `who`. */
  readonly by?: string;
}

/** A completion that was acknowledged. */
export interface Acknowledged {
  readonly task: string;
  readonly who: string;
}

/** People at work at random on the shipped flows; remembers what was acknowledged. */
export function randomly(all: All) {
  const { office } = all;
  const acknowledged: Acknowledged[] = [];
  const answers: Answer<unknown>[] = [];
  const cases = new Set<string>();
  const from = <One>(list: readonly One[], pick: number): One | undefined => list[pick % Math.max(1, list.length)];
  const nameOf = (act: Pick<Act, 'who'>): string => from(PEOPLE, act.who) ?? 'nobody';

  async function valueFor(field: FormField, act: Act): Promise<Json> {
    const who = act.by ?? nameOf(act);
    switch (field.type) {
      case 'yesNo':
        return act.more % 2 === 0;
      case 'choice':
        return from(field.options, act.more)?.value ?? null;
      case 'number':
      case 'money':
        return Math.max(1, field.minimum ?? 1);
      case 'date':
        return `2026-12-${String(1 + (act.more % 28)).padStart(2, '0')}`;
      case 'dateTime':
        return '2026-11-24T10:00';
      case 'person':
        return from(PEOPLE, act.more) ?? null;
      case 'persons':
        return [...new Set([from(PEOPLE, act.more), from(PEOPLE, act.more + 3)])].filter((one) => one !== undefined);
      case 'unit':
        return from(['tax-policy', 'collection', 'regulations'], act.more) ?? null;
      case 'units':
        return ['tax-policy', 'collection', 'regulations'].slice(act.more % 3);
      case 'file':
      case 'files':
        return all.upload(who, '附件.pdf');
      case 'table':
        return [Object.fromEntries(await Promise.all(field.columns.map(async (column) => [column.key, await valueFor(column, act)])))];
      default:
        return `文字${act.more}`;
    }
  }

  async function filled(fields: readonly FormField[], act: Act): Promise<{ readonly [field: string]: Json }> {
    const values: { [field: string]: Json } = {};
    for (const field of fields) {
      if (field.access !== 'write' || field.type === 'series' || field.type === 'signature') continue;
      values[field.key] = await valueFor(field, act);
    }
    return values;
  }

  async function start(act: Act): Promise<void> {
    const who = from(['lu-yao', 'wu-fang', 'deng-rui', 'peng-fei', nameOf(act)], act.who) ?? '';
    const flows = yes(await office.flows(person(who))).filter((flow) => flow.startable);
    const flow = from(flows, act.pick);
    if (!flow) return;
    const form = yes(await office.startForm(person(who), flow.key));
    const values = await filled(form.fields, { ...act, by: who });
    const answer = await office.startCase(person(who), { request: all.request(), flow: flow.key, values });
    answers.push(answer);
    if (answer.ok) cases.add(answer.value.case);
  }

  async function complete(act: Act, who: PersonId, task: TaskId): Promise<void> {
    const page = await office.task(who, task);
    if (!page.ok) return void answers.push(page);
    const { fields, decision, risks } = page.value;
    const values = await filled(fields, { ...act, by: who });
    const broken = act.more % 7 === 0 ? { 乱填: 1, title: { $gt: '' } } : {};
    const outcome = decision ? from(decision.options, act.more)?.value : undefined;
    const input = {
      request: all.request(),
      values: Object.fromEntries(Object.entries({ ...values, ...broken }).map(([key, to]) => [key, { to }])),
      confirmed: risks.map((risk) => risk.id),
      ...(outcome === undefined ? {} : { outcome }),
    };
    const answer = await office.completeTask(who, task, input);
    answers.push(answer, await office.completeTask(who, task, input));
    if (answer.ok) acknowledged.push({ task, who });
  }

  /** An open task of some case, and somebody before whom it is – or, now and then, anybody at all. */
  async function someTask(act: Act): Promise<{ readonly task: string; readonly who: string } | undefined> {
    const caseId = from([...cases], act.pick);
    const facts = caseId === undefined ? undefined : (await loadCase(all.store, id(caseId)))?.facts;
    const open = facts && from(facts.tasks, act.more);
    if (!facts || !open) return undefined;
    const holders = open.takenBy ? [open.takenBy] : await office.peopleOf(open.seats);
    const who = act.more % 8 === 0 ? nameOf(act) : (from(holders, act.who) ?? nameOf(act));
    return { task: taskId(facts.case, open.visit), who };
  }

  /** What others, or they themselves, have done already. */
  async function onDoneTask(act: Act): Promise<void> {
    const task = from(acknowledged, act.pick)?.task;
    if (task === undefined) return start(act);
    const input = { request: all.request(), values: {}, confirmed: [] };
    answers.push(await office.completeTask(person(nameOf(act)), id(task), input));
  }

  async function onTask(act: Act): Promise<void> {
    if (act.more % 11 === 0) return onDoneTask(act);
    const found = await someTask(act);
    if (!found) return start(act);
    const task = id<'task'>(found.task);
    const who = person(found.who);
    const request = all.request();
    switch (act.what % 12) {
      case 0:
        return void answers.push(await office.takeTask(who, task, { request }));
      case 1:
        return void answers.push(await office.releaseTask(who, task, { request }));
      case 2: {
        const targets = await office.returns(who, task);
        const target = targets.ok ? from(targets.value, act.pick) : undefined;
        const how = {
          siblings: act.more % 2 === 0 ? ('keep' as const) : ('redo' as const),
          then: act.more % 3 === 0 ? ('straightBack' as const) : ('flow' as const),
        };
        return void answers.push(await office.returnTask(who, task, { request, to: target?.visit ?? 'v1', reason: '重办', ...how }));
      }
      case 3:
        return void answers.push(await office.reassignTask(who, task, { request, to: from(PEOPLE, act.more) ?? '', reason: '' }));
      case 4:
        return void answers.push(await office.urgeTask(who, task, { request, words: '请办' }));
      case 5:
        return void answers.push(await office.saveDraft(who, { task }, { 草稿: act.more }));
      default:
        return complete(act, who, task);
    }
  }

  async function onCase(act: Act): Promise<void> {
    const who = person(nameOf(act));
    const caseId = from([...cases], act.pick);
    if (caseId === undefined) return start(act);
    const page = await office.case(who, id(caseId));
    answers.push(page);
    const request = all.request();
    const done = page.ok ? from(page.value.withdrawable, act.more) : undefined;
    if (act.what % 3 === 0)
      return void answers.push(await office.withdrawTask(who, id(done?.task ?? `${caseId}.v${act.more % 40}`), { request, reason: '' }));
    const limit = page.ok ? (from(page.value.limits, act.more)?.id ?? 'none') : 'none';
    if (act.what % 3 === 1) return void answers.push(await office.stopLimit(who, id(caseId), { request, limit, reason: '等待' }));
    if (act.more % 6 === 0) answers.push(await office.cancelCase(who, id(caseId), { request, reason: '重复' }));
  }

  return {
    acknowledged,
    answers,
    cases,
    async act(act: Act): Promise<void> {
      if (act.what % 10 === 0) return start(act);
      if (act.what % 10 === 1) return onCase({ ...act, what: Math.floor(act.what / 10) });
      if (act.what % 10 === 2) {
        all.clock.advance((1 + (act.more % 72)) * 3_600_000);
        await office.sweep('random');
        return;
      }
      return onTask({ ...act, what: Math.floor(act.what / 10) });
    },
  };
}
