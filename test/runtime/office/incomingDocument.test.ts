import { describe, expect, test } from '@jest/globals';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import { demoOffice, person, refusal, yes } from './harness.ts';

describe('收文, from its start to 办结', () => {
  test('given a document that came in, when it passes every post, then each has it in turn, nobody else, and the case ends', async () => {
    const { does, receive, todo, office, upload } = await demoOffice();
    const begun = await receive();
    expect((await todo('wu-fang')).map((card) => card.element)).toEqual(['in_register']);
    expect(await todo('peng-fei')).toEqual([]);
    await does('wu-fang', 'in_register', { outcome: 'none' });
    const [card] = await todo('li-min');
    expect(card).toMatchObject({
      title: '关于开展第四季度税收调研的通知',
      number: '收〔2026〕1号',
      from: { id: 'wu-fang' },
      step: { zh: '收文拟办' },
    });
    await does('li-min', 'in_propose', {
      values: { proposal: '请三个科室阅办。', handlingDepts: ['tax-policy', 'collection', 'regulations'] },
    });
    await does('liu-xiulan', 'in_instruct', { values: { instruction: '同意。' }, outcome: 'handle' });
    await does('zheng-li', 'in_pass', { values: { handlingDepts: ['tax-policy', 'collection', 'regulations'], dueDate: '2026-12-04' } });
    for (const who of ['lu-yao', 'peng-fei', 'deng-rui']) expect((await todo(who)).map((one) => one.element)).toEqual(['in_handle']);
    expect((await todo('wu-fang')).map((one) => one.element)).toEqual(['in_supervise']);
    const handled = async (who: string) =>
      does(who, 'in_handle', { values: { result: `${who} 已办`, resultFiles: await upload(who, '结果.pdf'), needReply: false } });
    await handled('lu-yao');
    await handled('peng-fei');
    const last = await handled('deng-rui');
    expect(last).toMatchObject({ case: begun.case, ended: true, now: [] });
    const page = yes(await office.case(person('wu-fang'), id(begun.case)));
    expect(page.card.status).toBe('completed');
    expect(await todo('wu-fang')).toEqual([]);
  });

  test('given a step that another has done, when it is done again, then 409: who and when; a stranger hears nothing', async () => {
    const { complete, receive, taskOf } = await demoOffice();
    await receive();
    const task = await taskOf('wu-fang', 'in_register');
    yes(await complete('zheng-li', task.id, { outcome: 'none' }));
    const late = await complete('wu-fang', task.id, { outcome: 'none' });
    expect(late).toMatchObject({ ok: false, code: 'alreadyDone', by: { name: '郑丽', at: '2026-11-24T01:00:00.000Z' } });
    expect(refusal(await complete('peng-fei', task.id, { outcome: 'none' })).code).toBe('notFound');
  });

  test('given the same request twice, when the second comes, then the same answer and nothing done twice; with other words it is refused', async () => {
    const { office, receive, taskOf, store } = await demoOffice();
    const { case: caseId } = await receive();
    const task = await taskOf('wu-fang', 'in_register');
    const input = { request: 'once', outcome: 'none', values: {}, confirmed: [] };
    const first = yes(await office.completeTask(person('wu-fang'), id(task.id), input));
    expect(yes(await office.completeTask(person('wu-fang'), id(task.id), input))).toEqual(first);
    expect((await store.load(id(`case/${caseId}`)))?.revision).toBe(2);
    expect(refusal(await office.completeTask(person('wu-fang'), id(task.id), { ...input, outcome: 'classified' })).code).toBe(
      'requestReused',
    );
  });

  test('given values of a wrong kind, unknown, read-only or reserved, when completed, then each is named with what was expected', async () => {
    const { complete, receive, taskOf, does } = await demoOffice();
    await receive();
    const task = await taskOf('wu-fang', 'in_register');
    const wrong = await complete('wu-fang', task.id, {
      outcome: 'none',
      values: { copies: 'many', nosuch: 1, receiptNo: '收〔2026〕99号' },
    });
    expect(wrong.ok ? [] : wrong.fields?.map((field) => [field.field, field.code]).sort()).toEqual([
      ['copies', 'wrongType'],
      ['nosuch', 'unknownField'],
      ['receiptNo', 'readOnlyField'],
    ]);
    const reserved = await complete('wu-fang', task.id, {
      outcome: 'none',
      values: JSON.parse('{"__proto__": 1}') as { readonly [field: string]: never },
    });
    expect(reserved.ok).toBe(true);
    await does('li-min', 'in_propose', { values: { proposal: '拟办', handlingDepts: ['tax-policy'] } });
    const instruct = await taskOf('chen-zhiqiang', 'in_instruct');
    expect(refusal(await complete('chen-zhiqiang', instruct.id, { outcome: 'nosuch', values: { instruction: '同意' } })).code).toBe(
      'wrongType',
    );
  });

  test('given a step signed for by one, when a colleague completes it, then takenByAnother; given back, then the colleague may', async () => {
    const { complete, office, receive, taskOf, todo } = await demoOffice();
    await receive();
    const task = await taskOf('wu-fang', 'in_register');
    yes(await office.takeTask(person('wu-fang'), id(task.id), { request: 'take' }));
    expect(await todo('zheng-li')).toEqual([]);
    expect(refusal(await complete('zheng-li', task.id, { outcome: 'none' })).code).toBe('takenByAnother');
    yes(await office.releaseTask(person('wu-fang'), id(task.id), { request: 'release' }));
    yes(await complete('zheng-li', task.id, { outcome: 'none' }));
  });

  test('given a proposal, when the leader sends it back with a reason, then the one before has it again and reads why', async () => {
    const { does, office, receive, taskOf, todo } = await demoOffice();
    const { case: caseId } = await receive();
    await does('wu-fang', 'in_register', { outcome: 'none' });
    await does('li-min', 'in_propose', { values: { proposal: '拟办', handlingDepts: ['tax-policy'] } });
    const task = await taskOf('chen-zhiqiang', 'in_instruct');
    const targets = yes(await office.returns(person('chen-zhiqiang'), id(task.id)));
    const target = targets.find((one) => one.element === 'in_propose');
    expect(target).toMatchObject({ legal: true, by: { id: 'li-min' } });
    yes(
      await office.returnTask(person('chen-zhiqiang'), id(task.id), {
        request: 'back',
        to: target?.visit ?? '',
        reason: '请补充征管科',
        siblings: 'keep',
        then: 'flow',
      }),
    );
    expect(await todo('chen-zhiqiang')).toEqual([]);
    expect((await todo('li-min'))[0]).toMatchObject({
      element: 'in_propose',
      returned: { by: { id: 'chen-zhiqiang' }, reason: '请补充征管科' },
    });
    const timeline = yes(await office.timeline(person('wu-fang'), id(caseId)));
    expect(
      timeline.at(-1)?.words.zh === '从“收文批办”退回到“收文拟办”' ||
        timeline.some((entry) => entry.words.zh === '从“收文批办”退回到“收文拟办”'),
    ).toBe(true);
    await does('li-min', 'in_propose', { values: { proposal: '补充', handlingDepts: ['tax-policy', 'collection'] } });
    expect((await todo('chen-zhiqiang')).map((one) => one.element)).toEqual(['in_instruct']);
  });

  test('given a step just done, when its doer withdraws it, then it is theirs again; once the next has taken it, it is refused', async () => {
    const { does, office, receive, taskOf, todo } = await demoOffice();
    await receive();
    const register = await taskOf('wu-fang', 'in_register');
    await does('wu-fang', 'in_register', { outcome: 'none' });
    yes(await office.withdrawTask(person('wu-fang'), id(register.id), { request: 'w1', reason: '登记有误' }));
    expect((await todo('wu-fang')).map((one) => one.element)).toEqual(['in_register']);
    expect(await todo('li-min')).toEqual([]);
    const again = await taskOf('wu-fang', 'in_register');
    await does('wu-fang', 'in_register', { outcome: 'none' });
    const propose = await taskOf('li-min', 'in_propose');
    expect(propose.number).toBe('收〔2026〕1号');
    yes(await office.takeTask(person('li-min'), id(propose.id), { request: 'take' }));
    expect(refusal(await office.withdrawTask(person('wu-fang'), id(again.id), { request: 'w2', reason: '晚了' })).code).toBe('illegalMove');
  });

  test('given three departments at it, when all complete at the same moment, then nobody is refused and nothing is retried by hand', async () => {
    const { complete, passOn, taskOf, upload } = await demoOffice();
    const done = await passOn(['tax-policy', 'collection', 'regulations']);
    const people = ['lu-yao', 'peng-fei', 'deng-rui'];
    const tasks = await Promise.all(
      people.map(async (who) => ({ who, task: await taskOf(who, 'in_handle'), files: await upload(who, '结果.pdf') })),
    );
    const answers = await Promise.all(
      tasks.map(({ who, task, files }) => complete(who, task.id, { values: { result: '已办', resultFiles: files, needReply: false } })),
    );
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(done.now).toHaveLength(4);
  });

  test('given several departments to handle it, when the registry is about to pass it on, then the button names them all', async () => {
    const { does, office, receive, taskOf } = await demoOffice();
    await receive();
    await does('wu-fang', 'in_register', { outcome: 'none' });
    const handlingDepts = ['tax-policy', 'collection', 'regulations'];
    await does('li-min', 'in_propose', { values: { proposal: '请三个科室阅办。', handlingDepts } });
    await does('liu-xiulan', 'in_instruct', { values: { instruction: '同意。' }, outcome: 'handle' });
    const page = yes(await office.task(person('wu-fang'), id((await taskOf('wu-fang', 'in_pass')).id)));
    const handle = page.next.find((next) => next.step.zh === '处室办理') ?? page.next[0];
    expect(handle?.seats.map((seat) => seat.seat)).toEqual(handlingDepts.map((unit) => `post:department@${unit}`));
  });

  test('given 督办 beside, when three working days pass, then it comes again; when all have handled, it is taken back', async () => {
    const { clock, does, office, passOn, todo, upload } = await demoOffice();
    await passOn(['tax-policy']);
    await does('wu-fang', 'in_supervise', { values: { superviseNote: '已电话催问' }, outcome: 'yes' });
    expect(await todo('wu-fang')).toEqual([]);
    clock.advance(2 * 24 * 3600_000);
    expect(await office.sweep('test')).toBe(0);
    clock.advance(2 * 24 * 3600_000);
    expect(await office.sweep('test')).toBeGreaterThan(0);
    expect((await todo('wu-fang')).map((one) => one.element)).toEqual(['in_supervise']);
    await does('lu-yao', 'in_handle', { values: { result: '已办', resultFiles: await upload('lu-yao'), needReply: false } });
    expect(await todo('wu-fang')).toEqual([]);
  });

  test('given a classified document, when it is registered as such, then the case leaves with a message that stands as undelivered', async () => {
    const { does, office, receive } = await demoOffice();
    const { case: caseId } = await receive('某涉密件');
    const done = await does('wu-fang', 'in_register', { outcome: 'classified' });
    expect(done.ended).toBe(true);
    const page = yes(await office.case(person('wu-fang'), id(caseId)));
    expect(page.undelivered).toHaveLength(1);
  });
});
