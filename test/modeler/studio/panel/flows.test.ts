import { describe, expect, test } from '@jest/globals';
import { array, assert, asyncProperty, constantFrom, nat, tuple } from 'fast-check';
import '../../../chance.ts';
import { checkDiagram } from '../../../../packages/runtime/src/diagram/check.ts';
import type { Element } from '../../../../packages/runtime/src/diagram/model.ts';
import { mappingOf, feelOf, isName, sourceOf } from '../../../../packages/modeler/src/studio/panel/call/mapping.ts';
import { putName, putWords, wordsOf } from '../../../../packages/modeler/src/studio/file/extension.ts';
import { fieldsOf, heldBy } from '../../../../packages/modeler/src/studio/file/fields.ts';
import { lanePostOf } from '../../../../packages/modeler/src/studio/file/lanes.ts';
import { processOf } from '../../../../packages/modeler/src/studio/file/process.ts';
import { hasForeign } from '../../../../packages/modeler/src/studio/panel/foreign.ts';
import { putGathered } from '../../../../packages/modeler/src/studio/panel/many/gather.ts';
import { enoughOf, howManyOf, manyOf, putEnough, putHowMany, putList } from '../../../../packages/modeler/src/studio/panel/many/many.ts';
import { messageNameOf, partnersOf, putMessageName } from '../../../../packages/modeler/src/studio/panel/message/message.ts';
import type { ModdleElement, Modeling } from '../../../../packages/modeler/src/studio/file/moddle.ts';
import { plainOf } from '../../../../packages/modeler/src/studio/file/plain.ts';
import { putAbout } from '../../../../packages/modeler/src/studio/panel/process/about.ts';
import { putProcessName } from '../../../../packages/modeler/src/studio/panel/process/processName.ts';
import { sectionsOf } from '../../../../packages/modeler/src/studio/panel/sections.ts';
import { newDeadline } from '../../../../packages/modeler/src/studio/panel/time/deadline.ts';
import { interruptsOf, putTiming, timerOf, timingOf, type Timing } from '../../../../packages/modeler/src/studio/panel/time/timer.ts';
import { documents, small, type Desk } from './desk.ts';

const stepOf = async (desk: Desk, id: string): Promise<Element> => {
  const found = (await desk.model()).processes.flatMap(({ elements }) => elements).find((element) => element.id === id);
  if (!found) throw new Error(id);
  return found;
};

const processAt = (desk: Desk, id: string): ModdleElement => {
  const process = processOf(desk.drawn(id));
  if (!process) throw new Error(id);
  return process;
};

describe('How many do a step', () => {
  test('is, for several persons, each of them, and one again when one is enough: one step each', async () => {
    const desk = await documents();
    const step = desk.drawn('in_arrange');
    const before = await desk.xml();
    putHowMany(desk, step, 'parallel');
    expect((await stepOf(desk, 'in_arrange')).many).toMatchObject({ sequential: false, over: 'readers', as: 'person', behavior: 'all' });
    expect((await stepOf(desk, 'in_arrange')).office.assignment).toEqual({ kind: 'personOfItem' });
    expect(desk.steps()).toBe(1);
    putHowMany(desk, step, 'sequential');
    expect((await stepOf(desk, 'in_arrange')).many?.sequential).toBe(true);
    putHowMany(desk, step, 'one');
    expect([howManyOf(step), (await stepOf(desk, 'in_arrange')).office.assignment]).toEqual(['one', undefined]);
    for (let left = desk.steps(); left > 0; left -= 1) desk.undo();
    expect(await desk.xml()).toBe(before);
  });

  test('over units, looks for the post in each of them', async () => {
    const desk = await documents();
    const step = desk.drawn('in_arrange');
    putWords(desk, step, { word: 'gc:Assignment', to: [{ kind: 'post', post: 'department' }] });
    putHowMany(desk, step, 'parallel');
    putWords(desk, step, { word: 'gc:Assignment', to: [{ kind: 'post', post: 'department' }] });
    putList(desk, step, 'handlingDepts');
    const { many, office } = await stepOf(desk, 'in_arrange');
    expect([many?.over, many?.as, office.assignment]).toEqual([
      'handlingDepts',
      'unit',
      { kind: 'post', post: 'department', unit: { kind: 'ofItem' } },
    ]);
  });

  test.each([
    ['half', 'numberOfCompletedInstances > numberOfInstances / 2'],
    ['any', 'numberOfCompletedInstances >= 1'],
    ['all', undefined],
  ] as const)('%s are enough is written for the runtime, and the rules know what it counts by', async (enough, condition) => {
    const desk = await documents();
    const step = desk.drawn('in_circulate');
    putEnough(desk, step, enough);
    const many = manyOf(step);
    expect([(await stepOf(desk, 'in_circulate')).many?.completion, many && enoughOf(many)]).toEqual([condition, enough]);
    const errors = checkDiagram(await desk.model()).filter(({ element }) => element === 'in_circulate');
    expect(errors).toEqual([]);
  });

  test('gathers what each fills in, and a list that is there keeps its name', async () => {
    const desk = await documents();
    putGathered(desk, desk.drawn('in_handle'), { process: processAt(desk, 'in_handle'), fields: ['result', 'resultFiles'] });
    expect((await stepOf(desk, 'in_handle')).many?.collect).toEqual([
      { field: 'result', into: 'results' },
      { field: 'resultFiles', into: 'resultFilesList' },
    ]);
  });

  test('of a part says nothing of its doer, as nobody does a part itself', async () => {
    const desk = await documents();
    putHowMany(desk, desk.drawn('in_handling'), 'parallel');
    const { many, office } = await stepOf(desk, 'in_handling');
    expect([many?.over, office.assignment]).toEqual(['readers', undefined]);
  });

  test('cannot be several where the form has no list', async () => {
    const desk = await small('');
    putHowMany(desk, desk.drawn('step'), 'parallel');
    expect(desk.steps()).toBe(0);
  });
});

describe('When a timer goes off', () => {
  test.each<readonly [Timing, object]>([
    [
      { form: 'workingDays', amount: 5 },
      { form: 'workingDays', value: '5', feel: false },
    ],
    [
      { form: 'days', amount: 7 },
      { form: 'duration', value: 'P7D', feel: false },
    ],
    [
      { form: 'hours', amount: 2 },
      { form: 'duration', value: 'PT2H', feel: false },
    ],
    [
      { form: 'date', field: 'receivedOn' },
      { form: 'date', value: 'receivedOn', feel: true },
    ],
    [
      { form: 'before', field: 'dueDate', amount: 3, unit: 'wd' },
      { form: 'date', value: 'string(dueDate) + "/-3wd"', feel: true },
    ],
    [{ form: 'firstWorkingDay' }, { form: 'cycle', value: 'firstWorkingDay/*', feel: false }],
  ])('%j is read by the runtime as it was meant, and back as it was chosen', async (timing, spec) => {
    const desk = await documents();
    const event = desk.drawn('in_overdue');
    const before = await desk.xml();
    putTiming(desk, event, timing);
    expect((await stepOf(desk, 'in_overdue')).triggers).toEqual([{ kind: 'timer', timer: spec }]);
    const timer = timerOf(event);
    expect(timer && timingOf(timer)).toEqual(timing);
    expect(desk.steps()).toBe(1);
    desk.undo();
    expect(await desk.xml()).toBe(before);
  });

  test('is left as it is where it was written otherwise', async () => {
    const desk = await documents();
    const timer = timerOf(desk.drawn('in_overdue'));
    desk.get<Modeling>('modeling').updateModdleProperties(desk.drawn('in_overdue'), timer as never, {
      timeDate: desk
        .get<{ create(type: string, of: object): object }>('moddle')
        .create('bpmn:FormalExpression', { body: 'dueDate + duration("P1D")' }),
    });
    expect(timer && timingOf(timer)).toEqual({ form: 'other', words: 'dueDate + duration("P1D")' });
    putTiming(desk, desk.drawn('in_overdue'), { form: 'other', words: 'x' });
    expect(desk.steps()).toBe(1);
  });

  test('either takes the step back or lets it go on', async () => {
    const desk = await documents();
    const event = desk.drawn('in_overdue');
    expect(interruptsOf(event)).toEqual({ property: 'cancelActivity', value: false });
    desk.get<Modeling>('modeling').updateProperties(event, { cancelActivity: true });
    expect((await stepOf(desk, 'in_overdue')).interrupting).toBe(true);
    expect(interruptsOf(desk.drawn('in_register'))).toBeNull();
  });
});

describe('A message', () => {
  test('is renamed while nothing else uses it, and a name that the file has already is shared', async () => {
    const desk = await documents();
    const end = desk.drawn('in_to_confidential');
    putMessageName(desk, end, '涉密件');
    expect((await stepOf(desk, 'in_to_confidential')).triggers).toEqual([{ kind: 'message', name: '涉密件' }]);
    putMessageName(desk, end, '来文');
    expect(messageNameOf(end)).toBe('来文');
    putMessageName(desk, end, '另一个');
    expect([messageNameOf(end), messageNameOf(desk.drawn('in_start')), desk.steps()]).toEqual(['另一个', '来文', 3]);
    expect((await stepOf(desk, 'in_start')).triggers).toEqual([{ kind: 'message', name: '来文' }]);
  });

  test('goes to whom it is drawn to', async () => {
    const desk = await documents();
    expect(partnersOf(desk.drawn('in_to_confidential')).map(({ id }) => id)).toEqual(['pool_classified']);
  });
});

describe('What crosses a border', () => {
  test.each([
    ['title', { kind: 'field', key: 'title' }],
    ['"issued"', { kind: 'words', words: 'issued' }],
    ['"他说：\\"好\\""', { kind: 'words', words: '他说："好"' }],
    ['true', { kind: 'fixed', feel: 'true' }],
    ['today()', { kind: 'fixed', feel: 'today()' }],
    ['"a" + title', { kind: 'calculation', feel: '"a" + title' }],
    ['handlingDepts[1]', { kind: 'calculation', feel: 'handlingDepts[1]' }],
  ] as const)('%s is read back as what was chosen', (feel, source) => {
    expect(sourceOf(feel)).toEqual(source);
    expect(feelOf(source)).toBe(feel);
  });

  test('has names that the runtime takes', () => {
    expect(['title', '文号', '_x1', '1a', 'a b', 'constructor', '__proto__', ''].filter(isName)).toEqual(['title', '文号', '_x1']);
  });

  test('is offered by what a case can hold: the form, decisions, what is gathered and brought back', async () => {
    const desk = await documents();
    const held = heldBy(processOf(desk.drawn('in_register')));
    expect(held.slice(0, fieldsOf(desk.drawn('in_register')).length).map(({ key }) => key)[0]).toBe('title');
    expect(held.map(({ key }) => key)).toEqual(expect.arrayContaining(['secrecy', 'results', 'answerNo']));
    expect(wordsOf(desk.drawn('in_outgoing'), 'gc:In').map((word) => mappingOf(plainOf(word)).to)).toContain('title');
  });
});

describe('What the panel finds in the file', () => {
  test('is the post of the innermost lane', async () => {
    const desk = await documents();
    expect([lanePostOf(desk.drawn('in_propose')), lanePostOf(desk.drawn('in_handle'))]).toEqual(['office_lead', '']);
  });

  test('is told where it comes from other software', async () => {
    const desk = await small('<bpmn:extensionElements><other:x /></bpmn:extensionElements>');
    expect([hasForeign(desk.drawn('step').businessObject), hasForeign(desk.drawn('end').businessObject)]).toEqual([true, false]);
  });

  test('is asked for every kind of element of flow 4 without one that stays silent', async () => {
    const desk = await documents();
    const silent = [
      'pool_authority',
      'in_lane_leader',
      'in_start',
      'in_register',
      'in_secret',
      'in_handling',
      'in_overdue',
      'in_outgoing',
    ].filter((id) => sectionsOf(desk.drawn(id)).length < 2);
    expect(silent).toEqual([]);
  });
});

const CHANGES: readonly ((desk: Desk, text: string) => void)[] = [
  (desk, text) => putName(desk, desk.drawn('in_register'), { language: 'zh', text }),
  (desk, text) => putName(desk, desk.drawn('in_register_to_secret'), { language: 'en', text }),
  (desk, text) => putProcessName(desk, desk.drawn('pool_incoming'), { language: 'zh', text }),
  (desk, text) => putProcessName(desk, desk.drawn('pool_incoming'), { language: 'en', text }),
  (desk, text) => putAbout(desk, desk.drawn('pool_outgoing'), { title: text }),
  (desk, text) => putWords(desk, desk.drawn('in_h_start'), { word: 'gc:Guidance', to: text ? [{ lang: 'zh', text }] : [] }),
  (desk) => putWords(desk, desk.drawn('in_handle'), { word: 'gc:Deadline', to: [newDeadline(desk.drawn('in_handle'))] }),
  (desk) => putWords(desk, desk.drawn('in_lane_leader'), { word: 'gc:Post', to: [] }),
  (desk) => putHowMany(desk, desk.drawn('in_handle'), 'one'),
  (desk) => putHowMany(desk, desk.drawn('in_handle'), 'sequential'),
  (desk) => putHowMany(desk, desk.drawn('in_arrange'), 'parallel'),
  (desk) => putList(desk, desk.drawn('in_arrange'), 'handlingDepts'),
  (desk) => putEnough(desk, desk.drawn('in_arrange'), 'half'),
  (desk) => putGathered(desk, desk.drawn('in_arrange'), { process: processAt(desk, 'in_arrange'), fields: ['result'] }),
  (desk) => putTiming(desk, desk.drawn('in_overdue'), { form: 'workingDays', amount: 2 }),
  (desk) => putTiming(desk, desk.drawn('in_h_wait'), { form: 'hours', amount: 2 }),
  (desk, text) => putMessageName(desk, desk.drawn('in_to_confidential'), text),
  (desk, text) => putMessageName(desk, desk.drawn('in_start'), text),
];

test('Whatever was answered, as many undos bring the file back byte for byte', async () => {
  await assert(
    asyncProperty(
      array(tuple(nat(CHANGES.length - 1), constantFrom('', '来文', 'a <b> & "c"', '机要文件', '电子公文处理·收文')), {
        minLength: 1,
        maxLength: 12,
      }),
      async (sequence) => {
        const desk = await documents();
        const before = await desk.xml();
        for (const [index, text] of sequence) CHANGES[index]?.(desk, text);
        const after = await desk.xml();
        const steps = desk.steps();
        for (let left = steps; left > 0; left -= 1) desk.undo();
        expect(await desk.xml()).toBe(before);
        for (let left = steps; left > 0; left -= 1) desk.redo();
        expect(await desk.xml()).toBe(after);
      },
    ),
    { numRuns: 10 },
  );
});
