import { describe, expect, test } from '@jest/globals';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import { person, refusal, yes } from './harness.ts';
import { BEFORE_SEAL, outgoing } from './outgoing.ts';

describe('发文, from its draft to 办结', () => {
  test('given a draft, when it passes every post and its seal, then it has its number, is dispatched, and the case ends', async () => {
    const { begin, doing, pageOf, timeline, todo, taskOf, office } = await outgoing();
    const caseId = await begin();
    expect((await todo('ye-qing')).map((card) => card.element)).toEqual(['out_draft']);
    expect(await todo('peng-fei')).toEqual([]);
    await doing(...BEFORE_SEAL);
    expect((await pageOf(caseId)).card.number).toBe('国税发〔2026〕1号');
    const check = await taskOf('lin-xia', 'check');
    expect(check).toMatchObject({ flow: 'seal-use', title: '关于规范税务文书的通知', number: '国税发〔2026〕1号' });
    expect(check.due?.words.zh).toBe('剩 2 个工作日');
    const sealing = yes(await office.task(person('lin-xia'), id(check.id)));
    const shown = Object.fromEntries(sealing.fields.map((field) => [field.key, field.value]));
    expect(shown).toMatchObject({ sealKind: 'issued', docNo: '国税发〔2026〕1号', copies: 20, sealMatter: 'document' });
    expect(sealing.limits.map((limit) => limit.name.zh)).toEqual(['发文用印时限', '发文用印时限']);
    await doing('check', 'stub');
    expect(await doing('out_dispatch')).toMatchObject({ case: caseId, ended: true, now: [] });
    const page = await pageOf(caseId);
    expect(page.card).toMatchObject({ status: 'completed', number: '国税发〔2026〕1号', due: null });
    expect(page.processes.map((process) => process.key)).toEqual(['outgoing-document', 'seal-use']);
    expect(page.opinions.map((opinion) => `${opinion.by.name.zh} ${opinion.words}`)).toEqual([
      '李敏 同意送签。',
      '孙为民 同意印发。',
      '林霞 手续齐全',
    ]);
    expect((await timeline(caseId)).filter((words) => words.startsWith('取得'))).toEqual([
      '取得发文字号：国税发〔2026〕1号',
      '取得用印登记号：印〔2026〕1号',
    ]);
    for (const who of ['lu-yao', 'wu-fang', 'li-min', 'ma-liang', 'lin-xia']) expect(await todo(who)).toEqual([]);
  });

  test('given the way that it went, when its diagrams are shown, then each shows its own steps only', async () => {
    const { begin, doing, office } = await outgoing();
    const caseId = await begin();
    await doing(...BEFORE_SEAL, 'check');
    const [own, called, ...more] = yes(await office.diagrams(person('lu-yao'), id(caseId)));
    expect(more).toEqual([]);
    expect(own?.passes.map((pass) => pass.element)).toEqual(expect.arrayContaining(['out_start', ...BEFORE_SEAL]));
    expect(own?.passes.every((pass) => pass.element.startsWith('out_'))).toBe(true);
    expect(called?.passes.map((pass) => pass.element)).toEqual(['start', 'kind', 'check', 'check_ok']);
    expect(called?.open.map((open) => open.element)).toEqual(['stub']);
    expect(own?.flows.every((flow) => flow.flow.startsWith('out_'))).toBe(true);
  });

  test('given a paper that the seal keeper finds wrong, when it is refused, then it goes to the first check again and keeps its number', async () => {
    const { begin, doing, does, pageOf, timeline, taskOf } = await outgoing();
    const caseId = await begin();
    await doing(...BEFORE_SEAL);
    await does('lin-xia', 'check', { outcome: 'refused', values: { checkNote: '缺签发单' }, confirmed: ['check_risk_seal'] });
    const again = await taskOf('wu-fang', 'out_first_check');
    expect(again.case).toBe(caseId);
    await doing('out_first_check', 'out_review', 'out_sign', 'out_number', 'out_typeset', 'out_proofread', 'out_print');
    expect((await taskOf('lin-xia', 'check')).number).toBe('国税发〔2026〕1号');
    await doing('check', 'stub', 'out_dispatch');
    expect((await pageOf(caseId)).card).toMatchObject({ status: 'completed', number: '国税发〔2026〕1号' });
    expect((await timeline(caseId)).filter((words) => words.startsWith('取得发文字号'))).toHaveLength(1);
  });

  test('given a task inside the seal, when it is sent back within it and across it, then both work, and across it the seal is taken back', async () => {
    const { begin, doing, back, todo, pageOf } = await outgoing();
    const caseId = await begin();
    await doing(...BEFORE_SEAL, 'check');
    yes(await back('lin-xia', 'stub', 'check'));
    expect((await todo('lin-xia')).map((card) => [card.element, card.returned?.reason])).toEqual([['check', '退回check']]);
    await doing('check');
    yes(await back('lin-xia', 'stub', 'out_print'));
    expect(await todo('lin-xia')).toEqual([]);
    expect((await todo('ma-liang')).map((card) => [card.element, card.returned?.by.id])).toEqual([['out_print', 'lin-xia']]);
    expect((await pageOf(caseId)).opinions.find((opinion) => opinion.words === '手续齐全')?.history).toBe(true);
    await doing('out_print', 'check', 'stub', 'out_dispatch');
    expect((await pageOf(caseId)).card.status).toBe('completed');
  });

  test('given a seal that is done, when it is to be done once more, then the case can be sent back to the whole of it', async () => {
    const { begin, doing, back, office, taskOf, todo } = await outgoing();
    await begin();
    await doing(...BEFORE_SEAL, 'check', 'stub');
    const targets = yes(await office.returns(person('ma-liang'), id((await taskOf('ma-liang', 'out_dispatch')).id)));
    const offered = (element: string) => targets.find((one) => one.element === element);
    expect(offered('out_seal')).toMatchObject({ step: { zh: '用印' }, legal: true });
    expect(offered('check')?.legal).not.toBe(true);
    yes(await back('ma-liang', 'out_dispatch', 'out_seal'));
    expect((await todo('lin-xia')).map((card) => [card.element, card.returned?.by.id])).toEqual([['check', 'ma-liang']]);
    expect(await doing('check', 'stub', 'out_dispatch')).toMatchObject({ ended: true });
  });

  test('given the proof with errors, when it goes round again, then the doer of the draft reads it again, whoever else drafts there', async () => {
    const { begin, doing, does, todo, taskOf } = await outgoing();
    await begin();
    await doing('out_draft', 'out_receive', 'out_first_check', 'out_review', 'out_sign', 'out_number', 'out_typeset');
    expect((await taskOf('lu-yao', 'out_proofread')).seats.map((seat) => seat.seat)).toEqual(['person:lu-yao']);
    expect(await todo('ye-qing')).toEqual([]);
    await does('lu-yao', 'out_proofread', { outcome: 'errors', values: { proofNotes: '第 2 页第 3 行：日期有误' } });
    await doing('out_typeset');
    expect((await todo('lu-yao')).map((card) => card.element)).toEqual(['out_proofread']);
  });

  test('given a document that the leader sends back and reads again, when the same words are written, then they stand there twice', async () => {
    const { begin, doing, does, pageOf } = await outgoing();
    const caseId = await begin();
    const signOpinion = '请核实数据。';
    await doing('out_draft', 'out_receive', 'out_first_check', 'out_review');
    await does('sun-weimin', 'out_sign', { outcome: 'return', values: { signOpinion } });
    await doing('out_draft', 'out_receive', 'out_first_check', 'out_review');
    await does('sun-weimin', 'out_sign', { outcome: 'sign', values: { signOpinion } });
    const words = (await pageOf(caseId)).opinions.filter((opinion) => opinion.words === signOpinion);
    expect(words.map((opinion) => opinion.by.id)).toEqual(['sun-weimin', 'sun-weimin']);
  });

  test('given 加急, when it is on the board, then its cards say so', async () => {
    const { begin, doing, taskOf } = await outgoing();
    await begin('关于防汛值班的紧急通知', 'veryUrgent');
    await doing('out_draft');
    expect(await taskOf('wu-fang', 'out_receive')).toMatchObject({ urgency: 'veryUrgent' });
  });

  test('given an incoming document that asks for an answer, when all have handled it, then 发文 is called, and its number comes back', async () => {
    const { does, doing, passOn, pageOf, upload, taskOf } = await outgoing();
    const { case: caseId } = await passOn(['tax-policy']);
    await does('lu-yao', 'in_handle', { values: { result: '已办', resultFiles: await upload('lu-yao'), needReply: true } });
    expect(await taskOf('lu-yao', 'out_draft')).toMatchObject({ case: caseId });
    await doing(...BEFORE_SEAL, 'check', 'stub');
    expect(await doing('out_dispatch')).toMatchObject({ case: caseId, ended: true });
    const answer = (await pageOf(caseId, 'wu-fang')).fields.find((field) => field.key === 'answerNo');
    expect(answer?.value).toBe('国税发〔2026〕1号');
  });

  test('given whoever drafted, when they hold the reviewer’s post too, then it is not on their board, and they may not review it', async () => {
    const { begin, doing, complete, taskOf, todo } = await outgoing({
      organization: (shipped) => ({
        ...shipped,
        people: shipped.people.map((one) =>
          one.id === 'lu-yao' ? { ...one, posts: [...one.posts, { post: 'office_lead', unit: 'office' }] } : one,
        ),
      }),
    });
    await begin();
    await doing('out_draft', 'out_receive', 'out_first_check');
    expect((await todo('lu-yao')).map((card) => card.element)).not.toContain('out_review');
    const review = await taskOf('li-min', 'out_review');
    const answer = await complete('lu-yao', review.id, { outcome: 'pass', confirmed: ['out_review_risk_format'] });
    expect(refusal(answer)).toEqual({ code: 'notAllowed', culprit: '审核' });
    await doing('out_review');
  });

  test('given a risk that must be confirmed, when it is not, then the step is refused with the control', async () => {
    const { begin, doing, complete, taskOf } = await outgoing();
    await begin();
    await doing('out_draft', 'out_receive', 'out_first_check');
    const review = await taskOf('li-min', 'out_review');
    const answer = await complete('li-min', review.id, { outcome: 'pass' });
    expect(answer).toMatchObject({ ok: false, code: 'required', fields: [{ field: 'out_review_risk_format' }] });
  });
});
