import { describe, expect, test } from '@jest/globals';
import { kernelExecutor } from '../../../packages/runtime/src/executor/kernel/kernelExecutor.ts';
import { createOffice } from '../../../packages/runtime/src/office/create.ts';
import { brokenAt } from '../../../packages/runtime/src/ports/seal.ts';
import { caseStream, id } from '../../../packages/runtime/src/words/ids.ts';
import { person, refusal, yes } from './harness.ts';
import { newRequest } from './studio.ts';
import { acting, BY_INITIATOR, limit, OLD, row, standing, versions } from './twoVersions.ts';

describe('the dry run', () => {
  test('tells per case what moves where and each reason against, asks only for steps where cases are, and changes nothing', async () => {
    const { preview, cases, store } = await versions();
    const before = await Promise.all(cases.map((one) => standing(store, one)));
    const tried = yes(await preview());
    expect(tried).toMatchObject({ from: 1, to: 2, ready: 2, refused: 1 });
    expect(tried.steps.map(({ element, to, how, cases }) => ({ element, to, how, cases }))).toEqual(
      expect.arrayContaining([
        { element: 'one', to: 'one', how: 'same', cases: 1 },
        { element: 'two', to: 'check', how: 'suggested', cases: 1 },
        { element: 'three', to: null, how: null, cases: 1 },
      ]),
    );
    const [first] = tried.cases;
    expect(first).toMatchObject({ case: cases[2], places: [{ from: { zh: '归档' }, to: null }] });
    expect(first?.reasons.map((reason) => reason.zh)).toEqual(['新版本里没有“归档”，请指定它对应的步骤']);
    expect(first?.reasons[0]?.en).toContain('归档');
    expect(await Promise.all(cases.map((one) => standing(store, one)))).toEqual(before);
    expect(yes(await preview({ three: 'last' }))).toMatchObject({ ready: 3, refused: 0 });
  });

  test('says when others are to do a step, and when its limit changes', async () => {
    const next = row(['one', '拟稿', `<gc:assignment kind="post" post="registry" />`], ['two', '审核', limit(3)], ['three', '归档']);
    const { preview, cases } = await versions({ next });
    const { cases: told } = yes(await preview());
    const notes = (caseId: string | undefined) => told.find((one) => one.case === caseId)?.notes.map((note) => note.zh);
    expect(notes(cases[0])).toEqual(['“拟稿”按新版本重新确定办理人']);
    expect(notes(cases[1])).toEqual(['“审核”的时限按新版本计算']);
    expect(notes(cases[2])).toEqual([]);
  });

  test('is for process owners; to anybody else there is no such flow, whatever they ask', async () => {
    const { office, preview } = await versions();
    const tried = yes(await preview());
    const stranger = acting(office, 'wu-fang');
    for (const answer of [
      await stranger.preview(),
      await stranger.begin(tried.preview),
      await stranger.undo('x'),
      await office.migration(person('wu-fang'), 'a', 'x'),
      await office.migrations(person('wu-fang'), 'a'),
    ])
      expect(refusal(answer)).toEqual({ code: 'notFound', culprit: 'a' });
    // Another owner makes a dry run of their own.
    expect(refusal(await acting(office, 'zhang-wei').begin(tried.preview)).code).toBe('changedMeanwhile');
  });

  test('tells what is filled in and who has signed for it only of cases that the owner may read', async () => {
    const form = '<gc:form><gc:field key="subject" name="事由" type="text" required="true" /></gc:form>';
    const old = OLD.replace('<gc:starter', `${form}<gc:starter`).replace(
      '<bpmn:startEvent id="a_start" />',
      '<bpmn:startEvent id="a_start"><bpmn:extensionElements><gc:access field="subject" mode="write" /></bpmn:extensionElements></bpmn:startEvent>',
    );
    const next = row(['one', '拟稿', '<gc:assignment kind="post" post="registry" />'], ['two', '审核'], ['three', '归档']);
    const { office, start, preview, take } = await versions({ old, next: old, done: [] });
    const [theirs, own] = [await start('wu-fang', 'a', { subject: '采购' }), await start('li-min', 'a', { subject: '会议' })];
    await take('wu-fang', theirs);
    await take('li-min', own);
    yes(await office.publish('system', { file: 'a', xml: next, note: '再改' }));
    const { cases } = yes(await preview({}, 1, 2));
    const notes = (caseId: string) => cases.find((one) => one.case === caseId)?.notes.map((note) => note.zh);
    expect(notes(theirs.case)).toEqual(['“拟稿”按新版本重新确定办理人']);
    expect(notes(own.case)).toEqual([
      '“拟稿”按新版本重新确定办理人',
      '新版本的表单没有“事由”，已填的内容保留在办件里',
      '李敏已签收，按新版本不该由其办理的，签收会退还',
    ]);
  });

  test('names no case by its title to an owner who may not read it', async () => {
    const { preview, cases } = await versions();
    const { cases: told } = yes(await preview());
    expect(told.find((one) => one.case === cases[0])?.title).toBeNull();
  });

  test('goes only between versions that there are, and to one that is in force', async () => {
    const { preview } = await versions();
    expect(refusal(await preview({}, 1, 7)).code).toBe('notFound');
    expect(refusal(await preview({}, 7, 1)).code).toBe('notFound');
    expect(refusal(await preview({}, 1, 1)).code).toBe('invalidInput');
    expect(yes(await preview({}, 2, 1))).toMatchObject({ ready: 0, refused: 0, cases: [] });
  });
});

describe('the move', () => {
  test('takes each case over by one commit of its own: task, taker and drafts stay, cards and timeline say so', async () => {
    const { moves, cases, office, store, cardsOf, todo } = await versions();
    const [, second] = cases;
    const [card] = await cardsOf(second ?? '');
    yes(await office.takeTask(person('wu-fang'), id(card?.id ?? ''), { request: newRequest() }));
    const job = await moves();
    expect(job).toMatchObject({ phase: 'moved', total: 2, moved: 2, refused: 0, left: 1 });
    expect(job.results.map(({ outcome }) => outcome)).toEqual(['left', 'moved', 'moved']);
    const [after] = await cardsOf(second ?? '');
    expect(after).toMatchObject({ id: card?.id, element: 'check', takenBy: { id: 'wu-fang' } });
    const timeline = yes(await office.timeline(person('wu-fang'), id(second ?? '')));
    expect(timeline.at(-1)).toMatchObject({ kind: 'CaseMigrated', by: { id: 'li-min' }, words: { zh: '转到流程第 2 版继续办理' } });
    expect((await standing(store, second ?? '')).definition).toBe('a@2');
    expect(yes(await office.case(person('wu-fang'), id(second ?? ''))).definition).toBe('a@2');
    // What was done under the old version still stands on the way that the case has come.
    const { path } = yes(await office.task(person('wu-fang'), id(card?.id ?? '')));
    expect(path.map((step) => step.name.zh)).toEqual(['拟稿', '审核', '复核', '存档']);
    const diagrams = yes(await office.diagrams(person('wu-fang'), id(second ?? '')));
    expect(diagrams.map((one) => one.definition)).toEqual(['a@2', 'a@1']);
    yes(await office.completeTask(person('wu-fang'), id(card?.id ?? ''), { request: newRequest(), values: {}, confirmed: [] }));
    expect((await todo('wu-fang')).map((one) => one.element)).toContain('extra');
    expect(brokenAt(await store.log({ stream: caseStream(id(second ?? '')), after: 0, limit: 100 }))).toBeUndefined();
  });

  test('seats and limits are made anew where the new version says otherwise', async () => {
    const next = row(['one', '拟稿', `<gc:assignment kind="post" post="registry" />`], ['two', '审核', limit(3)], ['three', '归档']);
    const { moves, cases, office, store, cardsOf } = await versions({
      next,
      old: row(['one', '拟稿', limit(9)], ['two', '审核', limit(9)], ['three', '归档']),
    });
    const before = (await cardsOf(cases[1] ?? ''))[0]?.due?.at ?? '';
    await moves();
    const facts = async (caseId?: string) =>
      (await store.load(caseStream(id(caseId ?? ''))))?.facts as { tasks: { seats: string[] }[]; deadlines: { due: string }[] };
    expect((await facts(cases[0])).tasks[0]?.seats).toEqual(['post:registry@office']);
    expect((await facts(cases[0])).deadlines).toEqual([]);
    const [limited] = (await facts(cases[1])).deadlines;
    expect(limited && limited.due < before).toBe(true);
    expect((await cardsOf(cases[1] ?? ''))[0]?.due?.at).toBe(limited?.due);
    const [last] = yes(await office.timeline(person('wu-fang'), id(cases[0] ?? ''))).slice(-1);
    expect(last?.detail?.zh).toMatch(/^“拟稿”改由.+办理$/);
  });

  test('a version that asks for a higher clearance is obeyed, one that asks for a lower one lets nobody in', async () => {
    const secret = (xml: string): string => xml.replace('<gc:starter', '<gc:about clearance="secret" /><gc:starter');
    const clearance = async ({ store, cases }: Awaited<ReturnType<typeof versions>>) =>
      ((await standing(store, cases[0] ?? '')).facts as { readonly clearance: string }).clearance;
    const raised = await versions({ done: [0], next: secret(OLD) });
    await raised.moves();
    expect(await clearance(raised)).toBe('secret');
    const job = yes(await raised.office.migrations(person('li-min'), 'a'));
    expect(job).toMatchObject([{ moved: 1 }]);
    const back = yes(await raised.preview({}, 2, 1));
    yes(await raised.begin(back.preview));
    expect(await clearance(raised)).toBe('secret');
  });

  test('a case that has changed since the dry run is looked at anew: it goes all the same, or is refused with its reason', async () => {
    const { preview, begin, cases, complete, cardsOf, page } = await versions({ done: [0, 1] });
    const tried = yes(await preview());
    expect(tried.ready).toBe(2);
    for (const one of cases) yes(await complete('wu-fang', (await cardsOf(one))[0]?.id ?? ''));
    const job = await page(yes(await begin(tried.preview)).id);
    expect(job).toMatchObject({ phase: 'moved', moved: 1, refused: 1 });
    const result = (at: number) => job.results.find((one) => one.case === cases[at]);
    expect(result(0)).toMatchObject({ outcome: 'moved', anew: true });
    expect(result(1)).toMatchObject({ outcome: 'refused', anew: true, reasons: [{ zh: '新版本里没有“归档”，请指定它对应的步骤' }] });
  });

  test('two servers that work on one job move no case twice, and a clerk who is at work meanwhile loses nothing', async () => {
    const { preview, store, clock, cases, complete, cardsOf, page, office } = await versions({ done: [0, 1, 1] });
    const other = createOffice({ store, executor: kernelExecutor, clock });
    const tried = yes(await preview({ three: 'last' }));
    const request = newRequest();
    const [card] = await cardsOf(cases[0] ?? '');
    const [one, two] = await Promise.all([
      acting(office).begin(tried.preview, request),
      acting(other).begin(tried.preview, request),
      complete('wu-fang', card?.id ?? '').then(yes),
    ]);
    expect(yes(one).id).toBe(yes(two).id);
    await office.sweep('one');
    expect(await page(yes(one).id)).toMatchObject({ phase: 'moved', total: 3, moved: 3, refused: 0 });
    for (const caseId of cases) {
      const log = await store.log({ stream: caseStream(id(caseId)), after: 0, limit: 100 });
      const told = log.flatMap((commit) => JSON.parse(commit.parts.events?.text ?? '[]') as { type: string }[]);
      expect(told.filter((event) => event.type === 'CaseMigrated')).toHaveLength(1);
      expect(brokenAt(log)).toBeUndefined();
    }
    expect((await cardsOf(cases[0] ?? '')).map((open) => open.element)).toEqual(['check']);
  });

  test('a case that has ended since says so', async () => {
    const { preview, begin, cases, complete, cardsOf } = await versions({ done: [2], next: row(['three', '归档']) });
    const tried = yes(await preview());
    yes(await complete('wu-fang', (await cardsOf(cases[0] ?? ''))[0]?.id ?? ''));
    expect(yes(await begin(tried.preview)).results).toMatchObject([{ outcome: 'refused', reasons: [{ zh: '办件已经结束' }] }]);
  });

  test('asked twice it is one job, and new cases run on the version in force as before', async () => {
    const { preview, begin, start, office, store } = await versions();
    const tried = yes(await preview());
    const request = newRequest();
    const first = yes(await begin(tried.preview, request));
    expect(yes(await begin(tried.preview, request))).toEqual(first);
    expect(yes(await office.migrations(person('zhang-wei'), 'a')).map((job) => job.id)).toEqual([first.id]);
    const fresh = await start('wu-fang', 'a', {});
    expect((await standing(store, fresh.case)).definition).toBe('a@2');
  });
});

test('a step that was done under the old version can still be taken back by whoever did it, as long as nothing came of it', async () => {
  const own = `${BY_INITIATOR}<gc:handling operations="withdraw" />`;
  const { moves, cases, office, cardsOf, store } = await versions({
    old: row(['one', '拟稿', own], ['two', '审核']),
    next: row(['first', '拟稿', own], ['two', '审核']),
    done: [1],
  });
  await moves();
  const log = await store.log({ stream: caseStream(id(cases[0] ?? '')), after: 0, limit: 9 });
  const told = log.flatMap((commit) => JSON.parse(commit.parts.events?.text ?? '[]') as { type: string; visit: string }[]);
  const done = told.find((event) => event.type === 'TaskCompleted')?.visit;
  yes(await office.withdrawTask(person('wu-fang'), id(`${cases[0]}.${done}`), { request: newRequest(), reason: '漏了附件' }));
  expect((await cardsOf(cases[0] ?? '')).map((card) => card.element)).toEqual(['first']);
});

describe('undo', () => {
  const TIMED = OLD.replace(
    '<bpmn:endEvent',
    '<bpmn:boundaryEvent id="late" attachedToRef="one"><bpmn:timerEventDefinition><bpmn:timeDuration>P9D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:sequenceFlow id="late_end" sourceRef="late" targetRef="three" /><bpmn:endEvent',
  );

  test('puts a case back exactly while nothing has happened in it, its timers with their times', async () => {
    const { moves, undo, cases, store, cardsOf, todo, office } = await versions({ old: TIMED, done: [0, 1] });
    const before = await Promise.all(cases.map((one) => standing(store, one)));
    const cards = await todo('wu-fang');
    const due = await store.due(id('2027-12-31T00:00:00.000Z'), 100);
    const job = await moves();
    expect(await store.due(id('2027-12-31T00:00:00.000Z'), 100)).toEqual([]);
    expect(yes(await undo(job.id))).toMatchObject({ phase: 'undone', undone: 2, kept: 0 });
    expect(await Promise.all(cases.map((one) => standing(store, one)))).toEqual(before);
    expect(await todo('wu-fang')).toEqual(cards);
    const again = await store.due(id('2027-12-31T00:00:00.000Z'), 100);
    expect(again.map((one) => ({ ...one, revision: 0 }))).toEqual(due.map((one) => ({ ...one, revision: 0 })));
    const timeline = yes(await office.timeline(person('wu-fang'), id(cases[0] ?? '')));
    expect(timeline.at(-1)?.words.zh).toBe('撤销转版本，回到流程第 1 版');
    expect((await cardsOf(cases[1] ?? ''))[0]?.element).toBe('two');
    // Asked again, nothing more is done.
    expect(yes(await undo(job.id)).phase).toBe('undone');
  });

  test('leaves a case in which something has happened since where it is, and says so', async () => {
    const { moves, undo, cases, complete, cardsOf, store } = await versions({ done: [0, 1] });
    const job = await moves();
    yes(await complete('wu-fang', (await cardsOf(cases[0] ?? ''))[0]?.id ?? ''));
    const undone = yes(await undo(job.id));
    expect(undone).toMatchObject({ phase: 'undone', undone: 1, kept: 1 });
    expect(undone.results[0]).toMatchObject({
      case: cases[0],
      outcome: 'kept',
      reasons: [{ zh: '转移之后这件又有了办理，不能再退回旧版本' }],
    });
    expect((await standing(store, cases[0] ?? '')).definition).toBe('a@2');
  });

  test('after it the case can be moved again, and sent back as ever', async () => {
    const { moves, undo, cases, office, cardsOf, complete } = await versions({ done: [1] });
    yes(await undo((await moves()).id));
    const job = await moves();
    expect(job).toMatchObject({ moved: 1 });
    const [card] = await cardsOf(cases[0] ?? '');
    expect(card?.element).toBe('check');
    expect(yes(await office.returns(person('wu-fang'), id(card?.id ?? ''))).map(({ step }) => step.zh)).toEqual(['拟稿']);
    yes(await complete('wu-fang', card?.id ?? ''));
  });
});
