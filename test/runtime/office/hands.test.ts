import { describe, expect, test } from '@jest/globals';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import type { Answer } from '../../../packages/runtime/src/office/office.ts';
import { outgoing } from './outgoing.ts';
import { demoOffice, person, refusal, type Shipped, withPerson, yes } from './harness.ts';

/** What a refusal tells, in both languages, with who and when. */
function told(answer: Answer<unknown>) {
  if (answer.ok) throw new Error('it was not refused');
  const { code, culprit, expected, by } = answer;
  return { code, culprit, zh: expected.zh, en: expected.en, ...(by ? { by } : {}) };
}

const AT = '2026-11-24T01:00:00.000Z';

/** 收文 registered by 吴芳, waiting for 拟办. */
async function registered(differently: Parameters<typeof demoOffice>[0] = {}) {
  const all = await demoOffice(differently);
  const { case: caseId } = await all.receive();
  const register = await all.taskOf('wu-fang', 'in_register');
  await all.does('wu-fang', 'in_register', { outcome: 'none' });
  const propose = await all.taskOf('li-min', 'in_propose');
  const { office } = all;
  const ask = {
    take: (who: string, task: string) => office.takeTask(person(who), id(task), { request: all.request() }),
    release: (who: string, task: string) => office.releaseTask(person(who), id(task), { request: all.request() }),
    withdraw: (who: string, task: string) => office.withdrawTask(person(who), id(task), { request: all.request(), reason: '有误' }),
    urge: (who: string, task: string, words = '请抓紧') => office.urgeTask(person(who), id(task), { request: all.request(), words }),
    reassign: (who: string, task: string, to: string) =>
      office.reassignTask(person(who), id(task), { request: all.request(), to, reason: '出差' }),
    sendBack: (who: string, task: string, to: string, reason = '请补正') =>
      office.returnTask(person(who), id(task), { request: all.request(), to, reason, siblings: 'keep', then: 'flow' }),
    returnsOf: async (who: string, task: string) => yes(await office.returns(person(who), id(task))),
  };
  return { ...all, ...ask, caseId, register, propose };
}

const NOT_THERE = { code: 'notFound', zh: '没有这项内容，或者您无权查看', en: 'There is no such thing, or it is not for you to see' };

describe('taking and giving back (签收)', () => {
  test('given a task that a colleague signed for, when it is taken or done, then it says by whom and since when', async () => {
    const { take, propose, clock, complete, todo } = await registered();
    clock.advance(60_000);
    yes(await take('li-min', propose.id));
    clock.advance(60_000);
    const expected = {
      code: 'takenByAnother',
      culprit: '收文拟办',
      zh: '此任务已由李敏签收',
      en: 'This task was signed for by Li Min',
      by: { name: '李敏', at: '2026-11-24T01:01:00.000Z' },
    };
    expect(told(await take('wang-haiyan', propose.id))).toEqual(expected);
    expect(told(await complete('wang-haiyan', propose.id, {}))).toEqual(expected);
    expect(await todo('wang-haiyan')).toEqual([]);
  });

  test('given a task of others, when a stranger takes it, then it is not there for them; nor is one that does not exist', async () => {
    const { take, propose, caseId } = await registered();
    expect(told(await take('peng-fei', propose.id))).toMatchObject({
      ...NOT_THERE,
      culprit: 'v8' === propose.id ? '' : expect.any(String),
    });
    for (const task of [`${caseId}.v999`, 'moon', 'moon.v1', '']) expect(told(await take('li-min', task))).toMatchObject(NOT_THERE);
  });
});

describe('催办', () => {
  test('given an open task, when a reader of the case urges, then it stands in the timeline; nobody else may', async () => {
    const { urge, propose, office, caseId } = await registered();
    yes(await urge('wu-fang', propose.id, '今天要办'));
    const last = yes(await office.timeline(person('li-min'), id(caseId))).at(-1);
    expect(last).toMatchObject({ kind: 'TaskUrged', by: { id: 'wu-fang' }, words: { zh: '催办' }, detail: { zh: '今天要办' } });
    expect(told(await urge('peng-fei', propose.id))).toMatchObject(NOT_THERE);
  });

  test('given a task that is done, when it is urged, then it says who did it and when – not who touched the case last', async () => {
    const { urge, register, does, clock } = await registered();
    clock.advance(60_000);
    await does('li-min', 'in_propose', { values: { proposal: '拟办', handlingDepts: ['tax-policy'] } });
    expect(told(await urge('wu-fang', register.id))).toMatchObject({
      code: 'alreadyDone',
      zh: '这一步已由吴芳办理',
      en: 'This step was already done by Wu Fang',
      by: { name: '吴芳', at: AT },
    });
    expect(told(await urge('wu-fang', register.id.replace(/v\d+$/, 'v999')))).toMatchObject(NOT_THERE);
  });
});

describe('撤回', () => {
  test('given another’s step, or one that is not done, when it is withdrawn, then each says why', async () => {
    const { withdraw, register, propose, caseId } = await registered();
    expect(told(await withdraw('zheng-li', register.id))).toMatchObject({ code: 'notAllowed', zh: '这一步不是您办理的' });
    expect(told(await withdraw('li-min', propose.id))).toMatchObject({ code: 'illegalMove', zh: '这一步还没有办完' });
    expect(told(await withdraw('peng-fei', register.id))).toMatchObject(NOT_THERE);
    expect(told(await withdraw('wu-fang', `${caseId}.v999`))).toMatchObject(NOT_THERE);
  });

  test('given a step after which others have worked, when it is withdrawn, then the diagram’s reason is told', async () => {
    const { withdraw, register, does } = await registered();
    await does('li-min', 'in_propose', { values: { proposal: '拟办', handlingDepts: ['tax-policy'] } });
    expect(told(await withdraw('wu-fang', register.id))).toMatchObject({
      code: 'illegalMove',
      zh: '下一步已经办完',
      en: 'The next step is done',
    });
  });

  test('given a step whose next one was signed for, when it is withdrawn, then no more; given back, then again', async () => {
    const { withdraw, take, release, register, propose, office, caseId } = await registered();
    const offered = async () => yes(await office.case(person('wu-fang'), id(caseId))).withdrawable.map((one) => one.step.zh);
    expect(await offered()).toEqual(['收文登记']);
    yes(await take('li-min', propose.id));
    expect(await offered()).toEqual([]);
    expect(told(await withdraw('wu-fang', register.id))).toMatchObject({
      code: 'illegalMove',
      culprit: '收文登记',
      zh: '下一步已有人签收，不能撤回',
      en: 'The next step was signed for and can no longer be taken back',
    });
    yes(await release('li-min', propose.id));
    yes(await withdraw('wu-fang', register.id));
    expect(await offered()).toEqual([]);
  });

  test('given a step that may be withdrawn until the next is done, when the next was signed for, then it still may', async () => {
    const { begin, doing, office, taskOf, request, todo } = await outgoing();
    await begin();
    await doing('out_draft', 'out_receive', 'out_first_check', 'out_review', 'out_sign');
    const number = await taskOf('wu-fang', 'out_number');
    await doing('out_number');
    const typeset = await taskOf('ma-liang', 'out_typeset');
    yes(await office.takeTask(person('ma-liang'), id(typeset.id), { request: request() }));
    yes(await office.withdrawTask(person('wu-fang'), id(number.id), { request: request(), reason: '份数有误' }));
    expect((await todo('wu-fang')).map((card) => card.element)).toEqual(['out_number']);
  });

  test('given a step that may not be withdrawn, when it is, then it says so', async () => {
    const { office, start, does, taskOf, request } = await demoOffice();
    await start('lu-yao', 'seal-use', { docTitle: '证明', sealKind: 'issued', sealName: 'bureau' });
    const check = await taskOf('lin-xia', 'check');
    await does('lin-xia', 'check', { outcome: 'sealed', confirmed: ['check_risk_seal'] });
    expect(told(await office.withdrawTask(person('lin-xia'), id(check.id), { request: request(), reason: '' }))).toEqual({
      code: 'illegalMove',
      culprit: '审核盖章',
      zh: '这一步不允许撤回',
      en: 'This step may not be taken back',
    });
  });

  test('given a case that is over, when its last step is withdrawn, then it says so', async () => {
    const { withdraw, receive, taskOf, does } = await registered();
    await receive('某涉密件');
    const register = await taskOf('wu-fang', 'in_register');
    await does('wu-fang', 'in_register', { outcome: 'classified' });
    expect(told(await withdraw('wu-fang', register.id))).toMatchObject({ code: 'illegalMove', zh: '办件已经结束，不能撤回' });
  });
});

describe('退回', () => {
  test('given steps that cannot be sent back to, when they are chosen, then each says why', async () => {
    const { sendBack, does, taskOf, returnsOf, register, propose } = await registered();
    const first = (await returnsOf('li-min', propose.id)).find((one) => one.element === 'in_register')?.visit ?? '';
    expect(told(await sendBack('li-min', propose.id, 'v999'))).toMatchObject({ code: 'illegalMove', zh: '只能退回到已经办过的步骤' });
    expect(told(await sendBack('li-min', propose.id, first, '  '))).toEqual({
      code: 'required',
      culprit: 'reason',
      zh: '请写明退回理由',
      en: 'Say why it goes back',
    });
    expect(told(await sendBack('li-min', propose.id, propose.id.split('.')[1] ?? ''))).toMatchObject({ code: 'illegalMove' });
    expect(told(await sendBack('li-min', register.id, first))).toMatchObject({ code: 'alreadyDone', by: { name: '吴芳', at: AT } });
    expect(told(await sendBack('peng-fei', propose.id, first))).toMatchObject(NOT_THERE);
    await does('li-min', 'in_propose', { values: { proposal: '拟办', handlingDepts: ['tax-policy'] } });
    const instruct = await taskOf('chen-zhiqiang', 'in_instruct');
    yes(await sendBack('chen-zhiqiang', instruct.id, propose.id.split('.')[1] ?? ''));
    expect(told(await sendBack('chen-zhiqiang', instruct.id, first))).toMatchObject({
      code: 'alreadyDone',
      zh: '这一步已由陈志强退回',
      by: { name: '陈志强', at: AT },
    });
  });

  test('given a step that may not send back, when it does, then it says so', async () => {
    const { sendBack, receive, taskOf } = await registered();
    await receive();
    const register = await taskOf('zheng-li', 'in_register');
    expect(told(await sendBack('zheng-li', register.id, 'v1'))).toEqual({
      code: 'illegalMove',
      culprit: '收文登记',
      zh: '这一步不允许退回',
      en: 'This step may not send back',
    });
  });
});

describe('转办', () => {
  test('given a task, when it is handed on, then it is theirs alone, and they read whose it was', async () => {
    const { reassign, propose, todo } = await registered();
    yes(await reassign('li-min', propose.id, 'wang-haiyan'));
    expect((await todo('wang-haiyan')).map((card) => [card.element, card.from?.id])).toEqual([['in_propose', 'li-min']]);
    expect(await todo('li-min')).toEqual([]);
    expect(await todo('zhang-wei')).toEqual([]);
  });

  test('given people who cannot have it, when it is handed to them, then each says why', async () => {
    const { reassign, propose } = await registered({ organization: withPerson('peng-fei', { clearance: 'open' }) });
    expect(told(await reassign('li-min', propose.id, 'moon'))).toEqual({
      code: 'invalidInput',
      culprit: 'to',
      zh: '请选择本单位在岗人员',
      en: 'Choose a person who works here',
    });
    expect(told(await reassign('li-min', propose.id, 'peng-fei'))).toMatchObject({
      code: 'notAllowed',
      culprit: '彭飞',
      zh: '彭飞的涉密等级不够办理此件',
    });
    expect(told(await reassign('ma-liang', propose.id, 'li-min'))).toMatchObject(NOT_THERE);
  });

  test('given a step that must be done by another, when it is handed to whoever did the first, then it is refused', async () => {
    const { office, start, does, taskOf, request, upload } = await demoOffice();
    await start('lu-yao', 'seal-use', { docTitle: '证明', sealKind: 'other', sealName: 'bureau' });
    await does('lu-yao', 'fill', { values: { sealMatter: 'other', copies: 1, purpose: '证明', sealFiles: await upload('lu-yao') } });
    const sign = await taskOf('shen-guohua', 'head_sign');
    const answer = await office.reassignTask(person('shen-guohua'), id(sign.id), { request: request(), to: 'lu-yao', reason: '' });
    expect(told(answer)).toMatchObject({ code: 'notAllowed', culprit: '陆瑶', zh: '陆瑶已办理过须由他人经手的步骤' });
  });
});

describe('deputies', () => {
  const deputising =
    (more: object = {}, other: readonly object[] = []) =>
    (shipped: Shipped): unknown => ({
      ...shipped,
      deputies: [{ of: 'li-min', by: 'peng-fei', from: '2026-11-24', to: '2026-11-26', flows: ['incoming-document'], ...more }, ...other],
    });

  test('given a deputy, when they do a step, then the commit, the timeline and the case say on whose behalf', async () => {
    const { does, office, caseId, store, todo } = await registered({ organization: deputising() });
    expect((await todo('peng-fei')).map((card) => card.element)).toEqual(['in_propose']);
    await does('peng-fei', 'in_propose', { values: { proposal: '代拟', handlingDepts: ['tax-policy'] } });
    const [commit] = (await store.log({ stream: id(`case/${caseId}`), after: 0, limit: 10 })).slice(-1);
    expect(commit?.actor).toEqual({ id: 'peng-fei', onBehalfOf: 'li-min', via: 'person' });
    const done = yes(await office.timeline(person('li-min'), id(caseId))).find((entry) => entry.words.zh === '办理了“收文拟办”');
    expect(done).toMatchObject({ by: { id: 'peng-fei' }, onBehalfOf: { id: 'li-min', name: { zh: '李敏' } } });
  });

  test('given whoever was represented, when they are back, then they may withdraw what was done for them', async () => {
    const { does, withdraw, propose, todo } = await registered({ organization: deputising() });
    await does('peng-fei', 'in_propose', { values: { proposal: '代拟', handlingDepts: ['tax-policy'] } });
    yes(await withdraw('li-min', propose.id));
    expect((await todo('li-min')).map((card) => card.element)).toEqual(['in_propose']);
  });

  test.each<[string, (shipped: Shipped) => unknown]>([
    ['before the first day', deputising({ from: '2026-11-25' })],
    ['after the last day', deputising({ from: '2026-11-20', to: '2026-11-23' })],
    ['in another flow', deputising({ flows: ['seal-use'] })],
    [
      'through a deputy of a deputy',
      deputising({ by: 'su-xin' }, [{ of: 'su-xin', by: 'peng-fei', from: '2026-11-24', to: '2026-11-26', flows: 'all' }]),
    ],
    ['with less clearance', (shipped) => withPerson('peng-fei', { clearance: 'open' })(deputising()(shipped) as Shipped)],
    ['for somebody with less clearance', (shipped) => withPerson('li-min', { clearance: 'open' })(deputising()(shipped) as Shipped)],
    ['for somebody who has left', (shipped) => withPerson('li-min', { active: false })(deputising()(shipped) as Shipped)],
  ])('given a deputy %s, when they would do the step, then it is not there for them', async (_, organization) => {
    const all = await demoOffice({ organization });
    await all.receive();
    await all.does('wu-fang', 'in_register', { outcome: 'none' });
    const propose = await all.taskOf('wang-haiyan', 'in_propose');
    expect(refusal(await all.complete('peng-fei', propose.id, {})).code).toBe('notFound');
  });

  test('given a deputy limited to one flow, when they ask about a case of another, then they hear nothing of it', async () => {
    const { urge, register, office, caseId, start, taskOf } = await registered({ organization: deputising({ flows: ['seal-use'] }) });
    expect(told(await urge('peng-fei', register.id))).toMatchObject(NOT_THERE);
    expect(refusal(await office.case(person('peng-fei'), id(caseId))).code).toBe('notFound');
    await start('lu-yao', 'seal-use', { docTitle: '证明', sealKind: 'issued', sealName: 'bureau' });
    expect((await taskOf('lin-xia', 'check')).flow).toBe('seal-use');
  });

  test('given the separation of duties, when the one represented has done the first step, then the deputy may not do the second, nor the other way round', async () => {
    const { start, does, complete, upload, taskOf } = await demoOffice({
      organization: (shipped) => ({
        ...shipped,
        people: shipped.people.map((one) =>
          one.id === 'shen-guohua' ? { ...one, posts: [...one.posts, { post: 'seal_user', unit: 'tax-policy' }] } : one,
        ),
        deputies: [
          { of: 'shen-guohua', by: 'ye-qing', from: '2026-11-24', to: '2026-11-26', flows: 'all' },
          { of: 'sun-weimin', by: 'ye-qing', from: '2026-11-24', to: '2026-11-26', flows: 'all' },
        ],
      }),
    });
    const fill = { sealMatter: 'other', copies: 1, purpose: '证明', sealFiles: await upload('shen-guohua') };
    await start('shen-guohua', 'seal-use', { docTitle: '证明', sealKind: 'other', sealName: 'bureau' });
    // Filled in by the head through a deputy: neither of the two may sign as head.
    await does('ye-qing', 'fill', { values: { ...fill, sealFiles: await upload('ye-qing') } });
    const sign = await taskOf('sun-weimin', 'head_sign');
    const answer = await complete('ye-qing', sign.id, { outcome: 'agree', values: { leaderAbsent: false } });
    expect(told(answer)).toMatchObject({ code: 'notAllowed', zh: '您（或您所代理的人）已办理过须由他人经手的步骤，本步骤应由另一人办理' });
  });

  test('given a deputy of a head, when a step goes to the unit of whoever did it, then it is the head’s unit, not the deputy’s', async () => {
    const { start, does, office, upload } = await demoOffice({
      organization: (shipped) => ({
        ...shipped,
        deputies: [{ of: 'shen-guohua', by: 'peng-fei', from: '2026-11-24', to: '2026-11-26', flows: 'all' }],
      }),
    });
    const { case: caseId } = await start('lu-yao', 'seal-use', { docTitle: '证明', sealKind: 'other', sealName: 'bureau' });
    await does('lu-yao', 'fill', { values: { sealMatter: 'other', copies: 1, purpose: '证明', sealFiles: await upload('lu-yao') } });
    await does('peng-fei', 'head_sign', { outcome: 'agree', values: { leaderAbsent: false } });
    const open = yes(await office.case(person('lu-yao'), id(caseId))).card.open;
    expect(open.flatMap((task) => task.seats.map((seat) => seat.seat))).toEqual(['person:sun-weimin']);
  });
});

describe('clearance', () => {
  test('given somebody who is not cleared for a flow, when they would start, do, read or be told of it, then there is nothing of it', async () => {
    const { office, receive, todo, taskOf, complete } = await demoOffice({ organization: withPerson('zheng-li', { clearance: 'open' }) });
    const { case: caseId } = await receive();
    expect(await todo('zheng-li')).toEqual([]);
    const task = await taskOf('wu-fang', 'in_register');
    expect(refusal(await complete('zheng-li', task.id, { outcome: 'none' })).code).toBe('notFound');
    expect(refusal(await office.case(person('zheng-li'), id(caseId))).code).toBe('notFound');
    expect(refusal(await office.startForm(person('zheng-li'), 'incoming-document')).code).toBe('notFound');
    const { rows } = await office.announcements('', 500);
    expect(rows.find((row) => row.case === caseId)?.people).toEqual(expect.not.arrayContaining(['zheng-li']));
    expect(rows.find((row) => row.case === caseId)?.people).toEqual(expect.arrayContaining(['qian-feng']));
  });
});

describe('an empty seat', () => {
  test('given a post that nobody holds, when its task opens, then it falls to the superior, and the case says so in words', async () => {
    const { start, office, taskOf } = await demoOffice({ organization: withPerson('lin-xia', { active: false }) });
    const { case: caseId } = await start('lu-yao', 'seal-use', { docTitle: '证明', sealKind: 'issued', sealName: 'bureau' });
    expect((await taskOf('zhang-wei', 'check')).case).toBe(caseId);
    const page = yes(await office.case(person('lu-yao'), id(caseId)));
    expect(page.incidents).toEqual([
      {
        id: expect.any(String),
        step: { zh: '审核盖章', en: 'Check and seal' },
        words: expect.objectContaining({ zh: '用印人员无人在岗，已改送办公室主任 · 办公室' }),
      },
    ]);
    const entry = yes(await office.timeline(person('lu-yao'), id(caseId))).find((one) => one.kind === 'SeatEmpty');
    expect(entry?.words.zh).toBe('用印人员无人在岗，改送办公室主任 · 办公室');
  });

  test('given somebody who leaves with a task open, when a colleague holds the post too, then the colleague has it; the one who left hears nothing', async () => {
    const { office, propose, todo, complete } = await registered();
    const organization = (await office.organization()) as unknown as Shipped;
    yes(await office.setOrganization('system', withPerson('li-min', { active: false })(organization)));
    expect((await todo('wang-haiyan')).map((card) => card.element)).toEqual(['in_propose']);
    expect(refusal(await office.tasks(person('li-min'), { list: 'todo', limit: 5 })).code).toBe('notFound');
    expect(refusal(await complete('li-min', propose.id, {})).code).toBe('notFound');
    yes(await complete('wang-haiyan', propose.id, { values: { proposal: '拟办', handlingDepts: ['tax-policy'] } }));
  });

  test('given somebody who leaves with a task signed for, when they are gone, then their colleagues have it again', async () => {
    const { office, take, propose, todo, caseId } = await registered();
    yes(await take('li-min', propose.id));
    expect(await todo('wang-haiyan')).toEqual([]);
    const organization = (await office.organization()) as unknown as Shipped;
    yes(await office.setOrganization('system', withPerson('li-min', { active: false })(organization)));
    expect((await todo('wang-haiyan')).map((card) => [card.element, card.takenBy])).toEqual([['in_propose', null]]);
    expect(yes(await office.timeline(person('wu-fang'), id(caseId))).at(-1)).toMatchObject({ kind: 'TaskReleased', by: null });
  });

  test('given a deputy who signed for a task, when their days are over, then it is back with those whose it is', async () => {
    const deputies = [{ of: 'li-min', by: 'peng-fei', from: '2026-11-24', to: '2026-11-24', flows: 'all' }];
    const { office, take, propose, todo, clock, complete } = await registered({ organization: (shipped) => ({ ...shipped, deputies }) });
    yes(await take('peng-fei', propose.id));
    await office.sweep('here');
    expect((await todo('peng-fei')).map((card) => card.element)).toEqual(['in_propose']);
    clock.advance(24 * 3600_000);
    await office.sweep('here');
    expect(await todo('peng-fei')).toEqual([]);
    yes(await complete('li-min', propose.id, { values: { proposal: '拟办', handlingDepts: ['tax-policy'] } }));
  });

  test('given somebody who signed for a task, when they move to another post, then their colleagues have it again', async () => {
    const { office, take, propose, todo, complete } = await registered();
    yes(await take('li-min', propose.id));
    const organization = (await office.organization()) as unknown as Shipped;
    yes(
      await office.setOrganization('system', withPerson('li-min', { posts: [{ post: 'department', unit: 'tax-policy' }] })(organization)),
    );
    expect(await todo('li-min')).toEqual([]);
    yes(await complete('wang-haiyan', propose.id, { values: { proposal: '拟办', handlingDepts: ['tax-policy'] } }));
  });

  test('given the only holder of a task leaves, when it stood open, then it is not lost: who stands above has it', async () => {
    const { office, reassign, propose, todo, taskOf, complete } = await registered();
    yes(await reassign('li-min', propose.id, 'wang-haiyan'));
    const organization = (await office.organization()) as unknown as Shipped;
    yes(await office.setOrganization('system', withPerson('wang-haiyan', { active: false })(organization)));
    expect(await todo('li-min')).toEqual([]);
    expect((await taskOf('zhang-wei', 'in_propose')).id).toBe(propose.id);
    yes(await complete('zhang-wei', propose.id, { values: { proposal: '拟办', handlingDepts: ['tax-policy'] } }));
  });
});
