import { describe, expect, test } from '@jest/globals';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import { demoOffice, person, refusal, withPerson, yes } from './harness.ts';
import { small } from './studio.ts';

const seal = { docTitle: '证明', sealKind: 'other', sealName: 'bureau' };

describe('starting a case', () => {
  const inTwoUnits = withPerson('lu-yao', {
    posts: [
      { post: 'seal_user', unit: 'tax-policy' },
      { post: 'seal_user', unit: 'collection' },
      { post: 'drafter', unit: 'collection' },
    ],
  });
  const startIn = (office: Awaited<ReturnType<typeof demoOffice>>['office'], unit?: string) =>
    office.startCase(person('lu-yao'), { request: `in-${unit}`, flow: 'seal-use', values: seal, ...(unit ? { unit } : {}) });

  test('given posts in two units, when the form is opened, then it says both; the case belongs to the one that was chosen, else the first', async () => {
    const { office, does, todo, upload } = await demoOffice({ organization: inTwoUnits });
    expect(yes(await office.startForm(person('lu-yao'), 'seal-use')).units).toEqual([
      { id: 'tax-policy', name: expect.objectContaining({ zh: '税政科' }) },
      { id: 'collection', name: expect.objectContaining({ zh: '征收管理科' }) },
    ]);
    const fill = { sealMatter: 'other', copies: 1, purpose: '证明', sealFiles: await upload('lu-yao') };
    yes(await startIn(office, 'collection'));
    await does('lu-yao', 'fill', { values: fill });
    expect((await todo('xu-wenbin')).map((card) => card.element)).toEqual(['head_sign']);
    expect(await todo('shen-guohua')).toEqual([]);
    yes(await startIn(office));
    await does('lu-yao', 'fill', { values: fill });
    expect((await todo('shen-guohua')).map((card) => card.element)).toEqual(['head_sign']);
  });

  test('given a unit that is not theirs, or that does not exist, when they start in it, then it is refused with those that are', async () => {
    const { office } = await demoOffice({ organization: inTwoUnits });
    for (const unit of ['office', 'moon']) {
      expect(await startIn(office, unit)).toMatchObject({
        ok: false,
        code: 'invalidInput',
        culprit: 'unit',
        expected: { zh: '发起部门应为：税政科、征收管理科' },
      });
    }
  });

  test('given a flow that is not theirs to start, when they ask for its form or start it, then it is not there for them', async () => {
    const { office } = await demoOffice();
    expect(refusal(await office.startForm(person('lu-yao'), 'incoming-document')).code).toBe('notFound');
    const started = await office.startCase(person('lu-yao'), { request: 'r', flow: 'incoming-document', values: {} });
    expect(refusal(started)).toEqual({ code: 'notFound', culprit: 'incoming-document' });
    expect(refusal(await office.startCase(person('nobody'), { request: 'r', flow: 'seal-use', values: seal })).code).toBe('notFound');
  });

  test('given a field that its condition hides, when something is sent in it, then it is left out; shown, it is kept', async () => {
    const { office, start } = await demoOffice();
    const fields = yes(await office.startForm(person('lu-yao'), 'seal-use')).fields;
    expect(fields.find((field) => field.key === 'docNo')?.showWhen).toBe('sealKind = "issued"');
    const kept = async (sealKind: string) => {
      const { case: caseId } = await start('lu-yao', 'seal-use', { ...seal, sealKind, docNo: '国税发〔2026〕7号' });
      return yes(await office.case(person('lu-yao'), id(caseId))).fields.find((field) => field.key === 'docNo')?.value;
    };
    expect(await kept('other')).toBeUndefined();
    expect(await kept('issued')).toBe('国税发〔2026〕7号');
  });

  test('given a half-filled start form, when the case is begun, then the draft is gone', async () => {
    const { office } = await demoOffice();
    yes(await office.saveDraft(person('lu-yao'), { flow: 'seal-use' }, { docTitle: '半' }));
    expect(yes(await office.startForm(person('lu-yao'), 'seal-use')).draft?.values).toEqual({ docTitle: '半' });
    yes(await startIn(office));
    expect(yes(await office.startForm(person('lu-yao'), 'seal-use')).draft).toBeNull();
  });

  test('given the same request twice, when it comes again, then there is one case', async () => {
    const { office } = await demoOffice();
    const first = yes(await startIn(office));
    expect(yes(await startIn(office))).toEqual(first);
    expect(yes(await office.cases(person('lu-yao'), { list: 'started', limit: 10 })).rows).toHaveLength(1);
  });

  test('given a title made of fields whose keys are Chinese, when a case is started, then it is called after what was filled in', async () => {
    const xml = small('leave')
      .replace(
        '<gc:starter',
        '<gc:form><gc:field key="事由" name="事由" type="text" /></gc:form><gc:about title="关于{事由}的申请" /><gc:starter',
      )
      .replace(
        '<bpmn:startEvent id="leave_start" />',
        '<bpmn:startEvent id="leave_start"><bpmn:extensionElements><gc:access field="事由" mode="write" /></bpmn:extensionElements></bpmn:startEvent>',
      );
    const { start, todo } = await demoOffice({ diagrams: [{ file: 'leave', xml }] });
    await start('li-min', 'leave', { 事由: '休假' });
    expect((await todo('li-min')).map((card) => card.title)).toEqual(['关于休假的申请']);
  });
});
