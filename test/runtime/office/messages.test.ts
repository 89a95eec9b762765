import { describe, expect, test } from '@jest/globals';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import { person, yes } from './harness.ts';
import { begin, end, line, message, signal, step } from './letters.ts';
import { ASK, EXPERT, HEARS, TELLS, WAITS, talking } from './talking.ts';

const DAY = 24 * 3_600_000;

describe('two flows that talk', () => {
  test('given a flow that asks and one that begins with the question, when it is asked, then the other begins in its family, and its answer comes back', async () => {
    const { starts, does, standing, page, timeline } = await talking([ASK, EXPERT]);
    const asking = await starts('ask', '一');
    const [expert] = await standing('expert');
    expect(expert).toMatchObject({ at: ['thinks'], family: asking });
    expect((await page(asking)).undelivered).toEqual([]);
    await does('wu-fang', 'thinks', { values: { reply: '可以' } });
    expect(await standing('ask')).toMatchObject([{ at: ['reads'], status: 'running' }]);
    expect((await page(asking)).fields.map((field) => [field.key, field.value])).toEqual([
      ['number', '一'],
      ['reply', '可以'],
    ]);
    expect(await timeline(asking)).toEqual(expect.arrayContaining(['发出：询问', '已送达：询问', '收到：答复']));
  });

  test('given several that wait, when an answer has a key, then the one that waits for this key hears it, however many wait', async () => {
    const { starts, complete, todo, standing } = await talking([ASK, EXPERT]);
    const asking = [await starts('ask', '一'), await starts('ask', '二'), await starts('ask', '三')];
    const second = (await todo('wu-fang')).find((card) => card.title === '二');
    yes(await complete('wu-fang', second?.id ?? '', { values: { reply: '好' } }));
    const stands = await standing('ask');
    expect(asking.map((one) => stands.find((other) => other.case === one)?.at)).toEqual([[], ['reads'], []]);
  });

  test('given answers without a key, when one of two families answers, then its own hears it', async () => {
    const plain = (process: string): string => process.replaceAll('<gc:correlation key="number" />', '');
    const { starts, complete, todo, standing } = await talking([plain(ASK), plain(EXPERT)]);
    await starts('ask', '一');
    const second = await starts('ask', '二');
    const card = (await todo('wu-fang')).find((one) => one.title === '二');
    yes(await complete('wu-fang', card?.id ?? '', { values: { reply: '好' } }));
    expect((await standing('ask')).filter((one) => one.at.includes(id('reads'))).map((one) => one.case)).toEqual([second]);
  });
});

describe('a message that comes early', () => {
  test('given nobody who waits yet, when somebody does within its time, then it is delivered then, once', async () => {
    const { starts, does, standing, page, sweep } = await talking([WAITS, TELLS]);
    const waiting = await starts('waits', '一');
    const telling = await starts('tells', '一');
    expect(await page(telling)).toMatchObject({ undelivered: [{ name: '通知' }], incidents: [] });
    expect(await sweep()).toBe(0);
    await does('peng-fei', 'prepares');
    await sweep();
    await sweep();
    expect(await standing('waits')).toMatchObject([{ case: waiting, at: ['follows'] }]);
    expect((await page(telling)).undelivered).toEqual([]);
  });

  test('given another key, when somebody waits by that name, then it stays kept', async () => {
    const { starts, does, standing, page, sweep } = await talking([WAITS, TELLS]);
    await starts('waits', '一');
    await does('peng-fei', 'prepares');
    const telling = await starts('tells', '二');
    await sweep();
    expect(await standing('waits')).toMatchObject([{ at: [] }]);
    expect((await page(telling)).undelivered).toMatchObject([{ name: '通知' }]);
  });

  test('given a message whose time is over, when nobody waited, then an incident of the sender says so, and nobody gets it later', async () => {
    const { starts, does, standing, page, sweep, clock } = await talking([WAITS, TELLS]);
    const telling = await starts('tells', '一');
    clock.advance(2 * DAY - 1000);
    await sweep();
    expect((await page(telling)).incidents).toEqual([]);
    clock.advance(1000);
    await sweep();
    await sweep();
    expect(await page(telling)).toMatchObject({
      undelivered: [],
      incidents: [{ words: { zh: '消息“通知”（依据“一”）没有送达：保留期内一直没有办件等它' } }],
      card: { status: 'completed' },
    });
    await starts('waits', '一');
    await does('peng-fei', 'prepares');
    await sweep();
    expect(await standing('waits')).toMatchObject([{ at: [] }]);
  });

  test('given a message that says no time, when thirty days are over, then its time is', async () => {
    const { starts, page, sweep, clock } = await talking([WAITS, TELLS.replace(' keepFor="P2D"', '')]);
    const telling = await starts('tells', '一');
    clock.advance(30 * DAY - 1000);
    await sweep();
    expect((await page(telling)).incidents).toEqual([]);
    clock.advance(1000);
    await sweep();
    expect((await page(telling)).incidents).toHaveLength(1);
  });
});

describe('a case that hears a message all the time', () => {
  const BESIDE = line('beside', [begin('b1'), step('first'), step('second'), end('b9')]).replace(
    '</bpmn:process>',
    `<bpmn:subProcess id="aside" triggeredByEvent="true">${message('startEvent', 'hears', { name: '通知', key: 'reply' }).replace('<bpmn:startEvent', '<bpmn:startEvent isInterrupting="false"')}${step('looks')}<bpmn:sequenceFlow id="hears-looks" sourceRef="hears" targetRef="looks" /></bpmn:subProcess></bpmn:process>`,
  );

  test('given a key that a step gives it only later, when a message has this key, then it hears it, and none with another', async () => {
    const { starts, does, standing } = await talking([BESIDE, TELLS]);
    await starts('beside', '一');
    await does('peng-fei', 'first', { values: { reply: '二' } });
    await starts('tells', '三');
    expect(await standing('beside')).toMatchObject([{ at: ['second'] }]);
    await starts('tells', '二');
    expect(await standing('beside')).toMatchObject([{ at: ['second', 'looks'] }]);
  });
});

describe('a message that could be for several', () => {
  test('given two cases that wait by the same name and key, when it is sent, then neither gets it, and the sender says between whom it could not choose', async () => {
    const { starts, complete, todo, standing, page, sweep } = await talking([WAITS, TELLS]);
    await starts('waits', '一');
    await starts('waits', '一');
    for (const card of await todo('peng-fei')) yes(await complete('peng-fei', card.id));
    const telling = await starts('tells', '一');
    await sweep();
    expect((await standing('waits')).map((one) => one.at)).toEqual([[], []]);
    expect((await page(telling)).incidents.map((one) => one.words)).toEqual([
      {
        zh: '消息“通知”（依据“一”）没有送出：同时有 2 个办件在等它（流程waits），无法确定送给哪一个',
        en: 'The message “通知” (for “一”) was not delivered: 2 cases wait for it (流程waits), and it cannot be told which one it is for',
      },
    ]);
  });

  test('given two flows that begin with it, when it is sent, then neither begins', async () => {
    const { starts, standing, page } = await talking([
      ASK,
      EXPERT,
      EXPERT.replaceAll('expert', 'expert2')
        .replaceAll('"e1', '"f1')
        .replaceAll('e1-', 'f1-')
        .replaceAll('thinks', 'thinks2')
        .replaceAll('answers', 'answers2')
        .replaceAll('"e9', '"f9')
        .replaceAll('-e9', '-f9'),
    ]);
    const asking = await starts('ask', '一');
    expect([await standing('expert'), await standing('expert2')]).toEqual([[], []]);
    const [incident] = (await page(asking)).incidents;
    expect(incident?.words.zh).toBe('消息“询问”（依据“一”）没有送出：有几个流程都由它开始（流程expert、流程expert2），无法确定是哪一个');
    expect((await page(asking)).card.status).toBe('incident');
  });
});

describe('a signal', () => {
  test('given cases that listen and a flow that begins with it, when it is thrown, then all of them hear it, once, and whoever listens later does not', async () => {
    const { starts, standing, sweep } = await talking([
      line('rally', [begin('r1'), signal('endEvent', 'r9')]),
      line('listens', [begin('l1'), signal('intermediateCatchEvent', 'l2'), step('goes'), end('l9')]),
      line('alarm', [signal('startEvent', 'x1'), step('runs', 'registry'), end('x9')]),
    ]);
    await starts('listens', '一');
    await starts('listens', '二');
    await starts('rally', '三');
    await starts('listens', '四');
    await sweep();
    expect((await standing('listens')).map((one) => one.at.length).toSorted()).toEqual([0, 1, 1]);
    expect(await standing('alarm')).toMatchObject([{ at: ['runs'] }]);
  });
});

describe('what was waited for', () => {
  test('given a wait that is over, when the store is asked who waits, then nobody does', async () => {
    const { starts, does, store } = await talking([WAITS, TELLS]);
    await starts('waits', '一');
    await does('peng-fei', 'prepares');
    expect(await store.subscriptions('通知', 'message')).toHaveLength(1);
    await starts('tells', '一');
    expect(await store.subscriptions('通知', 'message')).toEqual([]);
    expect(await store.outbox(10)).toEqual([]);
  });
});

describe('a message from outside', () => {
  test('given a case that waits, when whoever holds the post of that lane brings it, then it goes on; asked twice, it is told the same', async () => {
    const { starts, does, brings, standing, page, timeline } = await talking([HEARS]);
    const waiting = await starts('waits', '一');
    await does('peng-fei', 'prepares');
    const input = { name: '通知', key: '一', payload: { reply: '收到', number: '九', more: true }, request: 'one-letter' };
    const brought = yes(await brings('wu-fang', input));
    expect(yes(await brings('wu-fang', input))).toEqual(brought);
    expect(await standing('waits')).toMatchObject([{ at: ['follows'] }]);
    expect((await page(waiting)).fields.map((field) => [field.key, field.value])).toEqual([
      ['number', '一'],
      ['reply', '收到'],
    ]);
    expect((await timeline(waiting)).filter((words) => words === '收到：通知')).toHaveLength(1);
    expect(await brings('wu-fang', { ...input, key: '二' })).toMatchObject({ ok: false, code: 'requestReused' });
  });

  test('given a case that waits, when somebody brings it whose post it is not, then they are told what they are told where nobody waits', async () => {
    const { starts, does, brings, standing, store } = await talking([HEARS]);
    await starts('waits', '一');
    const nobody = await brings('ma-liang', { name: '通知', key: '一' });
    await does('peng-fei', 'prepares');
    expect(await brings('ma-liang', { name: '通知', key: '一' })).toEqual(nobody);
    expect(await store.outbox(10)).toEqual([]);
    expect(nobody).toMatchObject({ ok: false, code: 'notWaiting', expected: { zh: '没有办件在等“通知”（依据“一”），或者不由您代收' } });
    expect(await standing('waits')).toMatchObject([{ at: [] }]);
  });

  test('given two cases that wait for the same, when it is brought, then it is refused by name and key', async () => {
    const { starts, complete, todo, brings } = await talking([HEARS]);
    await starts('waits', '一');
    await starts('waits', '一');
    for (const card of await todo('peng-fei')) yes(await complete('peng-fei', card.id));
    expect(await brings('wu-fang', { name: '通知', key: '一' })).toMatchObject({
      ok: false,
      code: 'ambiguous',
      culprit: '通知',
      expected: { zh: '应能分清是给哪一个办件的；有几个都在等“通知”（依据“一”）：流程waits' },
    });
  });

  test('given what it says does not fit the field that it goes into, when it is brought, then it is refused by that field, and the case waits on', async () => {
    const { starts, does, brings, standing } = await talking([HEARS]);
    await starts('waits', '一');
    await does('peng-fei', 'prepares');
    for (const reply of [{ text: '收到' }, ['收到'], 7, '长'.repeat(10_000)])
      expect(await brings('wu-fang', { name: '通知', key: '一', payload: { reply } })).toMatchObject({
        ok: false,
        code: 'wrongType',
        culprit: 'reply',
        expected: { zh: expect.stringContaining('文字') },
      });
    expect(await standing('waits')).toMatchObject([{ at: [] }]);
    expect(await brings('wu-fang', { name: '通知', key: '一', payload: { reply: null } })).toMatchObject({ ok: true });
    expect(await standing('waits')).toMatchObject([{ at: ['follows'] }]);
  });

  test('given one that comes early, when a case waits for it by now, then it has it at the next look, and asked again it says so', async () => {
    const { starts, does, brings, standing, page, sweep, clock, store } = await talking([HEARS]);
    const input = { name: '通知', key: '一', payload: { reply: '收到' }, request: 'early' };
    const early = await brings('wu-fang', input);
    expect(early).toEqual({ ok: true, value: { kept: expect.stringMatching(/^2026-12-/) } });
    await sweep();
    expect(await brings('wu-fang', input)).toEqual(early);
    const waiting = await starts('waits', '一');
    await starts('waits', '二');
    await does('peng-fei', 'prepares');
    await does('peng-fei', 'prepares');
    clock.advance(5 * DAY);
    await sweep();
    expect((await standing('waits')).map((one) => [one.case === waiting, one.at])).toEqual(
      expect.arrayContaining([
        [true, ['follows']],
        [false, []],
      ]),
    );
    expect((await page(waiting)).fields).toMatchObject([{}, { key: 'reply', value: '收到' }]);
    expect(await brings('wu-fang', input)).toMatchObject({ ok: true, value: { case: waiting } });
    expect(await store.outbox(10)).toEqual([]);
  });

  test('given one that comes early, when its time is over before anybody waits, then nobody gets it, and asked again it says so', async () => {
    const { starts, does, brings, standing, sweep, clock, store } = await talking([HEARS]);
    const input = { name: '通知', key: '一', request: 'late', keepFor: 'P2D' };
    expect(await brings('wu-fang', input)).toMatchObject({ ok: true, value: { kept: expect.any(String) } });
    clock.advance(2 * DAY);
    await sweep();
    await starts('waits', '一');
    await does('peng-fei', 'prepares');
    await sweep();
    expect(await standing('waits')).toMatchObject([{ at: [] }]);
    expect(await brings('wu-fang', input)).toMatchObject({ ok: false, code: 'notWaiting', expected: { zh: /保存期内.*期限已过/ } });
    expect(await store.outbox(10)).toEqual([]);
  });

  test('given one that comes early and is not to be kept, or that no flow ever waits for, when it is brought, then nobody waits for it', async () => {
    const { brings, store } = await talking([HEARS]);
    expect(await brings('wu-fang', { name: '通知', key: '一', keepFor: 'PT0S' })).toMatchObject({ ok: false, code: 'notWaiting' });
    expect(await brings('wu-fang', { name: '通报', key: '一' })).toMatchObject({ ok: false, code: 'notWaiting' });
    expect(await store.streams('message/', '', 10)).toEqual([]);
  });

  test('given one that comes early, when two cases wait for it by now, then neither gets it, and asked again it names them', async () => {
    const { starts, complete, todo, brings, standing, sweep } = await talking([HEARS]);
    const input = { name: '通知', key: '一', request: 'two' };
    await brings('wu-fang', input);
    await starts('waits', '一');
    await starts('waits', '一');
    for (const card of await todo('peng-fei')) yes(await complete('peng-fei', card.id));
    await sweep();
    expect(await standing('waits')).toMatchObject([{ at: [] }, { at: [] }]);
    expect(await brings('wu-fang', input)).toMatchObject({ ok: false, code: 'ambiguous' });
  });

  test('given a flow that begins with it, when somebody who may begin it brings it, then it begins for them', async () => {
    const { brings, standing, timeline } = await talking([EXPERT]);
    const brought = yes(await brings('peng-fei', { name: '询问', payload: { number: '七' } }));
    const begun = 'case' in brought ? brought.case : '';
    expect(await standing('expert')).toMatchObject([{ at: ['thinks'], case: begun, family: begun }]);
    expect(await timeline(begun)).toEqual(expect.arrayContaining(['发起办件', '收到：询问']));
  });
});

describe('a message that could not be delivered', () => {
  test('given its incident, when a leader has it sent again and somebody waits by now, then it is delivered, and the incident is over', async () => {
    const { starts, does, standing, page, sweep, clock, office } = await talking([WAITS, TELLS]);
    const telling = await starts('tells', '一');
    clock.advance(2 * DAY);
    await sweep();
    await starts('waits', '一');
    await does('peng-fei', 'prepares');
    const [incident] = (await page(telling)).incidents;
    expect(incident).not.toHaveProperty('resend');
    const message = incident?.id.replace('message:', '') ?? '';
    expect(await office.resendMessage(person('peng-fei'), id(telling), { request: 'again-0', message })).toMatchObject({
      code: 'notAllowed',
    });
    // The leader in charge of his unit.
    const leader = 'sun-weimin';
    expect((await page(telling, leader)).incidents).toMatchObject([{ resend: message }]);
    yes(await office.resendMessage(person(leader), id(telling), { request: 'again-1', message }));
    expect(await standing('waits')).toMatchObject([{ at: ['follows'] }]);
    expect(await page(telling)).toMatchObject({ incidents: [], undelivered: [], card: { status: 'completed' } });
    expect(await office.resendMessage(person(leader), id(telling), { request: 'again-2', message })).toMatchObject({ code: 'notWaiting' });
  });
});

describe('the standard’s own correlation', () => {
  const PROPERTY = `<bpmn:correlationProperty id="about"><bpmn:correlationPropertyRetrievalExpression id="read" messageRef="m2"><bpmn:messagePath id="path">no</bpmn:messagePath></bpmn:correlationPropertyRetrievalExpression></bpmn:correlationProperty>`;
  const BOUND = `<bpmn:correlationSubscription id="sub"><bpmn:correlationPropertyBinding id="bound" correlationPropertyRef="about"><bpmn:dataPath id="data">number</bpmn:dataPath></bpmn:correlationPropertyBinding></bpmn:correlationSubscription>`;

  test('given who sends reads it off the message and who waits off their data, when the two are the same, then that case hears it and no other', async () => {
    const tells = TELLS.replace(/<gc:correlation[^>]*>/, '<gc:payload from="number" to="no" />');
    const waits = WAITS.replace(/<gc:correlation[^>]*>/, '').replace('</bpmn:process>', `${BOUND}</bpmn:process>`);
    const { starts, complete, todo, standing } = await talking([PROPERTY, tells, waits]);
    const first = await starts('waits', '一');
    const second = await starts('waits', '二');
    for (const card of await todo('peng-fei')) yes(await complete('peng-fei', card.id));
    await starts('tells', '二');
    const stands = await standing('waits');
    expect([first, second].map((one) => stands.find((other) => other.case === one)?.at)).toEqual([[], ['follows']]);
  });
});

describe('message flows', () => {
  const collaboration = (pools: string): string =>
    `<bpmn:collaboration id="together">${pools}<bpmn:messageFlow id="goes" sourceRef="t9" targetRef="there" /></bpmn:collaboration>`;

  test('given a message to somebody outside who has no process here, when its time would be over, then it stands as sent, and is nobody’s incident', async () => {
    const { starts, page, sweep, clock } = await talking([
      collaboration('<bpmn:participant id="there" name="上级机关" /><bpmn:participant id="here" name="本单位" processRef="tells" />'),
      TELLS,
    ]);
    const telling = await starts('tells', '一');
    clock.advance(400 * DAY);
    await sweep();
    expect(await page(telling)).toMatchObject({ incidents: [], undelivered: [{ name: '通知' }] });
  });

  test('given a message flow to one of two flows that wait by that name, when it is sent, then it goes there', async () => {
    const other = WAITS.replaceAll('waits', 'waits2')
      .replace(/id="(w1|w9|prepares|listens|follows)/g, 'id="x$1')
      .replace(/Ref="(w1|w9|prepares|listens|follows)"/g, 'Ref="x$1"');
    const { starts, complete, todo, standing } = await talking([
      collaboration(
        '<bpmn:participant id="there" name="甲" processRef="waits2" /><bpmn:participant id="here" name="乙" processRef="tells" />',
      ),
      TELLS,
      WAITS,
      other,
    ]);
    await starts('waits', '一');
    await starts('waits2', '一');
    for (const card of await todo('peng-fei')) yes(await complete('peng-fei', card.id));
    await starts('tells', '一');
    expect([await standing('waits'), await standing('waits2')]).toMatchObject([[{ at: [] }], [{ at: ['xfollows'] }]]);
  });
});

describe('a step for a machine', () => {
  test('given nothing that does it, when its case is looked at, then it says what it waits for, and not that a message is on its way', async () => {
    const machine =
      '<bpmn:serviceTask id="files" name="归档登记"><bpmn:extensionElements><gc:job name="archive" /></bpmn:extensionElements></bpmn:serviceTask>';
    const { starts, page, sweep, office } = await talking([line('auto', [begin('u1'), machine, end('u9')])]);
    const begun = await starts('auto', '一');
    await sweep();
    expect(await page(begun)).toMatchObject({
      undelivered: [],
      machines: [{ name: 'archive', step: { zh: '归档登记' }, since: '2026-11-24T01:00:00.000Z' }],
    });
    yes(await office.cancelCase(person('peng-fei'), id(begun), { request: 'enough', reason: '不办了' }));
    expect((await page(begun)).machines).toEqual([]);
  });
});
