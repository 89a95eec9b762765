import { describe, expect, test } from '@jest/globals';
import { step } from '../../../packages/runtime/src/kernel/step.ts';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import type { Data } from '../../../packages/runtime/src/words/json.ts';
import { drawn } from './drawn.ts';
import { AT, plansOf, processesIn, type Story, storyIn } from './harness.ts';

const told = (words: string): string => `<extensionElements>${words}</extensionElements>`;
const io = (inputs: readonly string[], outputs: readonly string[]): string =>
  `<ioSpecification>${inputs.map((name) => `<dataInput id="in_${name}" name="${name}"/>`).join('')}${outputs.map((name) => `<dataOutput id="out_${name}" name="${name}"/>`).join('')}<inputSet/><outputSet/></ioSpecification>`;
const into = (target: string, source: string, inner = ''): string =>
  `<dataInputAssociation id="di_${target}"><sourceRef>${source}</sourceRef><targetRef>in_${target}</targetRef>${inner}</dataInputAssociation>`;
const outOf = (source: string, target: string, inner = ''): string =>
  `<dataOutputAssociation id="do_${source}"><sourceRef>out_${source}</sourceRef><targetRef>${target}</targetRef>${inner}</dataOutputAssociation>`;
const object = (name: string): string =>
  `<dataObject id="o_${name}" name="${name}"/><dataObjectReference id="r_${name}" dataObjectRef="o_${name}"/>`;

/** The data of the sub-process that is open. */
const inside = (story: Story): Data => {
  const scope = story.now.scopes.find(({ keeps }) => keeps !== undefined);
  return (scope && story.data[scope.id]) ?? {};
};

const SUB = (inner: string, flows: string, type = 'subProcess', more = ''): string =>
  `<${type} id="sub"${more}>${inner}<flows>${flows}</flows></${type}>`;
const around = (sub: string, more = ''): Promise<Story> =>
  storyIn(drawn(`${more}<startEvent id="s"/>${sub}<userTask id="after"/>`, 's > sub\nsub > after'));

describe('data of a sub-process', () => {
  const OWN = SUB(`<property id="note" name="note"/>${object('draft')}<userTask id="a"/><userTask id="b"/>`, 'a > b');

  test('live with it: what is written inside hides what is outside, and is gone when it ends', async () => {
    const story = (await around(OWN)).start({ note: 'outside', amount: 1 });
    expect(inside(story)).toEqual({ note: null, draft: null });
    story.complete('a', { note: 'inside', draft: 'text', amount: 2 });
    expect(inside(story)).toEqual({ note: 'inside', draft: 'text' });
    story.complete('b');
    expect(story.open).toEqual(['task after']);
    expect(story.data).toEqual({ [story.root]: { note: 'outside', amount: 2 } });
  });

  test('conditions inside read them, conditions outside do not', async () => {
    const choosing = SUB(
      `<property id="note" name="note"/><userTask id="a"/><exclusiveGateway id="g" default="g-no"/><userTask id="yes"/><userTask id="no"/>`,
      'a > g; g > yes : note = "inside"; g > no',
    );
    const story = (await around(choosing)).start({ note: 'outside' });
    expect(story.complete('a', { note: 'inside' }).open).toEqual(['task yes']);
    const other = (await around(choosing)).start({ note: 'inside' });
    expect(other.complete('a').open).toEqual(['task no']);
  });

  test('without data of its own it keeps none, as before', async () => {
    const story = (await around(SUB('<userTask id="a"/>', ''))).start({ note: 1 });
    expect(story.now.scopes.every(({ keeps }) => keeps === undefined)).toBe(true);
    expect(story.effects.filter(({ kind }) => kind === 'scopeOpened')).toHaveLength(1);
  });

  test.each(['transaction', 'adHocSubProcess'])('a %s likewise', async (type) => {
    const story = (await around(SUB('<property id="note" name="note"/><userTask id="a"/>', '', type))).start({ note: 'outside' });
    if (type === 'adHocSubProcess') {
      const scope = story.now.scopes.find(({ kind }) => kind === 'adHoc')?.id ?? id<'s'>('none');
      story.act({ kind: 'startAdHoc', scope, element: id('a') });
    }
    expect(inside(story)).toEqual({ note: null });
    expect(story.complete('a', { note: 'inside' }).data[story.root]).toEqual({ note: 'outside' });
  });

  test('an event sub-process keeps its own beside those around it', async () => {
    const xml = drawn(
      `<startEvent id="s"/><userTask id="a"/><subProcess id="aside" triggeredByEvent="true"><property id="note" name="note"/>
         <startEvent id="ring" isInterrupting="false"><conditionalEventDefinition><condition>amount &gt; 3</condition></conditionalEventDefinition></startEvent><userTask id="look"/><flows>ring > look</flows></subProcess>`,
      's > a',
    );
    const story = (await storyIn(xml)).start({ note: 'outside', amount: 1 });
    story.act({ kind: 'change', changes: [{ scope: story.root, path: ['amount'], to: 5 }] });
    expect(story.tasks).toEqual(['a', 'look']);
    expect(story.complete('look', { note: 'aside' }).data).toEqual({ [story.root]: { note: 'outside', amount: 5 } });
  });

  test('what starts an event sub-process may bring a value of its own', async () => {
    const xml = drawn(
      `<startEvent id="s"/><userTask id="a"/><subProcess id="aside" triggeredByEvent="true"><property id="note" name="note"/>
         <startEvent id="told">${told('<gc:payload from="text" to="note"/>')}<messageEventDefinition messageRef="letter"/></startEvent><userTask id="look"/><flows>told > look</flows></subProcess>`,
      's > a',
    ).replace('<process', '<message id="letter" name="letter"/><process');
    const story = (await storyIn(xml)).start({ note: 'outside' }).message('told', { text: 'brought' });
    expect(inside(story)).toEqual({ note: 'brought' });
    expect(story.values).toEqual({ note: 'outside' });
  });

  test('each instance of a multi-instance has its own, and what it collects stays with the item', async () => {
    const form = told('<gc:form><gc:field key="opinion" name="意见" type="text" perItem="true"/></gc:form>');
    const many = `${told('<gc:out from="note" to="opinion"/>')}<multiInstanceLoopCharacteristics>${told('<gc:items over="people" as="who"/><gc:collect field="opinion" into="opinions"/>')}</multiInstanceLoopCharacteristics>`;
    const story = (await around(SUB(`${many}<property id="note" name="note"/><userTask id="a"/>`, ''), form)).start({ people: ['x', 'y'] });
    for (const [visit, note] of story.now.waits.map(({ visit }, index) => [visit, `n${index}`] as const)) {
      const changes = [{ scope: story.root, path: ['note'], to: note }];
      story.act({ kind: 'complete', visit: visit ?? id('none'), changes });
    }
    expect(story.data[story.root]).toEqual({
      people: ['x', 'y'],
      opinions: [
        { by: null, item: 'x', value: 'n0' },
        { by: null, item: 'y', value: 'n1' },
      ],
    });
  });

  test('each round of a loop begins anew', async () => {
    const loop = '<standardLoopCharacteristics><loopCondition>amount &lt; 2</loopCondition></standardLoopCharacteristics>';
    const story = (await around(SUB(`${loop}<property id="note" name="note"/><userTask id="a"/>`, ''))).start({ amount: 1 });
    story.complete('a', { note: 'first' });
    expect(inside(story)).toEqual({ note: null });
    expect(story.complete('a', { amount: 2 }).open).toEqual(['task after']);
  });
});

describe('what goes in and comes out', () => {
  const mapped = SUB(`${told('<gc:in from="amount * 2" to="twice"/><gc:out from="twice + 1" to="result"/>')}<userTask id="a"/>`, '');

  test('of a sub-process: worked out as it begins and as it ends', async () => {
    const story = (await around(mapped)).start({ amount: 4 });
    expect(inside(story)).toEqual({ twice: 8 });
    story.complete('a', { twice: 10 });
    expect(story.data).toEqual({ [story.root]: { amount: 4, result: 11 } });
  });

  test('by the standard’s own associations: as it is, transformed, assigned', async () => {
    const sub = SUB(
      `${io(['a_in', 'b_in'], ['c_out'])}
       ${into('a_in', 'r_doc')}
       ${into('b_in', 'r_doc', '<transformation>string length(doc)</transformation>')}
       ${outOf('c_out', 'r_doc', '<assignment><from>upper case(a_in) + string(b_in)</from><to>doc</to></assignment>')}
       <userTask id="a"/>`,
      '',
    );
    const story = (await around(sub, object('doc'))).start({ doc: 'text' });
    expect(inside(story)).toEqual({ a_in: 'text', b_in: 4, c_out: null });
    expect(story.complete('a').data).toEqual({ [story.root]: { doc: 'TEXT4' } });
  });

  test('what cannot be worked out as it begins is an incident, and goes on by a retry', async () => {
    const long = Array.from({ length: 1001 }, () => 1);
    const story = (await around(SUB(`${told('<gc:in from="count(list)" to="n"/>')}<userTask id="a"/>`, ''))).start({ list: long });
    expect(story.incidents).toEqual(['mappingFailed sub']);
    story.act({ kind: 'change', changes: [{ scope: story.root, path: ['list'], to: [1] }] });
    for (const { id: incident } of story.now.incidents) story.act({ kind: 'retry', incident });
    expect(inside(story)).toEqual({ n: 1 });
  });

  test('nor as it ends: what was done inside stays until it can be', async () => {
    const long = Array.from({ length: 1001 }, () => 1);
    const story = (await around(SUB(`${told('<gc:out from="count(list)" to="n"/>')}<userTask id="a"/>`, ''))).start({ list: long });
    story.complete('a');
    expect(story.incidents).toEqual(['mappingFailed sub']);
    story.act({ kind: 'change', changes: [{ scope: story.root, path: ['list'], to: [1, 2] }] });
    for (const { id: incident } of story.now.incidents) story.act({ kind: 'retry', incident });
    expect(story.open).toEqual(['task after']);
    expect(story.data[story.root]).toEqual({ list: [1, 2], n: 2 });
  });

  test('of a step for people: filled in as it opens, worked out as it is completed, for each instance', async () => {
    const task = `<userTask id="sub">${told('<gc:in from="amount + 1" to="proposal"/><gc:out from="proposal * 2" to="total"/>')}</userTask>`;
    const story = (await around(task)).start({ amount: 4 });
    expect(story.data[story.root]).toEqual({ amount: 4, proposal: 5 });
    expect(story.complete('sub', { proposal: 7 }).data[story.root]).toEqual({ amount: 4, proposal: 7, total: 14 });
  });

  test('a step whose result cannot be worked out need not be done again', async () => {
    const long = Array.from({ length: 1001 }, () => 1);
    const story = (await around(`<userTask id="sub">${told('<gc:out from="count(list)" to="n"/>')}</userTask>`)).start({ list: long });
    story.complete('sub');
    expect(story.incidents).toEqual(['mappingFailed sub']);
    story.act({ kind: 'change', changes: [{ scope: story.root, path: ['list'], to: [1] }] });
    for (const { id: incident } of story.now.incidents) story.act({ kind: 'retry', incident });
    expect(story.open).toEqual(['task after']);
    expect(story.data[story.root]).toEqual({ list: [1], n: 1 });
  });

  test('of a job: what the handler is given', async () => {
    const task = `<serviceTask id="sub">${io(['subject'], [])}${into('subject', 'r_doc')}</serviceTask>`;
    const story = (await around(task, object('doc'))).start({ doc: 'text' });
    expect(story.all.find((effect) => effect.kind === 'jobRequested')).toMatchObject({ input: { subject: 'text' } });
  });

  test('a document that is only drawn beside a step says nothing of values', async () => {
    const task = `<userTask id="sub"><property id="p_1" name="__targetRef_placeholder"/><dataInputAssociation id="d1"><sourceRef>r_doc</sourceRef><targetRef>p_1</targetRef></dataInputAssociation><dataOutputAssociation id="d2"><targetRef>r_doc</targetRef></dataOutputAssociation></userTask>`;
    const story = (await around(task, object('doc'))).start({ doc: 'text' });
    expect(story.complete('sub').data[story.root]).toEqual({ doc: 'text' });
  });
});

test('what was done in a sub-process is undone with the data that it had', async () => {
  const xml = drawn(
    `<startEvent id="s"/><subProcess id="sub"><property id="note" name="note"/><userTask id="a"/><boundaryEvent id="u" attachedToRef="a"><compensateEventDefinition/></boundaryEvent>
     <userTask id="undo" isForCompensation="true"/><association id="as" sourceRef="u" targetRef="undo"/></subProcess>
     <intermediateThrowEvent id="back"><compensateEventDefinition/></intermediateThrowEvent>`,
    's > sub\nsub > back',
  );
  const story = (await storyIn(xml)).start();
  story.complete('a', { note: 'mine' });
  expect(story.tasks).toEqual(['undo']);
  expect(inside(story)).toEqual({ note: 'mine' });
});

test('a case that was begun before a sub-process kept data goes on as it was', async () => {
  const xml = drawn(
    '<startEvent id="s"/><subProcess id="sub"><property id="note" name="note"/><userTask id="a"/></subProcess><userTask id="after"/>',
    's > sub\nsub > after',
  );
  const story = (await storyIn(xml)).start({ note: 1 });
  // As a release wrote it that knew nothing of data of one's own.
  const scopes = story.now.scopes.map((scope) => {
    const { keeps, ...before } = scope;
    return keeps ? before : scope;
  });
  const marking = { ...story.now, scopes };
  const visit = marking.waits[0]?.visit ?? id<'v'>('none');
  const stimulus = { kind: 'complete', visit, changes: [{ scope: story.root, path: ['note'], to: 2 }] } as const;
  const stepped = step({ plans: plansOf(await processesIn(xml)), marking, data: { [story.root]: { note: 1 } }, stimulus, at: AT });
  expect(stepped.ok && stepped.marking.tokens.map(({ element }) => element)).toEqual(['after']);
});
