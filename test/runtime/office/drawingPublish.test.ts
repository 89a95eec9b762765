import { describe, expect, test } from '@jest/globals';
import { kernelExecutor } from '../../../packages/runtime/src/executor/kernel/kernelExecutor.ts';
import { createOffice } from '../../../packages/runtime/src/office/create.ts';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import { examineHere } from '../../../packages/runtime/src/office/examine.ts';
import type { Answer } from '../../../packages/runtime/src/office/office.ts';
import { person, refusal, yes } from './harness.ts';
import { marked, newRequest, SEAL, small, studio, tabOf, together } from './studio.ts';

const problems = (answer: Answer<unknown>): readonly string[] => (answer.ok ? [] : (answer.fields ?? []).map((one) => one.field));
/** A flow that waits for ever at a gateway and has a step of nobody: two errors, in two places. */
const unfinished = small('seal-use', ['办理', '复核'])
  .replace('<gc:assignment kind="initiator" />', '')
  .replace(
    '</bpmn:process>',
    '<bpmn:exclusiveGateway id="stuck" /><bpmn:sequenceFlow id="to_stuck" sourceRef="seal-use_step2" targetRef="stuck" /></bpmn:process>',
  );

describe('publishing a draft', () => {
  test('given a draft, when it is published, then its text is the next version, the draft is closed, and its last moment kept', async () => {
    const { li, office } = await studio();
    yes(await li.hold());
    const revision = await li.draws(marked('一'));
    expect(yes(await li.publish({ revision, latest: 1 }))).toEqual({ version: 2, effectiveFrom: '2026-11-24T01:00:00.000Z' });
    expect(await li.page()).toMatchObject({ xml: marked('一'), latest: 2, draft: null, holder: null });
    const [point] = await li.kept();
    expect(point?.words.zh).toBe('发布前');
    expect(await li.textOf(point?.point ?? '')).toBe(marked('一'));
    expect(yes(await office.flow(person('wu-fang'), 'seal-use'))).toMatchObject({ card: { version: 2 }, xml: marked('一') });
    expect(yes(await office.version(person('wu-fang'), 'seal-use', 1)).xml).toBe(SEAL);
  });

  test('given a publication whose answer got lost, when the same request comes again, then the same answer; its id for another is refused', async () => {
    const { li, office } = await studio();
    const revision = await li.draws(marked('一'));
    const ask = { request: 'once', revision, latest: 1 };
    const first = yes(await li.publish(ask));
    expect(yes(await li.publish(ask))).toEqual(first);
    expect(refusal(await li.publish({ ...ask, note: '另一份' })).code).toBe('requestReused');
    expect(yes(await office.versions(person('li-min'), 'seal-use')).length).toBe(2);
  });

  test('given a draft that went on, when what was seen before is published, then it is refused with who and when, and nothing is published', async () => {
    const { li, office, clock } = await studio();
    const seen = await li.draws(marked('一'));
    clock.advance(5000);
    await li.draws(marked('二'));
    const refused = await li.publish({ revision: seen, latest: 1 });
    expect(refusal(refused)).toEqual({ code: 'changedMeanwhile', culprit: 'seal-use' });
    expect(refused.ok ? {} : refused.by).toEqual({ name: '李敏', at: '2026-11-24T01:00:05.000Z' });
    expect(yes(await office.flow(person('wu-fang'), 'seal-use')).card.version).toBe(1);
  });

  test('given somebody who published meanwhile, when a draft upon the version before is published, then it is refused with who and when', async () => {
    const { li, office, clock } = await studio();
    const revision = await li.draws(marked('一'));
    clock.advance(60_000);
    yes(await office.publish(person('zhang-wei'), { file: '06-seal-use', xml: marked('张'), note: '' }));
    const refused = await li.publish({ revision, latest: 1 });
    expect(refused).toMatchObject({ ok: false, code: 'changedMeanwhile', by: { name: '张伟', at: '2026-11-24T01:01:00.000Z' } });
    expect(refused.ok ? '' : refused.expected.zh).toContain('第 2 版');
    expect(await li.page()).toMatchObject({ xml: marked('一'), latest: 2, draft: { base: 1 } });
    expect(yes(await li.publish({ revision, latest: 2 })).version).toBe(3);
  });

  test('given two tabs that publish the same draft at once, when both ask, then there is one more version', async () => {
    const { li, office } = await studio();
    const revision = await li.draws(marked('一'));
    const answers = await Promise.all(Array.from({ length: 20 }, () => li.publish({ revision, latest: 1 })));
    expect(answers.filter((answer) => answer.ok).length).toBe(1);
    for (const answer of answers) if (!answer.ok) expect(answer).toMatchObject({ code: 'changedMeanwhile', by: { name: '李敏' } });
    expect(yes(await office.versions(person('li-min'), 'seal-use')).length).toBe(2);
  });

  test('given a draft with several faults, when it is published, then all of them are told, each with its place, and the draft stays', async () => {
    const { li, office } = await studio();
    await li.draws(unfinished);
    const refused = await li.publishes();
    expect(refusal(refused).code).toBe('invalidDiagram');
    expect(problems(refused)).toEqual(expect.arrayContaining(['seal-use_step1', 'stuck']));
    expect((await li.page()).xml).toBe(unfinished);
    expect(yes(await office.flow(person('wu-fang'), 'seal-use')).card.version).toBe(1);
  });

  test('given a construct that the executor cannot run, when it is published, then it is told by name', async () => {
    const unable = {
      ...kernelExecutor,
      unsupported: () => [{ element: 'seal-use_step1' as never, construct: '人工步骤', reason: { zh: '不办', en: 'not done' } }],
    };
    const { store, clock } = await studio();
    const li = tabOf(createOffice({ store, executor: unable, clock }), 'li-min', { hold: 'first-tab' });
    await li.draws(small('seal-use'));
    const refused = await li.publishes();
    expect(refusal(refused)).toEqual({ code: 'unsupported', culprit: 'seal-use_step1' });
    expect(problems(refused)).toEqual(['seal-use_step1']);
    expect(refused).toMatchObject({ expected: { zh: '不能运行：不办', en: 'Not run: not done' } });
  });

  test('given a diagram that no longer holds its flow, or holds another’s, when it is published, then both are told', async () => {
    const { li, on } = await studio();
    await li.draws(small('outgoing-document'));
    expect(refusal(await li.publishes())).toEqual({ code: 'invalidDiagram', culprit: 'outgoing-document' });
    expect(problems(await li.publishes())).toContain('seal-use');
    await on('incoming-document').draws(small('odd.key'));
    expect(problems(await on('incoming-document').publishes())).toContain('odd.key');
  });

  test('given no note, one that is too long, or a moment that is past or too far, when it is published, then each is refused by its name', async () => {
    const { li } = await studio();
    await li.draws(marked('一'));
    const wrong = async (more: object): Promise<string> => refusal(await li.publishes(more)).culprit;
    expect(await wrong({ note: '  ' })).toBe('note');
    expect(await wrong({ note: '长'.repeat(501) })).toBe('note');
    expect(await wrong({ effectiveFrom: '2026-11-24T00:59:59.000Z' })).toBe('effectiveFrom');
    expect(await wrong({ effectiveFrom: '2026-11-24T01:00:00.000Z' })).toBe('effectiveFrom');
    expect(await wrong({ effectiveFrom: '2027-11-26T01:00:00.000Z' })).toBe('effectiveFrom');
    yes(await li.publishes({ note: '长'.repeat(500), effectiveFrom: '2026-11-24T09:00:01+08:00' }));
  });

  test('given a draft that is the version again, or none at all, when it is published, then nothing is', async () => {
    const { li } = await studio();
    expect(refusal(await li.publish({ revision: 0, latest: 1 })).code).toBe('changedMeanwhile');
    await li.draws(marked('一'));
    await li.draws(SEAL);
    expect(refusal(await li.publishes()).code).toBe('alreadyDone');
  });

  test('given markup in names and in the note, when it is published, then it is the same text everywhere', async () => {
    const { li, office } = await studio();
    const markup = '<img src=x onerror="alert(1)">';
    const xml = SEAL.replace('name="印章使用" isExecutable', 'name="&lt;img src=x onerror=&quot;alert(1)&quot;&gt;" isExecutable');
    await li.draws(xml);
    expect((await li.page()).processes[0]?.name.zh).toBe(markup);
    yes(await li.publishes({ note: markup }));
    expect(yes(await office.flow(person('wu-fang'), 'seal-use')).card.name.zh).toBe(markup);
    expect(yes(await office.versions(person('wu-fang'), 'seal-use'))[0]?.note).toBe(markup);
  });

  test('given a case on a process that its file has left out, when another file publishes a process of that key, then it is refused, and the case keeps its diagram', async () => {
    const { office, on } = await studio();
    const clerk = person('peng-fei');
    yes(await office.newFlow(person('li-min'), { request: newRequest(), name: '办理', xml: small('a') }));
    yes(await on('a').publishes());
    const started = yes(await office.startCase(clerk, { request: newRequest(), flow: 'a', values: {} }));
    await on('a').draws(small('b'));
    yes(await on('a').publishes());
    yes(await office.newFlow(person('li-min'), { request: newRequest(), name: '其他', xml: small('z') }));
    await on('z').draws(together(small('z'), small('a', ['冒名'])));
    const refused = await on('z').publishes();
    expect(refusal(refused)).toEqual({ code: 'invalidDiagram', culprit: 'a' });
    expect(problems(refused)).toEqual(['a']);
    const shipped = await office.publish('system', { file: 'y', xml: small('a', ['冒名']), note: '' });
    expect(refusal(shipped)).toEqual({ code: 'invalidDiagram', culprit: 'a' });
    expect(yes(await office.diagrams(clerk, id(started.case)))[0]?.xml).toBe(small('a'));
    await on('b').draws(small('a', ['回来']));
    yes(await on('b').publishes());
  });

  test('given two files that publish a process of one key at the same moment, when both ask, then one has it, and the other hears whose it is', async () => {
    const { store, clock } = await studio();
    let checks = 0;
    let open: () => void = () => undefined;
    const both = new Promise<void>((done) => {
      open = done;
    });
    const patient = {
      ...examineHere,
      async check(...asked: Parameters<typeof examineHere.check>) {
        checks += 1;
        if (checks === 2) open();
        await both;
        return examineHere.check(...asked);
      },
    };
    const office = createOffice({ store, executor: kernelExecutor, clock, examiner: patient });
    const on = (flow: string) => tabOf(office, 'li-min', { hold: 'first-tab', flow });
    for (const key of ['x', 'y']) {
      yes(await office.newFlow(person('li-min'), { request: newRequest(), name: key, xml: small(key) }));
      await on(key).draws(together(small(key), small('k')));
    }
    const answers = await Promise.all([on('x').publishes(), on('y').publishes()]);
    expect(answers.filter((answer) => answer.ok).length).toBe(1);
    const refused = answers.find((answer) => !answer.ok);
    expect(refused && refusal(refused)).toEqual({ code: 'invalidDiagram', culprit: 'k' });
    expect((await office.published()).filter((one) => one.definition.startsWith('k@')).length).toBe(1);
  });
});
