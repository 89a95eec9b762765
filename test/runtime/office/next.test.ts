import { describe, expect, test } from '@jest/globals';
import type { Element } from '../../../packages/runtime/src/diagram/model.ts';
import type { Definition } from '../../../packages/runtime/src/office/definitions.ts';
import { nextSteps } from '../../../packages/runtime/src/office/reads/next.ts';
import { compile } from '../../../packages/runtime/src/plan/compile.ts';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import { demoOffice, person, yes } from './harness.ts';
import { processFile, read } from '../diagram/bpmn.ts';
import { office, person as somebody, today, unit } from '../organization/office.ts';

const task = (name: string): string => `<userTask id="${name}" name="${name}"/>`;
const flow = (from: string, to: string, condition = ''): string =>
  `<sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}">${
    condition === '' ? '' : `<conditionExpression xsi:type="tFormalExpression">${condition}</conditionExpression>`
  }</sequenceFlow>`;
const FROM = `<startEvent id="start"/>${flow('start', 'from')}${task('from')}${flow('from', 'g')}`;
const ABC = task('a') + task('b') + task('c');

/** The steps after `from` in words; `told` are the conditions of which is known whether they hold. */
async function after(body: string, told: { readonly [condition: string]: boolean } = {}): Promise<string> {
  const { processes } = await read(processFile(FROM + ABC + body));
  const [process] = processes;
  if (!process) throw new Error('no process');
  const plan = compile(process, id('p@1'));
  return nextSteps({
    definition: { process, plan } as unknown as Definition,
    from: plan.element(id('from')) as Element,
    data: {},
    context: {
      organization: office(),
      initiator: somebody('wang'),
      initiatorUnit: unit('bureau'),
      doerOf: () => undefined,
      today,
      exclude: [],
    },
    tell: (condition) => told[condition],
  })
    .map(({ step, joined }) => [joined, step.zh].filter((part) => part !== undefined).join(' '))
    .join(' ');
}

describe('how the steps ahead stand to each other', () => {
  const choice = `<exclusiveGateway id="g" default="g_c"/>${flow('g', 'a', 'x')}${flow('g', 'b', 'y')}${flow('g', 'c')}`;

  test('out of an exclusive gateway one comes instead of the other, while nothing can be told', async () => {
    expect(await after(choice)).toBe('a or b or c');
  });

  test('the first condition that holds decides an exclusive gateway, unless one before it may yet hold', async () => {
    expect(await after(choice, { x: true })).toBe('a');
    expect(await after(choice, { x: false, y: true })).toBe('b');
    expect(await after(choice, { y: true })).toBe('a or b');
    expect(await after(choice, { x: false, y: false })).toBe('c');
  });

  test('a way back to the step itself foretells the step itself', async () => {
    const again = `<exclusiveGateway id="g" default="g_c"/>${flow('g', 'from', 'x')}${flow('g', 'c')}`;
    expect(await after(again, { x: true })).toBe('from');
    expect(await after(again)).toBe('from or c');
  });

  test('out of a parallel gateway they come together', async () => {
    expect(await after(`<parallelGateway id="g"/>${flow('g', 'a')}${flow('g', 'b')}${flow('g', 'c')}`)).toBe('a and b and c');
  });

  test('out of an inclusive gateway they come together where that can be told, else as it turns out; the default way where none holds', async () => {
    const several = `<inclusiveGateway id="g" default="g_c"/>${flow('g', 'a', 'x')}${flow('g', 'b', 'y')}${flow('g', 'c')}`;
    expect(await after(several, { x: true, y: true })).toBe('a and b');
    expect(await after(several, { x: true })).toBe('a andOr b');
    expect(await after(several, { x: false, y: false })).toBe('c');
  });

  test('what waits for the first of several events is followed by one of them', async () => {
    const waits = (name: string, to: string): string =>
      `<intermediateCatchEvent id="${name}"><timerEventDefinition><timeDuration xsi:type="tFormalExpression">P1D</timeDuration></timerEventDefinition></intermediateCatchEvent>${flow('g', name)}${flow(name, to)}`;
    expect(await after(`<eventBasedGateway id="g"/>${waits('one', 'a')}${waits('other', 'b')}`)).toBe('a or b');
  });

  test('a choice on one of two parallel ways is a choice there only', async () => {
    const both = `<parallelGateway id="g"/>${flow('g', 'a')}${flow('g', 'h')}<exclusiveGateway id="h" default="h_c"/>${flow('h', 'b', 'x')}${flow('h', 'c')}`;
    expect(await after(both)).toBe('a and b or c');
    expect(await after(both, { x: true })).toBe('a and b');
  });
});

test('given a gateway that asks for what this very step fills in, then nothing is decided before it is filled in', async () => {
  const { office: demo, start, does, taskOf, upload } = await demoOffice();
  await start('lu-yao', 'seal-use', { docTitle: '证明', sealKind: 'other', sealName: 'bureau' });
  await does('lu-yao', 'fill', { values: { sealMatter: 'other', copies: 1, purpose: '证明', sealFiles: await upload('lu-yao') } });
  const page = yes(await demo.task(person('shen-guohua'), id((await taskOf('shen-guohua', 'head_sign')).id)));
  const ahead = page.decision?.options.map(({ value, to }) => [value, ...to.map(({ step, joined }) => [joined, step.zh])]);
  expect(ahead).toEqual([
    ['agree', [undefined, '分管局领导审签'], ['or', '办公室主任代为审签']],
    ['return', [undefined, '填单审批']],
    ['refuse', [undefined, '不予用印']],
  ]);
});

test('what comes next is looked for inside of a sub-process that is done as a whole, too', async () => {
  const whole = `<transaction id="g"><startEvent id="in"/>${task('inner')}${flow('in', 'inner')}</transaction>${flow('g', 'a')}`;
  expect(await after(whole)).toBe('inner');
  expect(await after(whole.replaceAll('transaction', 'subProcess'))).toBe('inner');
});
