import { describe, expect, test } from '@jest/globals';
import {
  arrowOf,
  arrowsFrom,
  putCondition,
  putOrder,
  putOtherwise,
} from '../../../../../packages/modeler/src/studio/panel/condition/arrows.ts';
import { branchByDecision, branchingOf, goesByDecision } from '../../../../../packages/modeler/src/studio/panel/condition/branch.ts';
import { sayCondition } from '../../../../../packages/modeler/src/studio/condition/say.ts';
import { subjectsOf } from '../../../../../packages/modeler/src/studio/panel/condition/subjects.ts';
import { wayAround } from '../../../../../packages/modeler/src/studio/panel/condition/wayAround.ts';
import { whenWords } from '../../../../../packages/modeler/src/studio/panel/condition/whenWords.ts';
import {
  changeDecision,
  freshDecision,
  freshOption,
  putDecision,
} from '../../../../../packages/modeler/src/studio/panel/form/decisionCommands.ts';
import { processOf } from '../../../../../packages/modeler/src/studio/file/process.ts';
import type { ModdleElement } from '../../../../../packages/modeler/src/studio/file/moddle.ts';
import { checkDiagram } from '../../../../../packages/runtime/src/diagram/check.ts';
import { documents, openDesk, type Desk } from '../desk.ts';

/** A step that leads to a branch with two ways, neither of which says when. */
const branching = (): Promise<Desk> =>
  openDesk(`<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gc="urn:guicheng:bpmn:1" targetNamespace="urn:x">
  <bpmn:process id="p" isExecutable="true">
    <bpmn:extensionElements><gc:form>
      <gc:field key="amount" name="金额" type="money"><gc:name lang="en">Amount</gc:name></gc:field>
      <gc:field key="copies" name="份数" type="number" /></gc:form></bpmn:extensionElements>
    <bpmn:startEvent id="start" />
    <bpmn:sequenceFlow id="in" sourceRef="start" targetRef="review" />
    <bpmn:userTask id="review" name="复核"><bpmn:extensionElements><gc:name lang="en">Review</gc:name></bpmn:extensionElements></bpmn:userTask>
    <bpmn:sequenceFlow id="on" sourceRef="review" targetRef="branch" />
    <bpmn:exclusiveGateway id="branch" />
    <bpmn:sequenceFlow id="forward" sourceRef="branch" targetRef="end" />
    <bpmn:sequenceFlow id="back" sourceRef="branch" targetRef="again" />
    <bpmn:userTask id="again" name="重办" />
    <bpmn:endEvent id="end" name="办结" />
  </bpmn:process></bpmn:definitions>`);

const processAt = (desk: Desk, id: string): ModdleElement => {
  const process = processOf(desk.drawn(id));
  if (!process) throw new Error(`${id} is in no process`);
  return process;
};

const sayingAt = (desk: Desk, id: string) => ({ subjects: subjectsOf(processAt(desk, id), desk.drawn(id).businessObject) });

const PASS = { zh: '通过', en: 'Passed', value: 'pass', manner: 'forward' } as const;
const FAIL = { zh: '不通过', en: 'Not passed', value: 'fail', manner: 'refuse' } as const;

const decide = (desk: Desk): void =>
  putDecision(desk, desk.drawn('review'), freshDecision(processAt(desk, 'review'), { zh: '复核结果', en: 'Result' }, [PASS, FAIL]));

const flowsOf = async (desk: Desk) =>
  ((await desk.model()).processes[0]?.flows ?? [])
    .filter(({ from }) => from === 'branch')
    .map(({ id, name, condition }) => [id, name.zh, name.en, condition]);

describe('A decision', () => {
  test('is asked of whoever does the step; its values are made by themselves and stay when it is renamed', async () => {
    const desk = await branching();
    decide(desk);
    changeDecision(desk, desk.drawn('review'), (decision) => ({
      ...decision,
      options: decision.options?.map((option) => (option.value === 'pass' ? { ...option, name: '同意' } : option)),
    }));
    const step = (await desk.model()).processes[0]?.elements.find(({ id }) => id === 'review');
    expect(step?.office.decision).toEqual({
      key: 'decision_3',
      name: { zh: '复核结果', en: 'Result' },
      options: [
        { value: 'pass', name: { zh: '同意', en: 'Passed' }, manner: 'forward' },
        { value: 'fail', name: { zh: '不通过', en: 'Not passed' }, manner: 'refuse' },
      ],
    });
    desk.undo();
    desk.undo();
    expect((await desk.model()).processes[0]?.elements.find(({ id }) => id === 'review')?.office.decision).toBeUndefined();
  });

  test('gives each new button a value that no other has', () => {
    const first = freshOption([], 'zh', '甲');
    const second = freshOption([first], 'en', 'Option 1');
    expect([first, second]).toEqual([
      { value: 'option_1', name: '甲' },
      { value: 'option1', name: 'Option 1', names: [{ lang: 'en', text: 'Option 1' }] },
    ]);
    expect(freshOption([first, second], 'zh', '乙').value).toBe('option_3');
  });

  test('parts the ways behind it with one click, with names and conditions, and nothing is wrong with the branch then', async () => {
    const desk = await branching();
    decide(desk);
    expect(goesByDecision(desk, desk.drawn('review').businessObject)).toBe(false);
    branchByDecision(desk, desk.drawn('review'));
    expect(await flowsOf(desk)).toEqual([
      ['forward', '通过', 'Passed', 'decision_3 = "pass"'],
      ['back', '不通过', 'Not passed', 'decision_3 = "fail"'],
    ]);
    expect(goesByDecision(desk, desk.drawn('review').businessObject)).toBe(true);
    expect(
      checkDiagram(await desk.model(), {}).filter(({ element }) => element === 'branch' || element === 'forward' || element === 'back'),
    ).toEqual([]);
    const steps = desk.steps();
    branchByDecision(desk, desk.drawn('review'));
    expect(desk.steps()).toBe(steps);
  });

  test('follows arrows that are named as its buttons, not their order', async () => {
    const desk = await branching();
    decide(desk);
    desk
      .get<{ updateProperties(element: unknown, properties: object): void }>('modeling')
      .updateProperties(desk.drawn('back'), { name: '通过' });
    branchByDecision(desk, desk.drawn('review'));
    expect((await flowsOf(desk)).map(([id, , , condition]) => [id, condition])).toEqual([
      ['forward', 'decision_3 = "fail"'],
      ['back', 'decision_3 = "pass"'],
    ]);
  });

  test('says which button has no way yet', async () => {
    const desk = await branching();
    decide(desk);
    changeDecision(desk, desk.drawn('review'), (decision) => ({
      ...decision,
      options: [...(decision.options ?? []), freshOption(decision.options ?? [], 'zh', '退回')],
    }));
    expect(branchingOf(desk, desk.drawn('review').businessObject).map(({ option, arrow }) => [option.name, arrow?.drawn.id])).toEqual([
      ['通过', 'forward'],
      ['不通过', 'back'],
      ['退回', undefined],
    ]);
  });

  test('of the shipped flows goes by its branch already, also where it asks for what was not decided', async () => {
    const desk = await documents();
    for (const step of ['in_register', 'in_instruct', 'out_review']) {
      const ways = branchingOf(desk, desk.drawn(step).businessObject);
      expect(ways.map(({ arrow }) => arrow !== null)).toEqual(ways.map(() => true));
      expect(goesByDecision(desk, desk.drawn(step).businessObject)).toBe(true);
    }
    expect(branchingOf(desk, desk.drawn('in_register').businessObject).map(({ option, arrow }) => [option.value, arrow?.to?.id])).toEqual([
      ['none', 'in_propose'],
      ['classified', 'in_to_confidential'],
    ]);
  });
});

describe('The condition of an arrow', () => {
  test('names the arrow where it has no name, and again when it changes', async () => {
    const desk = await branching();
    const saying = sayingAt(desk, 'branch');
    putCondition(desk, desk.drawn('forward'), { feel: 'amount != null and amount > 500000', saying });
    expect((await flowsOf(desk))[0]).toEqual([
      'forward',
      '金额 大于 ¥5,000.00',
      'Amount is more than ¥5,000.00',
      'amount != null and amount > 500000',
    ]);
    putCondition(desk, desk.drawn('forward'), { feel: 'copies = null', saying });
    expect((await flowsOf(desk))[0]).toEqual(['forward', '份数 未填', '份数 is empty', 'copies = null']);
    expect(desk.steps()).toBe(2);
    desk.undo();
    desk.undo();
    expect((await flowsOf(desk))[0]).toEqual(['forward', '', undefined, undefined]);
  });

  test('leaves a name that somebody gave', async () => {
    const desk = await documents();
    putCondition(desk, desk.drawn('in_kind_to_arrange'), { feel: 'docKind = "handle"', saying: sayingAt(desk, 'in_kind') });
    const flow = (await desk.model()).processes[0]?.flows.find(({ id }) => id === 'in_kind_to_arrange');
    expect([flow?.name.zh, flow?.condition]).toEqual(['阅件', 'docKind = "handle"']);
  });

  test('goes when the arrow becomes the one for everything else, and comes back with undo', async () => {
    const desk = await branching();
    const saying = sayingAt(desk, 'branch');
    putCondition(desk, desk.drawn('forward'), { feel: 'copies = null', saying });
    putOtherwise(desk, desk.drawn('branch'), { arrow: desk.drawn('forward'), saying });
    expect((await flowsOf(desk))[0]).toEqual(['forward', '其他情况', 'Otherwise', undefined]);
    expect((await desk.model()).processes[0]?.elements.find(({ id }) => id === 'branch')?.defaultFlow).toBe('forward');
    putOtherwise(desk, desk.drawn('branch'), { arrow: desk.drawn('back'), saying });
    expect((await flowsOf(desk)).map(([, name]) => name)).toEqual(['', '其他情况']);
    putCondition(desk, desk.drawn('back'), { feel: 'copies != null', saying });
    expect((await desk.model()).processes[0]?.elements.find(({ id }) => id === 'branch')?.defaultFlow).toBeUndefined();
    for (const _ of [1, 2]) desk.undo();
    expect(arrowOf(desk.drawn('forward')).otherwise).toBe(true);
    desk.undo();
    expect((await flowsOf(desk))[0]?.[3]).toBe('copies = null');
  });

  test('is tried in the order that was chosen; nothing else of the file moves', async () => {
    const desk = await branching();
    const before = (await desk.model()).processes[0]?.elements.map(({ id }) => id);
    putOrder(desk, desk.drawn('branch'), [desk.drawn('back').businessObject, desk.drawn('forward').businessObject]);
    const model = await desk.model();
    expect(model.processes[0]?.elements.map(({ id }) => id)).toEqual(before);
    expect(model.processes[0]?.elements.find(({ id }) => id === 'branch')?.outgoing).toEqual(['back', 'forward']);
    expect(arrowsFrom(desk, desk.drawn('branch').businessObject).map(({ drawn }) => drawn.id)).toEqual(['back', 'forward']);
    desk.undo();
    expect((await desk.model()).processes[0]?.elements.find(({ id }) => id === 'branch')?.outgoing).toEqual(['forward', 'back']);
  });
});

describe('A condition in words', () => {
  test.each([
    ['secrecy != "none"', '是否涉密 不是 登记并送拟办', 'Classified? is not Register, send for a proposal'],
    ['some r in replies satisfies r.value = true', '至少一人的 需发文答复：是', 'of at least one, Answer by a document needed: yes'],
    ['copies > 3 and title != null', '份数 大于 3，且 文件标题 已填', 'Copies is more than 3, and Title is filled in'],
    ['dueDate != null and date(dueDate) < today()', '办理时限 早于 当天', 'Handle by is before the day itself'],
    ['count(replies) > 1', 'count(replies) > 1', undefined],
  ])('%s', async (feel, zh, en) => {
    const desk = await documents();
    expect(whenWords({ feel, otherwise: false }, sayingAt(desk, 'in_secret'))).toEqual(en === undefined ? { zh } : { zh, en });
  });

  test('of what is not there names it as the file does', () => {
    expect(sayCondition({ join: 'all', parts: [{ of: 'gone', is: 'equal', value: '<b>' }] }, { subjects: [] }).zh).toBe('gone 是 “<b>”');
  });
});

describe('What can be asked about', () => {
  test('begins with the decision nearest before, and has no answer of one of several but what they answered together', async () => {
    const desk = await documents();
    const subjects = sayingAt(desk, 'in_kind').subjects;
    expect(subjects[0]).toMatchObject({ key: 'docKind', type: 'decision' });
    expect(subjects.map(({ key }) => key)).not.toContain('needReply');
    expect(subjects.find(({ key }) => key === 'replies')).toMatchObject({ each: true, type: 'yesNo', name: { zh: '需发文答复' } });
    expect(new Set(subjects.map(({ key }) => key)).size).toBe(subjects.length);
  });
});

describe('A way back', () => {
  const box = (x: number, y: number) => ({ x, y, width: 100, height: 80 });
  const nothing = { shapes: [], arrows: [] };

  test('to a step on the same height runs below what stands between', () => {
    expect(wayAround(box(600, 100), box(200, 100), nothing).waypoints).toEqual([
      { x: 650, y: 180 },
      { x: 650, y: 210 },
      { x: 250, y: 210 },
      { x: 250, y: 180 },
    ]);
  });

  test('runs clear of steps that stand lower, and of another way back', () => {
    const shapes = [box(400, 140), box(900, 500)];
    const before = wayAround(box(600, 100), box(200, 100), { shapes, arrows: [] }).waypoints ?? [];
    expect(before[1]).toEqual({ x: 650, y: 250 });
    const next = wayAround(box(700, 100), box(200, 100), { shapes, arrows: [before] }).waypoints ?? [];
    expect(next[1]).toEqual({ x: 750, y: 262 });
  });

  test('to a step on another height meets none of its ways: it leaves above where a way leaves below', () => {
    const branch = box(600, 210);
    const arrows = [
      [
        { x: 650, y: 290 },
        { x: 650, y: 400 },
      ],
    ];
    expect(wayAround(branch, box(200, 100), { shapes: [], arrows, frame: { x: 0, y: 0, width: 900, height: 600 } }).waypoints).toEqual([
      { x: 650, y: 210 },
      { x: 650, y: 70 },
      { x: 250, y: 70 },
      { x: 250, y: 100 },
    ]);
  });

  test('does not leave through what stands above it', () => {
    const branch = box(600, 210);
    const arrows = [
      [
        { x: 650, y: 290 },
        { x: 650, y: 400 },
      ],
    ];
    const around = { shapes: [branch, box(600, 100)], arrows, frame: { x: 0, y: 0, width: 900, height: 600 } };
    expect(wayAround(branch, box(200, 100), around).waypoints?.[1]).toEqual({ x: 650, y: 320 });
  });

  test('stays within its pool where there is room on one side', () => {
    const frame = { x: 0, y: 0, width: 900, height: 200 };
    expect(wayAround(box(600, 100), box(200, 100), { ...nothing, frame }).waypoints?.[1]).toEqual({ x: 650, y: 70 });
  });

  test('any way on is laid out as always', () => {
    expect(wayAround(box(200, 100), box(600, 100), nothing)).toEqual({});
  });
});
