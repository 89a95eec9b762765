import { describe, expect, test } from '@jest/globals';
import { parseDiagram } from '../../../packages/runtime/src/diagram/parse.ts';
import { checkWhole } from '../../../packages/runtime/src/soundness/checkWhole.ts';
import { person, refusal, yes } from './harness.ts';
import { newRequest, SEAL, small, studio } from './studio.ts';

const owner = person('li-min');

describe('a new flow', () => {
  test('given a name, when a flow is begun, then it is a draft with a start, a step and an end, of which only who does it is missing', async () => {
    const { office, on } = await studio();
    const { flow } = yes(await office.newFlow(owner, { request: 'new', name: '复印机报修' }));
    expect(flow).toMatch(/^fyjbx-[0-9a-f]{6}$/);
    const page = await on(flow).page();
    expect(page).toMatchObject({ latest: 0, draft: { base: 0 }, holder: null, processes: [{ key: flow, name: { zh: '复印机报修' } }] });
    const parsed = await parseDiagram(page.xml);
    const [process] = parsed.ok ? parsed.diagram.processes : [];
    expect(process?.elements.map((element) => [element.type, element.name])).toEqual([
      ['startEvent', { zh: '发起', en: 'Begin' }],
      ['userTask', { zh: '办理' }],
      ['endEvent', { zh: '办结', en: 'Done' }],
    ]);
    const checked = await checkWhole(page.xml);
    expect(checked.ok && checked.problems.filter((problem) => problem.severity === 'error').map((problem) => problem.element)).toEqual([
      `${flow}_step`,
    ]);
    for (const name of ['pool', 'lane', 'start', 'step', 'end', 'to_step', 'to_end'])
      expect(page.xml).toContain(`bpmnElement="${flow}_${name}"`);
  });

  test('given names in any language and with markup, when flows are begun, then each has a key of plain letters, and the name is only text', async () => {
    const { office, on } = await studio();
    const key = async (name: string): Promise<string> => yes(await office.newFlow(owner, { request: newRequest(), name })).flow;
    expect(await key('Leave request')).toMatch(/^leave-request-[0-9a-f]{6}$/);
    expect(await key('2026年 会议')).toMatch(/^n-hy-[0-9a-f]{6}$/);
    expect(await key('！？')).toMatch(/^flow-[0-9a-f]{6}$/);
    const markup = '<script>alert("1")</script>&amp;';
    const flow = await key(markup);
    expect((await on(flow).page()).processes[0]?.name.zh).toBe(markup);
    expect(refusal(await office.newFlow(owner, { request: newRequest(), name: ' \u0000 ' })).culprit).toBe('name');
    expect(refusal(await office.newFlow(owner, { request: newRequest(), name: '长'.repeat(61) })).culprit).toBe('name');
  });

  test('given a request whose answer got lost, when it comes again, then it is the same flow; its id for another is refused', async () => {
    const { office } = await studio();
    const first = yes(await office.newFlow(owner, { request: 'new', name: '复印机报修' }));
    expect(yes(await office.newFlow(owner, { request: 'new', name: '复印机报修' }))).toEqual(first);
    const file = { request: 'file', name: '办理', xml: small('a') };
    expect(yes(await office.newFlow(owner, file))).toEqual({ flow: 'a' });
    expect(yes(await office.newFlow(owner, file))).toEqual({ flow: 'a' });
    expect(refusal(await office.newFlow(owner, { ...file, name: '其他' })).code).toBe('requestReused');
  });

  test('given a file whose process is published or drawn already, when a flow is begun with it, then it is told where', async () => {
    const { office } = await studio();
    const published = await office.newFlow(owner, { request: newRequest(), name: '印章', xml: SEAL });
    expect(published).toMatchObject({ ok: false, code: 'invalidDiagram', culprit: 'seal-use', fields: [{ field: 'seal-use' }] });
    expect(published.ok ? '' : published.expected.zh).toContain('印章使用');
    yes(await office.newFlow(owner, { request: newRequest(), name: '办理', xml: small('a') }));
    const drawn = await office.newFlow(owner, { request: newRequest(), name: '办理', xml: small('a', ['其他']) });
    expect(drawn).toMatchObject({ ok: false, culprit: 'a' });
    expect(refusal(await office.newFlow(owner, { request: newRequest(), name: '办理', xml: small('odd.key') })).culprit).toBe('odd.key');
  });

  test('given a flow that was never published, when the shelf is read, then its owner finds it as a draft, and nobody else does', async () => {
    const { office, on, clock } = await studio();
    const { flow } = yes(await office.newFlow(owner, { request: 'new', name: '复印机报修' }));
    const card = async (who: string) => yes(await office.flows(person(who))).find((one) => one.key === flow);
    expect(await card('wu-fang')).toBeUndefined();
    expect(await card('li-min')).toMatchObject({
      version: 0,
      name: { zh: '复印机报修' },
      startable: false,
      steps: 1,
      draft: { savedBy: { id: 'li-min' }, savedAt: '2026-11-24T01:00:00.000Z', holder: null },
    });
    expect(refusal(await office.startForm(owner, flow)).code).toBe('notFound');
    const tab = on(flow);
    await tab.draws(
      (await tab.page()).xml.replace(
        'name="办理">',
        '$&<bpmn:extensionElements><gc:assignment kind="initiator" /></bpmn:extensionElements>',
      ),
    );
    expect((await card('li-min'))?.draft?.holder).toMatchObject({ id: 'li-min' });
    expect(yes(await tab.publishes({ effectiveFrom: '2026-11-24T02:00:00Z' })).version).toBe(1);
    expect(await card('wu-fang')).toBeUndefined();
    expect(await card('li-min')).toMatchObject({ version: 1, plannedFrom: '2026-11-24T02:00:00.000Z', startable: false });
    expect(yes(await office.flow(owner, flow)).card).toMatchObject({
      version: 1,
      startable: false,
      plannedFrom: '2026-11-24T02:00:00.000Z',
    });
    expect(refusal(await office.flow(person('wu-fang'), flow)).code).toBe('notFound');
    expect(refusal(await office.startCase(person('wu-fang'), { request: 'early', flow, values: {} })).code).toBe('notFound');
    clock.advance(3_600_000);
    expect(await card('wu-fang')).toMatchObject({ version: 1, startable: true });
    yes(await office.startCase(person('wu-fang'), { request: 'start', flow, values: {} }));
  });

  test('given a published flow that is drawn on, when the shelf is read, then process owners see whose draft it is, and all its flows say so', async () => {
    const { office, on } = await studio();
    const tab = on('outgoing-document');
    await tab.draws((await tab.page()).xml.replace('<bpmn:documentation>', '<bpmn:documentation>一'));
    const drawn = yes(await office.flows(person('zhang-wei'))).filter((one) => one.draft);
    expect(drawn.map((one) => one.key).sort()).toEqual(['incoming-document', 'outgoing-document']);
    expect(yes(await office.flows(person('wu-fang'))).some((one) => one.draft)).toBe(false);
    expect(yes(await office.flow(owner, 'incoming-document')).card.draft).toMatchObject({ savedBy: { id: 'li-min' } });
    expect(yes(await office.flow(person('wu-fang'), 'incoming-document')).card.draft).toBeUndefined();
  });

  test('given a draft that was never published, when it is discarded, then the flow is gone, and its key is free again', async () => {
    const { office, on } = await studio();
    yes(await office.newFlow(owner, { request: newRequest(), name: '办理', xml: small('a') }));
    yes(await on('a').discard());
    expect(refusal(await on('a').read()).code).toBe('notFound');
    expect(yes(await office.flows(owner)).some((one) => one.key === 'a')).toBe(false);
    yes(await office.newFlow(owner, { request: newRequest(), name: '办理', xml: small('a', ['二']) }));
    expect((await on('a').page()).xml).toBe(small('a', ['二']));
  });

  test('given an unpublished draft that another file replaces, when it is opened by its old address, then it is found', async () => {
    const { office, on } = await studio();
    yes(await office.newFlow(owner, { request: newRequest(), name: '办理', xml: small('a') }));
    await on('a').draws(small('z'));
    expect((await on('a').page()).processes).toEqual([{ key: 'z', name: { zh: '流程z' } }]);
    const { revision } = await on('a').page();
    const ask = { request: 'once', revision, latest: 0 };
    yes(await on('a').publish(ask));
    expect(yes(await on('a').publish(ask)).version).toBe(1);
    expect(await on('z').page()).toMatchObject({ latest: 1, draft: null, holder: null });
  });

  test('given a file whose process was given another key, when a flow is begun with the key of before, then it is told where, and the draft there stays', async () => {
    const { office, on } = await studio();
    yes(await office.newFlow(owner, { request: newRequest(), name: '办理', xml: small('a') }));
    yes(await on('a').publishes());
    await on('a').draws(small('b'));
    yes(await on('a').publishes());
    await on('b').draws(small('b', ['很多', '工作']));
    yes(await on('b').release());
    const again = await office.newFlow(person('zhang-wei'), { request: newRequest(), name: '办理', xml: small('a', ['别的']) });
    expect(refusal(again)).toEqual({ code: 'invalidDiagram', culprit: 'a' });
    expect((await on('b').page()).xml).toBe(small('b', ['很多', '工作']));
  });

  test('given a reserved name as a process’s key, when a flow is begun with it, then it is refused, and is on no shelf', async () => {
    const { office } = await studio();
    for (const key of ['__proto__', 'constructor', 'prototype'])
      expect(refusal(await office.newFlow(owner, { request: newRequest(), name: '办理', xml: small(key) })).culprit).toBe(key);
    expect(yes(await office.flows(owner)).filter((card) => card.draft)).toEqual([]);
    yes(await office.newFlow(owner, { request: newRequest(), name: '办理', xml: small('toString') }));
  });
});
