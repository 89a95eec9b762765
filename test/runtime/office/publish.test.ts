import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import { demoOffice, person, refusal, yes } from './harness.ts';

const shipped = (file: string): string => readFileSync(`processes/${file}.bpmn`, 'utf8');
const plain = (key: string, inside = ''): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gc="urn:guicheng:bpmn:1" id="d" targetNamespace="t">
  <bpmn:process id="${key}" name="流程${key}" isExecutable="true">
    <bpmn:extensionElements><gc:starter kind="initiator" /></bpmn:extensionElements>
    <bpmn:startEvent id="${key}_start"><bpmn:outgoing>${key}_1</bpmn:outgoing></bpmn:startEvent>
    ${inside || `<bpmn:userTask id="${key}_work" name="办理"><bpmn:extensionElements><gc:assignment kind="initiator" /></bpmn:extensionElements><bpmn:incoming>${key}_1</bpmn:incoming><bpmn:outgoing>${key}_2</bpmn:outgoing></bpmn:userTask>`}
    <bpmn:endEvent id="${key}_end"><bpmn:incoming>${key}_2</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="${key}_1" sourceRef="${key}_start" targetRef="${key}_work" />
    <bpmn:sequenceFlow id="${key}_2" sourceRef="${key}_work" targetRef="${key}_end" />
  </bpmn:process>
</bpmn:definitions>`;
const calling = (key: string, called: string): string =>
  plain(
    key,
    `<bpmn:callActivity id="${key}_work" name="转办" calledElement="${called}"><bpmn:incoming>${key}_1</bpmn:incoming><bpmn:outgoing>${key}_2</bpmn:outgoing></bpmn:callActivity>`,
  );
/** Two processes in one file. */
const both = (first: string, second: string): string =>
  plain(first).replace(
    '</bpmn:definitions>',
    `${/<bpmn:process[\s\S]*<\/bpmn:process>/.exec(plain(second))?.[0] ?? ''}</bpmn:definitions>`,
  );

describe('publishing', () => {
  const owner = person('li-min');

  test('given a diagram that calls a flow which nobody has published, when it is published, then the call is named', async () => {
    const { office } = await demoOffice();
    const answer = await office.publish(owner, { file: 'a', xml: calling('a', 'moon'), note: '' });
    expect(refusal(answer)).toEqual({ code: 'invalidDiagram', culprit: 'a_work' });
    expect((await office.published()).map((one) => one.file)).not.toContain('a');
    yes(await office.publish(owner, { file: 'a', xml: calling('a', 'seal-use'), note: '' }));
  });

  test('given two diagrams that call each other, when they are published as one batch, then either may come first', async () => {
    const { office } = await demoOffice();
    yes(await office.publish(owner, { file: 'a', xml: calling('a', 'b'), note: '', beside: ['b'] }));
    yes(await office.publish(owner, { file: 'b', xml: calling('b', 'a'), note: '' }));
  });

  test('given the shipped diagrams, when they are seeded in any order, then all are published', async () => {
    const names = ['06-seal-use', '04-electronic-documents'];
    const { office } = await demoOffice({ diagrams: names.map((file) => ({ file, xml: shipped(file) })) });
    expect((await office.published()).map((one) => one.definition).sort()).toEqual([
      'incoming-document@1',
      'outgoing-document@1',
      'seal-use@1',
    ]);
  });

  test('given a process that another file holds, when it is published again under a new file, then it is refused with the file', async () => {
    const { office } = await demoOffice();
    const answer = await office.publish(owner, { file: 'copy', xml: shipped('06-seal-use'), note: '' });
    expect(answer).toMatchObject({ ok: false, code: 'invalidDiagram', culprit: 'seal-use' });
    expect(answer.ok ? '' : answer.expected.zh).toContain('06-seal-use');
  });

  test('given a process that others call, when its file is published without it, then it is refused with the caller', async () => {
    const { office } = await demoOffice();
    const answer = await office.publish(owner, { file: '06-seal-use', xml: plain('other'), note: '' });
    expect(answer).toMatchObject({ ok: false, code: 'invalidDiagram', culprit: 'seal-use' });
    expect(answer.ok ? '' : answer.expected.zh).toContain('用印');
  });

  test('given a running case, when its process leaves the file, then the case goes on to its end on the version that it began with', async () => {
    const { office, complete, todo } = await demoOffice();
    yes(await office.publish(owner, { file: 'two', xml: both('a', 'b'), note: '' }));
    const started = yes(await office.startCase(person('peng-fei'), { request: 'start', flow: 'b', values: {} }));
    yes(await office.publish(owner, { file: 'two', xml: plain('a'), note: '' }));
    expect(refusal(await office.startForm(person('peng-fei'), 'b')).code).toBe('notFound');
    const [card] = await todo('peng-fei');
    expect(card).toMatchObject({ case: started.case, element: 'b_work' });
    expect(yes(await complete('peng-fei', card?.id ?? ''))).toMatchObject({ ended: true });
    expect(yes(await office.case(person('peng-fei'), id(started.case))).card.status).toBe('completed');
  });

  test('given a call that waits in an older version, when a newer one is published, then what opens in the older one is still somebody’s', async () => {
    const waiting = plain(
      'b',
      `<bpmn:intermediateCatchEvent id="b_wait"><bpmn:incoming>b_1</bpmn:incoming><bpmn:outgoing>b_3</bpmn:outgoing><bpmn:timerEventDefinition id="b_timer"><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
       <bpmn:userTask id="b_work" name="办理"><bpmn:extensionElements><gc:assignment kind="initiator" /></bpmn:extensionElements><bpmn:incoming>b_3</bpmn:incoming><bpmn:outgoing>b_2</bpmn:outgoing></bpmn:userTask>
       <bpmn:sequenceFlow id="b_3" sourceRef="b_wait" targetRef="b_work" />`,
    ).replace('sourceRef="b_start" targetRef="b_work"', 'sourceRef="b_start" targetRef="b_wait"');
    const { office, clock, does } = await demoOffice();
    yes(await office.publish(owner, { file: 'b', xml: waiting, note: '' }));
    yes(await office.publish(owner, { file: 'a', xml: calling('a', 'b'), note: '' }));
    yes(await office.startCase(person('peng-fei'), { request: 'start', flow: 'a', values: {} }));
    yes(await office.publish(owner, { file: 'b', xml: plain('b'), note: '' }));
    clock.advance(2 * 3_600_000);
    expect(await office.sweep('test')).toBe(1);
    expect((await does('peng-fei', 'b_work')).ended).toBe(true);
  });

  test('given a version that does not exist yet, when it was asked for before, then it is found once it is published', async () => {
    const { office } = await demoOffice();
    expect(refusal(await office.flow(owner, 'seal-use', 2)).code).toBe('notFound');
    yes(await office.publish(owner, { file: '06-seal-use', xml: `${shipped('06-seal-use')}<!-- 2 -->`, note: '' }));
    expect(yes(await office.flow(owner, 'seal-use', 2)).card.version).toBe(2);
  });

  test('given a shipped version and one of a process owner, when the flow is read, then each says in both languages who published it', async () => {
    const { office } = await demoOffice();
    yes(await office.publish(owner, { file: '06-seal-use', xml: `${shipped('06-seal-use')}<!-- 2 -->`, note: '' }));
    const by = yes(await office.flow(person('wu-fang'), 'seal-use')).versions.map((one) => [one.version, one.publishedBy]);
    expect(new Map(by as [number, unknown][])).toEqual(
      new Map<number, unknown>([
        [1, { zh: '规程', en: 'Guicheng' }],
        [2, expect.objectContaining({ zh: '李敏', en: 'Li Min' })],
      ]),
    );
  });

  test('given the very same text, when it is published again, then nothing changes; others than process owners do not find it', async () => {
    const { office } = await demoOffice();
    const again = { file: '06-seal-use', xml: shipped('06-seal-use'), note: '' };
    expect(yes(await office.publish(owner, again))).toEqual({ definitions: ['seal-use@1'], unchanged: true });
    expect(refusal(await office.publish(person('wu-fang'), again)).code).toBe('notFound');
  });
});
