import { describe, expect, test } from '@jest/globals';
import type { Element, Process } from '../../../../packages/runtime/src/diagram/model.ts';
import { putWords, wordsOf } from '../../../../packages/modeler/src/studio/file/extension.ts';
import { handlingOf, plainHandling, toggled } from '../../../../packages/modeler/src/studio/panel/how/handling.ts';
import { plainOf } from '../../../../packages/modeler/src/studio/file/plain.ts';
import { putAbout } from '../../../../packages/modeler/src/studio/panel/process/about.ts';
import { putProcessName } from '../../../../packages/modeler/src/studio/panel/process/processName.ts';
import { newSeries } from '../../../../packages/modeler/src/studio/panel/process/series.ts';
import { numberLike, piecesOf, templateOf } from '../../../../packages/modeler/src/studio/panel/process/template.ts';
import { newRisk, riskOf, withText } from '../../../../packages/modeler/src/studio/panel/risk/risk.ts';
import { inUnit, limitOf, newDeadline, startingAt, withLimit } from '../../../../packages/modeler/src/studio/panel/time/deadline.ts';
import { isAmount } from '../../../../packages/modeler/src/studio/panel/control/amount.tsx';
import {
  inPlace,
  isPossible,
  ofKind,
  plainWho,
  whoOf,
  type Candidates,
} from '../../../../packages/modeler/src/studio/panel/who/assignment.ts';
import { candidatesOf } from '../../../../packages/modeler/src/studio/panel/who/candidates.ts';
import { found } from '../../../../packages/modeler/src/studio/panel/control/choose.tsx';
import { postOptions } from '../../../../packages/modeler/src/studio/panel/who/postOptions.ts';
import { AROUND, documents, small, type Desk } from './desk.ts';

const flowOf = async (desk: Desk, key: string): Promise<Process> => {
  const found = (await desk.model()).processes.find((process) => process.key === key);
  if (!found) throw new Error(key);
  return found;
};
const stepOf = async (desk: Desk, id: string): Promise<Element> => {
  const found = (await desk.model()).processes.flatMap(({ elements }) => elements).find((element) => element.id === id);
  if (!found) throw new Error(id);
  return found;
};

/** The diagram without one member of one step: what must not have changed. */
const without = async (desk: Desk, id: string, member: string): Promise<unknown> =>
  JSON.parse(
    JSON.stringify(await desk.model(), function (this: { readonly id?: string }, key, value: unknown) {
      return this.id === id && key === member ? undefined : value;
    }),
  );

describe('Who does a step', () => {
  const candidates = (desk: Desk, step: string): Candidates => candidatesOf({ modeler: desk, element: desk.drawn(step), around: AROUND });

  test.each([
    ['post', { kind: 'post', post: 'registry', unit: { kind: 'wholeOffice' } }],
    ['leaderInCharge', { kind: 'leaderInCharge', unit: { kind: 'initiators' } }],
    ['personInField', { kind: 'personInField', field: 'readers' }],
    ['initiator', { kind: 'initiator' }],
    ['sameAs', { kind: 'sameAs', step: 'in_register' }],
    ['onDuty', { kind: 'onDuty' }],
  ] as const)('is, when %s is chosen, complete at once, and nothing else is changed', async (kind, expected) => {
    const desk = await documents();
    const step = desk.drawn('in_arrange');
    const before = await without(desk, 'in_arrange', 'office');
    const who = ofKind(whoOf({}), kind, candidates(desk, 'in_arrange'));
    putWords(desk, step, { word: 'gc:Assignment', to: [plainWho(who)] });
    expect((await stepOf(desk, 'in_arrange')).office.assignment).toEqual(expected);
    expect(await without(desk, 'in_arrange', 'office')).toEqual(before);
  });

  test.each([
    ['initiators', { kind: 'initiators' }],
    ['named', { kind: 'named', unit: 'bureau' }],
    ['field', { kind: 'field', field: 'readers' }],
    ['ofStep', { kind: 'ofStep', step: 'in_register' }],
    ['wholeOffice', { kind: 'wholeOffice' }],
  ] as const)('is looked for, when %s is chosen, where it says', async (unit, expected) => {
    const desk = await documents();
    const who = inPlace(whoOf({ kind: 'post', post: 'registry' }), unit, candidates(desk, 'in_arrange'));
    putWords(desk, desk.drawn('in_arrange'), { word: 'gc:Assignment', to: [plainWho(who)] });
    expect((await stepOf(desk, 'in_arrange')).office.assignment).toEqual({ kind: 'post', post: 'registry', unit: expected });
  });

  test('cannot be a kind for which there is nothing to name, so that the file can always be read', async () => {
    const desk = await small('');
    const none = candidates(desk, 'step');
    expect((['personInField', 'sameAs', 'personOfItem'] as const).filter((kind) => isPossible(kind, none))).toEqual([]);
  });

  test('is offered with the lane’s own post first', async () => {
    const desk = await documents();
    expect(candidates(desk, 'in_propose').posts[0]).toBe('office_lead');
  });
});

test('A post is found by its name or the initials of its pinyin, not by the unit that many of them are in', () => {
  const options = postOptions(AROUND.posts, 'gone', { w: (word) => word, language: 'zh' });
  const finding = (typed: string): readonly string[] => options.filter((option) => found(typed, option)).map(({ value }) => value);
  expect(finding('wss')).toEqual(['registry']);
  expect(finding('文书')).toEqual(['registry']);
  expect(finding('办公室')).toEqual(AROUND.posts.filter(({ name }) => name.zh.includes('办公室')).map(({ id }) => id));
  expect(options.at(-1)).toMatchObject({ value: 'gone', label: 'postUnknown' });
});

describe('How a step is handled', () => {
  test('says only what is not so anyway, and says nothing where everything is', async () => {
    const desk = await small('<bpmn:extensionElements><gc:handling attention="read" operations="return urge" /></bpmn:extensionElements>');
    const put = (change: Partial<ReturnType<typeof handlingOf>>): void => {
      const now = handlingOf(plainOf(wordsOf(desk.drawn('step'), 'gc:Handling')[0]));
      putWords(desk, desk.drawn('step'), { word: 'gc:Handling', to: plainHandling({ ...now, ...change }) });
    };
    put({ operations: toggled(['return', 'urge'], 'batch'), withdrawUntil: 'taken' });
    const { office } = await stepOf(desk, 'step');
    expect([office.attention, office.operations, office.withdrawUntil]).toEqual(['read', ['return', 'urge', 'batch'], 'taken']);
    put({ attention: 'do', operations: [], withdrawUntil: 'completed' });
    expect(await desk.xml()).not.toContain('handling');
  });
});

describe('How long a step may take', () => {
  test('is three working days to begin with, under an id of its own', async () => {
    const desk = await documents();
    const step = desk.drawn('in_handle');
    const old = wordsOf(step, 'gc:Deadline').map(plainOf);
    putWords(desk, step, { word: 'gc:Deadline', to: [...old, newDeadline(step)] });
    const { deadlines } = (await stepOf(desk, 'in_handle')).office;
    expect(deadlines.map(({ id }) => id)).toEqual(['in_handle_due', 'in_handle_due2']);
    expect(deadlines[1]).toEqual({
      id: 'in_handle_due2',
      name: { zh: '办理时限', en: 'Time limit' },
      from: { kind: 'opened' },
      amount: 3,
      unit: 'wd',
      warnBefore: 1,
    });
  });

  test('keeps its condition, its names and the paper’s words when its length is changed', async () => {
    const desk = await documents();
    const step = desk.drawn('out_seal');
    const [old] = wordsOf(step, 'gc:Deadline').map(plainOf);
    if (!old) throw new Error('no limit');
    putWords(desk, step, { word: 'gc:Deadline', to: [withLimit(old, { ...limitOf(old), amount: 5, unit: 'd' })] });
    const before = (await stepOf(await documents(), 'out_seal')).office.deadlines;
    expect((await stepOf(desk, 'out_seal')).office.deadlines).toEqual(before.map((one) => ({ ...one, amount: 5, unit: 'd' })));
  });

  test('is until the day itself when a field names it, and counts again when it does not', () => {
    const first = { step: 'in_register', field: 'dueDate' };
    const dated = startingAt(limitOf({ amount: 4, warnBefore: 1 }), 'field', first);
    expect(withLimit({}, dated)).toMatchObject({ from: 'field', field: 'dueDate', unit: 'date', amount: 0, warnBefore: 1 });
    expect(withLimit({}, startingAt(dated, 'completed', first))).toMatchObject({
      from: 'completed',
      step: 'in_register',
      unit: 'wd',
      amount: 3,
    });
    expect(withLimit({}, startingAt(dated, 'completed', first))['field']).toBeUndefined();
    expect(inUnit(dated, 'sameDay')).toMatchObject({ amount: 0 });
    expect(withLimit({}, inUnit(dated, 'immediate'))['warnBefore']).toBeUndefined();
  });

  test.each(['', '-1', '1.5', '1e3', '10000', ' 3', '三', '０'])('is no “%s”', (text) => {
    expect(isAmount(text)).toBe(false);
  });
});

describe('A risk', () => {
  test('is written in both languages, and a language that is emptied goes', async () => {
    const desk = await small('');
    const step = desk.drawn('step');
    const risk = withText(withText(newRisk(step, 'registry'), 'dangers', { language: 'en', text: 'Lost' }), 'dangers', {
      language: 'zh',
      text: '丢失',
    });
    putWords(desk, step, {
      word: 'gc:Risk',
      to: [{ ...withText(risk, 'controls', { language: 'zh', text: '双人' }), confirm: true, level: 3 }],
    });
    expect((await stepOf(desk, 'step')).office.risks).toEqual([
      { id: 'step_risk', level: 3, risk: { zh: '丢失', en: 'Lost' }, control: { zh: '双人' }, post: 'registry', confirm: true },
    ]);
    const [now] = wordsOf(step, 'gc:Risk').map(plainOf);
    putWords(desk, step, { word: 'gc:Risk', to: [withText(now ?? {}, 'dangers', { language: 'en', text: '' })] });
    expect(riskOf(plainOf(wordsOf(step, 'gc:Risk')[0])).danger).toEqual({ zh: '丢失', en: '' });
    expect(await desk.xml()).not.toContain('Lost');
  });
});

describe('A flow', () => {
  test('is said about in one word, which keeps what is not asked', async () => {
    const desk = await documents();
    putAbout(desk, desk.drawn('pool_incoming'), { number: 44, area: '', clearance: 'secret' });
    const { office } = await flowOf(desk, 'incoming-document');
    expect(office).toMatchObject({ number: 44, clearance: 'secret', title: '{title}', numberField: 'receiptNo' });
    expect(office.area).toBeUndefined();
    expect(desk.steps()).toBe(1);
  });

  test('that is named anew names its pool too, where both were called the same: one step', async () => {
    const desk = await documents();
    putProcessName(desk, desk.drawn('pool_incoming'), { language: 'zh', text: '收文' });
    const model = await desk.model();
    expect([model.processes[0]?.name.zh, model.pools.find(({ id }) => id === 'pool_incoming')?.name.zh]).toEqual(['收文', '收文']);
    expect(desk.steps()).toBe(1);
    putProcessName(desk, desk.drawn('pool_incoming'), { language: 'en', text: 'In' });
    expect((await desk.model()).processes[0]?.name).toEqual({ zh: '收文', en: 'In' });
  });

  test('has titles and numbers put together from words and blanks', () => {
    const pieces = [{ words: '关于' }, { blank: 'title' }, { words: '的复函' }];
    expect(piecesOf('关于{title}的复函')).toEqual(pieces);
    expect(templateOf(pieces)).toBe('关于{title}的复函');
    expect(piecesOf('')).toEqual([]);
    expect(numberLike('收〔{yyyy}〕{n}号', '2027')).toBe('收〔2027〕12号');
    expect(numberLike('{yyyy}-{n:4}', '2027')).toBe('2027-0012');
  });

  test('gets a number series of its own, which no other flow shares', async () => {
    const desk = await documents();
    const pool = desk.drawn('pool_incoming');
    const old = wordsOf(pool, 'gc:Series').map(plainOf);
    const one = newSeries(pool.businessObject.get('processRef') as never);
    putWords(desk, pool, { word: 'gc:Series', to: [...old, one] });
    const { series } = (await flowOf(desk, 'incoming-document')).office;
    expect(series.map(({ key }) => key)).toEqual(['receiptNo', 'incoming_document_no']);
    expect(series[1]).toEqual({ key: 'incoming_document_no', name: { zh: '编号', en: 'Number' }, pattern: '〔{yyyy}〕{n}号' });
  });
});
