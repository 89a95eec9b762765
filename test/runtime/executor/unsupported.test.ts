import { describe, expect, test } from '@jest/globals';
import { CHAPTERS } from '../../../packages/runtime/src/diagram/constructs/all.ts';
import { bpmnEngineExecutor } from '../../../packages/runtime/src/executor/bpmn-engine/bpmnEngineExecutor.ts';
import {
  ALSO_NOT_RUN,
  EVENTS_NOT_RUN,
  NOT_RUN,
  OPERATIONS_NOT_RUN,
  reasonAgainst,
} from '../../../packages/runtime/src/executor/bpmn-engine/support/notRun.ts';
import type { Move, Stimulus } from '../../../packages/runtime/src/ports/executor.ts';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import { plansOf } from '../kernel/harness.ts';
import { processOf, ROW } from './diagrams.ts';
import { Side } from './pair.ts';

const task = (inside: string, attributes = ''): string =>
  ROW.replace('<userTask id="a"/>', `<userTask id="a" ${attributes}>${inside}</userTask>`);
const between = (element: string): string => ROW.replace('<userTask id="a"/>', element);
const beside = (more: string): string => `${ROW}\n${more}`;
const many = (behavior: string, more = ''): string =>
  task(
    `<multiInstanceLoopCharacteristics behavior="${behavior}" ${more}><loopCardinality>2</loopCardinality>${
      behavior === 'Complex'
        ? '<complexBehaviorDefinition id="c"><condition>true</condition><event id="i"><signalEventDefinition signalRef="s"/></event></complexBehaviorDefinition>'
        : ''
    }</multiInstanceLoopCharacteristics>`,
  );

/** A diagram that has each construct, and the element that has it. */
const WITH: { readonly [construct: string]: readonly [string, string] } = {
  adHocParallel: [between('<adHocSubProcess id="a" ordering="Parallel"><userTask id="x"/></adHocSubProcess>'), 'a'],
  adHocSequential: [between('<adHocSubProcess id="a" ordering="Sequential"><userTask id="x"/></adHocSubProcess>'), 'a'],
  transaction: [between('<transaction id="a"><userTask id="x"/></transaction>'), 'a'],
  loopTestBefore: [
    task('<standardLoopCharacteristics testBefore="true"><loopCondition>false</loopCondition></standardLoopCharacteristics>'),
    'a',
  ],
  loopTestAfter: [task('<standardLoopCharacteristics><loopCondition>false</loopCondition></standardLoopCharacteristics>'), 'a'],
  loopMaximum: [
    task('<standardLoopCharacteristics loopMaximum="3"><loopCondition>true</loopCondition></standardLoopCharacteristics>'),
    'a',
  ],
  manyBehaviorNone: [many('None', 'noneBehaviorEventRef="sd"'), 'a'],
  manyBehaviorOne: [many('One', 'oneBehaviorEventRef="sd"'), 'a'],
  manyBehaviorComplex: [many('Complex'), 'a'],
  startQuantity: [task('', 'startQuantity="2"'), 'a'],
  completionQuantity: [task('', 'completionQuantity="2"'), 'a'],
  compensationHandler: [beside('<userTask id="undo" isForCompensation="true"/>'), 'undo'],
  complexGateway: [between('<complexGateway id="a"/>'), 'a'],
  eventGatewayParallel: [
    `<eventBasedGateway id="g" instantiate="true" eventGatewayType="Parallel"/><intermediateCatchEvent id="x"><messageEventDefinition messageRef="m"/></intermediateCatchEvent>
<intermediateCatchEvent id="y"><signalEventDefinition signalRef="s"/></intermediateCatchEvent><endEvent id="end"/>
g > x
g > y
x > end
y > end`,
    'g',
  ],
};

const EVENTS: { readonly [kind: string]: string } = {
  escalation: '<intermediateThrowEvent id="a"><escalationEventDefinition escalationRef="up"/></intermediateThrowEvent>',
  conditional:
    '<intermediateCatchEvent id="a"><conditionalEventDefinition><condition>x</condition></conditionalEventDefinition></intermediateCatchEvent>',
  compensate: '<intermediateThrowEvent id="a"><compensateEventDefinition/></intermediateThrowEvent>',
  cancel: '<boundaryEvent id="a" attachedToRef="b"><cancelEventDefinition/></boundaryEvent><userTask id="b"/>',
  parallelMultiple:
    '<intermediateCatchEvent id="a" parallelMultiple="true"><messageEventDefinition messageRef="m"/><signalEventDefinition signalRef="s"/></intermediateCatchEvent>',
};

const ALSO: { readonly [construct: string]: readonly [string, string] } = {
  twoTokens: [
    `<startEvent id="start"/><parallelGateway id="fork"/><exclusiveGateway id="merge"/><userTask id="a"/><endEvent id="end"/><task id="x"/><task id="y"/>
start > fork
fork > x
fork > y
x > merge
y > merge
merge > a
a > end`,
    'a',
  ],
  ownData: [between('<subProcess id="a"><property id="note" name="note"/><userTask id="x"/></subProcess>'), 'a'],
  manyCalls: [
    between(
      '<callActivity id="a" calledElement="other"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></callActivity>',
    ),
    'a',
  ],
  noEntry: [
    between(
      '<subProcess id="a"><subProcess id="in" triggeredByEvent="true"><startEvent id="come" isInterrupting="false"><signalEventDefinition signalRef="s"/></startEvent></subProcess></subProcess>',
    ),
    'a',
  ],
};

const found = async (lines: string) =>
  bpmnEngineExecutor().unsupported(plansOf(await processOf(lines, '<signalEventDefinition id="sd" signalRef="s"/>')));

describe('what bpmn-engine does not run is refused by name', () => {
  test('the tables name constructs of the standard’s list, and each has its diagram here', () => {
    const all = new Set(CHAPTERS.flatMap(({ constructs }) => constructs.map(({ key }) => key)));
    expect(Object.keys(NOT_RUN).filter((key) => !all.has(key))).toEqual([]);
    expect(['userTask', 'boundary.timer', 'end.terminate', 'catch.multiple'].map(reasonAgainst)).toEqual(Array(4).fill(undefined));
    expect([reasonAgainst('transaction'), reasonAgainst('throw.escalation')]).toEqual([NOT_RUN.transaction, EVENTS_NOT_RUN.escalation]);
    expect(Object.keys(WITH)).toEqual(Object.keys(NOT_RUN));
    expect(Object.keys(EVENTS)).toEqual(Object.keys(EVENTS_NOT_RUN));
    expect(Object.keys(ALSO)).toEqual(Object.keys(ALSO_NOT_RUN));
  });

  test.each(Object.entries({ ...WITH, ...ALSO }))('%s', async (construct, [lines, element]) => {
    const reasons: { readonly [key: string]: { readonly zh: string; readonly en: string } } = { ...NOT_RUN, ...ALSO_NOT_RUN };
    expect(await found(lines)).toContainEqual({ element, construct, reason: reasons[construct] });
  });

  test.each(Object.entries(EVENTS))('events: %s', async (kind, lines) => {
    const one = (await found(between(lines))).find(({ element }) => element === 'a');
    expect(one?.construct).toMatch(new RegExp(`\\.${kind}$`));
    expect(one?.reason).toEqual(EVENTS_NOT_RUN[kind]);
  });

  test('tokens that grow without end are looked at within bounds: what comes of them is refused when it happens', async () => {
    const circles = `<startEvent id="start"/><exclusiveGateway id="merge"/><parallelGateway id="fork"/><endEvent id="end"/>
start > merge
merge > fork
fork > merge
fork > end`;
    expect(await found(circles)).toEqual([]);
  });

  test('a case of such a definition does not begin, and nothing else is refused', async () => {
    expect(await found(ROW)).toEqual([]);
    const side = new Side(bpmnEngineExecutor(), plansOf(await processOf(between('<complexGateway id="a"/>'))));
    const refused = await side.try({ kind: 'start', at: id('start'), payload: {} });
    expect(refused).toMatchObject({ ok: false, code: 'unsupported', culprit: 'a', expected: { en: NOT_RUN.complexGateway?.en } });
    expect(side.snapshot).toBeNull();
  });
});

describe('what bpmn-engine does not do is refused at the click', () => {
  const none = id<'v'>('v0');
  const returning = (more: Partial<Extract<Move, { kind: 'return' }>>): Stimulus => ({
    kind: 'move',
    move: { kind: 'return', from: none, to: none, siblings: 'keep', then: 'flow', ...more },
  });
  const CLICKS: { readonly [Operation in Exclude<(typeof OPERATIONS_NOT_RUN)[number], 'withdrawInstance'>]: Stimulus } = {
    jump: { kind: 'move', move: { kind: 'jump', take: [], put: [] } },
    addInstance: { kind: 'move', move: { kind: 'addInstance', host: none, items: ['x'] } },
    removeInstance: { kind: 'move', move: { kind: 'removeInstance', visit: none } },
    migrate: { kind: 'move', move: { kind: 'migrate', to: id('p@2'), map: {} } },
    reopen: { kind: 'move', move: { kind: 'reopen', at: id('a') } },
    compensate: { kind: 'move', move: { kind: 'compensate', visits: [none] } },
    redo: returning({ siblings: 'redo' }),
    straightBack: returning({ then: 'straightBack' }),
    escalate: { kind: 'escalate', visit: none, code: 'U', payload: null },
    startAdHoc: { kind: 'startAdHoc', scope: id('s0'), element: id('a') },
    completeAdHoc: { kind: 'completeAdHoc', scope: id('s0') },
    skip: { kind: 'skip', incident: id('w0') },
  };

  test.each(Object.entries(CLICKS))('%s', async (operation, stimulus) => {
    const side = new Side(bpmnEngineExecutor(), plansOf(await processOf(ROW)));
    await side.try({ kind: 'start', at: id('start'), payload: {} });
    const before = side.snapshot;
    expect(await side.try(stimulus)).toMatchObject({ ok: false, code: 'unsupported', culprit: operation });
    expect(side.snapshot).toEqual(before);
  });

  test('withdrawInstance', async () => {
    const processes = await processOf(
      task('<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>'),
    );
    const side = new Side(bpmnEngineExecutor(), plansOf(processes));
    await side.try({ kind: 'start', at: id('start'), payload: {} });
    await side.try({ kind: 'complete', visit: side.open[0]?.visit ?? none, changes: [] });
    const refused = await side.try({ kind: 'move', move: { kind: 'withdraw', visit: side.done('a') } });
    expect(refused).toMatchObject({ ok: false, code: 'unsupported', culprit: 'withdrawInstance' });
    expect(side.open.map((one) => one.key)).toEqual(['task a[1]']);
  });

  test('each of the table', () => {
    expect([...Object.keys(CLICKS), 'withdrawInstance'].sort()).toEqual([...OPERATIONS_NOT_RUN].sort());
  });
});
