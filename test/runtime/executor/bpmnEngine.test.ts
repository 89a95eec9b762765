import { describe, expect, test } from '@jest/globals';
import { bpmnEngineExecutor } from '../../../packages/runtime/src/executor/bpmn-engine/bpmnEngineExecutor.ts';
import { LISTENERS } from '../../../packages/runtime/src/executor/bpmn-engine/step/listeners.ts';
import { kernelExecutor } from '../../../packages/runtime/src/executor/kernel/kernelExecutor.ts';
import { executorsTogether } from '../../../packages/runtime/src/executor/together.ts';
import type { Process } from '../../../packages/runtime/src/diagram/model.ts';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import { AT, plansOf } from '../kernel/harness.ts';
import { processOf, ROW } from './diagrams.ts';
import { Pair, Side } from './pair.ts';

const begun = async (processes: readonly Process[], listeners = LISTENERS): Promise<Side> => {
  const side = new Side(bpmnEngineExecutor(listeners), plansOf(processes));
  await side.try({ kind: 'start', at: id('start'), payload: {} });
  return side;
};

const keys = (side: Side): readonly string[] => side.open.map((one) => one.key);

const completeFirst = (side: Side) => side.try({ kind: 'complete', visit: side.open[0]?.visit ?? id('v0'), changes: [] });

describe('a case on bpmn-engine', () => {
  test('is kept as names and the state of the engine: small JSON without the diagram, and nothing once it is over', async () => {
    const side = await begun(await processOf(ROW));
    const kept = JSON.stringify(side.snapshot);
    expect(side.snapshot).toMatchObject({ executor: 'bpmn-engine', format: 1, definition: 'p@1' });
    expect(kept).not.toMatch(/sequenceFlow|<|source"/);
    expect(kept.length).toBeLessThan(6_000);
    await completeFirst(side);
    expect(side.ended).toBe('completed');
    expect(side.snapshot?.body).toMatchObject({ engine: null, visits: [], waits: [] });
  });

  test('does not grow by going round', async () => {
    const side = await begun(
      await processOf(`<startEvent id="start"/><userTask id="a"/><exclusiveGateway id="again" default="again-a"/><endEvent id="end"/>
start > a
a > again
again > a
again > end if false`),
    );
    const after = async (rounds: number): Promise<number> => {
      for (let round = 0; round < rounds; round += 1) await completeFirst(side);
      return JSON.stringify(side.snapshot).length;
    };
    expect(Math.abs((await after(2)) - (await after(10)))).toBeLessThan(100);
  });

  test.each(['activity.enter', 'activity.wait', 'activity.end', 'process.end'])(
    'stands still where nobody listens to %s: it is the engine that runs it',
    async (event) => {
      const { [event]: _, ...others } = LISTENERS;
      const whole = await begun(await processOf(ROW));
      await completeFirst(whole);
      const deaf = await begun(await processOf(ROW), others).catch(() => undefined);
      await (deaf && completeFirst(deaf).catch(() => undefined));
      expect(whole.ended).toBe('completed');
      expect(deaf?.ended).toBeUndefined();
    },
  );

  test('is led over its flows by the engine alone: where nobody listens to flow.take they are not told, and the case ends all the same', async () => {
    const { 'flow.take': _, ...others } = LISTENERS;
    const [whole, deaf] = [await begun(await processOf(ROW)), await begun(await processOf(ROW), others)];
    for (const side of [whole, deaf]) await completeFirst(side);
    expect([whole.flows, deaf.flows]).toEqual([['a-end'], []]);
    expect([whole.ended, deaf.ended]).toEqual(['completed', 'completed']);
  });

  test.each(['activity.many', 'activity.instance'])('does no more of a multi-instance where nobody listens to %s', async (event) => {
    const { [event]: _, ...others } = LISTENERS;
    const processes = await processOf(`<startEvent id="start"/><userTask id="a"><multiInstanceLoopCharacteristics>
      <loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></userTask><endEvent id="end"/>
start > a
a > end`);
    const [whole, deaf] = [await begun(processes), await begun(processes, others)];
    for (const side of [whole, deaf]) for (let one = 0; one < 2; one += 1) await completeFirst(side).catch(() => undefined);
    expect([whole.ended, deaf.ended]).toEqual(['completed', undefined]);
  });

  test('arms no timer of its own, however near its moment, and leaves nothing open', async () => {
    const timers = (): number => process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length;
    const before = timers();
    const side = await begun(
      await processOf(`<startEvent id="start"/><userTask id="a"/><endEvent id="end"/><endEvent id="late"/>
<boundaryEvent id="soon" attachedToRef="a"><timerEventDefinition><timeDuration>PT1S</timeDuration></timerEventDefinition></boundaryEvent>
start > a
a > end
soon > late`),
    );
    expect(timers()).toBe(before);
    expect(keys(side)).toEqual(['task a', 'timer soon']);
    await side.try({ kind: 'due', timer: side.open[1]?.id ?? id('w0'), occurrence: 1 });
    expect(side.ended).toBe('completed');
    expect(timers()).toBe(before);
  });

  test('asks for a script as a job and evaluates none, and no expression but FEEL', async () => {
    const marked = globalThis as { ran?: boolean };
    const side = await begun(
      await processOf(`<startEvent id="start"/><scriptTask id="a" scriptFormat="javascript"><script>globalThis.ran = true</script></scriptTask>
<exclusiveGateway id="way" default="way-end"/><endEvent id="end"/><endEvent id="other"/>
start > a
a > way
way > other if \${globalThis.ran = true}
way > end`),
    );
    expect(keys(side)).toEqual(['job a']);
    await side.try({ kind: 'answer', job: side.open[0]?.id ?? id('w0'), changes: [] });
    expect([...side.incidents.values()].map(({ code }) => code)).toEqual(['conditionUndecided']);
    expect(marked.ran).toBeUndefined();
  });

  test('that runs in circles by itself is stopped with an incident, and others are not kept from going on', async () => {
    const side = await begun(
      await processOf(`<startEvent id="start"/><userTask id="a"/><exclusiveGateway id="merge"/><exclusiveGateway id="spin" default="spin-merge"/><endEvent id="end"/>
start > a
a > merge
merge > spin
spin > merge
spin > end if false`),
    );
    await completeFirst(side);
    expect([...side.incidents.values()].map(({ code }) => code)).toEqual(['stepBudget']);
    expect(keys(side)).toEqual(['task a']);
  });

  test('refuses the step that would set a second token where one stands, and is as it was before', async () => {
    const side = await begun(
      await processOf(`<startEvent id="start"/><userTask id="a"/><userTask id="b"/><endEvent id="end"/><endEvent id="told"/>
<boundaryEvent id="hear" attachedToRef="a" cancelActivity="false"><messageEventDefinition messageRef="m"/></boundaryEvent>
start > a
a > end
hear > b
b > told`),
    );
    const tell = () =>
      side.try({ kind: 'message', wait: side.open.find(({ kind }) => kind === 'message')?.id ?? id('w0'), id: 'm', payload: {} });
    expect(await tell()).toBeUndefined();
    const before = side.snapshot;
    expect(await tell()).toMatchObject({ ok: false, code: 'unsupported', culprit: 'b' });
    expect(side.snapshot).toEqual(before);
    await side.try({ kind: 'complete', visit: side.open.find(({ key }) => key === 'task b')?.visit ?? id('v0'), changes: [] });
    expect(await tell()).toBeUndefined();
  });
});

describe('both executors', () => {
  test('stand together: a new case begins on the first, and each goes on where it began', async () => {
    const plans = plansOf(await processOf(ROW));
    const [kernel, engine] = [new Side(kernelExecutor, plans), new Side(bpmnEngineExecutor(), plans)];
    for (const side of [kernel, engine]) await side.try({ kind: 'start', at: id('start'), payload: {} });
    const both = executorsTogether(bpmnEngineExecutor(), [kernelExecutor]);
    const fresh = await both.advance({
      plans,
      snapshot: null,
      data: {},
      stimulus: { kind: 'start', at: id('start'), payload: {} },
      at: AT,
    });
    expect(fresh).toMatchObject({ ok: true, snapshot: { executor: 'bpmn-engine' } });
    for (const { snapshot, open } of [kernel, engine]) {
      const stimulus = { kind: 'complete', visit: open[0]?.visit ?? id<'v'>('v0'), changes: [] } as const;
      const done = await both.advance({ plans, snapshot, data: {}, stimulus, at: AT });
      expect(done).toMatchObject({ ok: true, snapshot: { executor: snapshot?.executor } });
    }
  });

  test('a snapshot of another executor is a broken promise, not a wrong answer', () => {
    const foreign = { executor: 'kernel', format: 1, definition: id<'key@version'>('x@1'), body: {} } as const;
    expect(() => bpmnEngineExecutor().open(foreign)).toThrow('not a case of bpmn-engine');
    expect(() => executorsTogether(bpmnEngineExecutor(), []).open(foreign)).toThrow('no executor kernel is loaded');
  });

  test('give a join back its other arrivals when a step before it is withdrawn, and let it fire once when that is done again', async () => {
    const pair = new Pair(
      plansOf(
        await processOf(`<startEvent id="start"/><parallelGateway id="fork"/><userTask id="a"/><userTask id="b"/><parallelGateway id="join"/>
<userTask id="c"/><endEvent id="end"/>
start > fork
fork > a
fork > b
a > join
b > join
join > c
c > end`),
      ),
    );
    await pair.act({ kind: 'start', at: 'start' });
    await pair.act({ kind: 'complete', open: pair.at('task a') });
    await pair.act({ kind: 'complete', open: pair.at('task b') });
    expect(pair.open).toEqual(['task c']);
    await pair.act({ kind: 'withdraw', element: 'b' });
    expect(pair.open).toEqual(['task b']);
    await pair.act({ kind: 'complete', open: 0 });
    await pair.act({ kind: 'return', open: 0, to: 'a' });
    expect(pair.open).toEqual(['task a']);
    await pair.act({ kind: 'complete', open: 0 });
    await pair.act({ kind: 'complete', open: pair.at('task c') });
    expect(pair.engine.ended).toBe('completed');
  });

  test('send a step that is done a second time back to its first time: it is open once, and the case goes on', async () => {
    const pair = new Pair(
      plansOf(
        await processOf(`<startEvent id="start"/><userTask id="a"/><exclusiveGateway id="again" default="again-a"/><endEvent id="end"/>
start > a
a > again
again > end if done = true
again > a`),
      ),
    );
    await pair.act({ kind: 'start', at: 'start', payload: { done: false } });
    await pair.act({ kind: 'complete', open: 0 });
    await pair.act({ kind: 'return', open: 0, to: 'a' });
    expect(pair.open).toEqual(['task a']);
    await pair.act({ kind: 'complete', open: 0, values: { done: true } });
    expect(pair.engine.ended).toBe('completed');
  });

  test('forget the error that a step had told of once it is done all the same', async () => {
    const pair = new Pair(
      plansOf(
        await processOf(`<startEvent id="start"/><userTask id="a"/><endEvent id="end"/><endEvent id="other"/>
start > a
a > end if n > 3
a > other if n = 1`),
      ),
    );
    await pair.act({ kind: 'start', at: 'start' });
    await pair.act({ kind: 'fault', open: 0 });
    const told = (side: Side): readonly string[] => [...side.incidents.values()].map(({ code }) => code);
    expect(told(pair.engine)).toEqual(['errorUncaught']);
    await pair.act({ kind: 'complete', open: 0 });
    expect([told(pair.kernel), told(pair.engine)]).toEqual([['conditionUndecided'], ['conditionUndecided']]);
  });

  test('pass over a multi-instance without an instance, and stand still before a list of persons without anybody', async () => {
    const many = (over: string): string =>
      `<multiInstanceLoopCharacteristics>${over}<completionCondition>numberOfCompletedInstances = 1</completionCondition></multiInstanceLoopCharacteristics>`;
    const pair = new Pair(
      plansOf(
        await processOf(`<extensionElements><gc:form><gc:field key="rows" name="行" type="table"/><gc:field key="people" name="人" type="persons"/></gc:form></extensionElements>
<startEvent id="start"/><userTask id="a">${many('<loopCardinality>n</loopCardinality>')}</userTask>
<subProcess id="in">${many('<extensionElements><gc:items over="rows" as="row"/><gc:collect field="said" into="all"/></extensionElements>')}<userTask id="inner"/></subProcess>
<userTask id="between"/><userTask id="sign">${many('<extensionElements><gc:items over="people" as="who"/></extensionElements>')}</userTask><endEvent id="end"/>
start > a
a > in
in > between
between > sign
sign > end`),
      ),
    );
    await pair.act({ kind: 'start', at: 'start', payload: { n: 0, people: [] } });
    expect(pair.open).toEqual(['task between']);
    expect([...pair.engine.incidents.values()]).toEqual([]);
    await pair.act({ kind: 'complete', open: 0 });
    expect([...pair.engine.incidents.values()].map(({ code, element }) => `${code} ${element}`)).toEqual(['listEmpty sign']);
  });

  test('let a signal of its end cut short the sub-process that throws it: the end is done, the sub-process is not', async () => {
    const pair = new Pair(
      plansOf(
        await processOf(`<startEvent id="start"/><subProcess id="in"><startEvent id="begin"/><userTask id="a"/>
<endEvent id="ring"><signalEventDefinition signalRef="s"/></endEvent>
begin > a
a > ring
</subProcess><boundaryEvent id="heard" attachedToRef="in"><signalEventDefinition signalRef="s"/></boundaryEvent>
<userTask id="cut"/><userTask id="whole"/><endEvent id="end"/>
start > in
in > whole
heard > cut
cut > end
whole > end`),
      ),
    );
    await pair.act({ kind: 'start', at: 'start' });
    await pair.act({ kind: 'complete', open: pair.at('task a') });
    expect(pair.open).toEqual(['task cut']);
    expect(pair.engine.completed).toEqual(['a', 'heard', 'ring']);
  });

  /** What leads to a termination, while a row of events beside it is passed one by one. */
  const LEADING = {
    nothing: 'a > stop',
    'a choice': '<exclusiveGateway id="way"/>\na > way\nway > stop',
    'a fork and a step that nobody does': '<inclusiveGateway id="way"/><task id="by"/>\na > way\nway > by\nby > stop',
    'a link':
      '<intermediateThrowEvent id="off"><linkEventDefinition name="l"/></intermediateThrowEvent><intermediateCatchEvent id="on"><linkEventDefinition name="l"/></intermediateCatchEvent>\na > off\non > stop',
    'a join': '<task id="by"/><task id="nigh"/><parallelGateway id="join"/>\na > by\na > nigh\nby > join\nnigh > join\njoin > stop',
    'a join that decides':
      '<task id="by"/><task id="nigh"/><inclusiveGateway id="join"/>\na > by\na > nigh\nby > join\nnigh > join\njoin > stop if true',
    'a sub-process': '<subProcess id="in"><startEvent id="begin"/><endEvent id="done"/>\nbegin > done\n</subProcess>\na > in\nin > stop',
    'a sub-process in which an error is thrown':
      '<subProcess id="in"><startEvent id="begin"/><endEvent id="done"><errorEventDefinition errorRef="e"/></endEvent>\nbegin > done\n</subProcess><boundaryEvent id="border" attachedToRef="in"><errorEventDefinition errorRef="e"/></boundaryEvent>\na > in\nborder > stop',
    'a message that is sent': '<sendTask id="send" messageRef="m"/>\na > send\nsend > stop',
    'an event that sends a message':
      '<intermediateThrowEvent id="send"><messageEventDefinition messageRef="m"/></intermediateThrowEvent>\na > send\nsend > stop',
    'several sub-processes in turn':
      '<subProcess id="in"><multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics><startEvent id="begin"/><endEvent id="done"/>\nbegin > done\n</subProcess>\na > in\nin > stop',
    'several steps in turn that nobody does':
      '<task id="in"><multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></task>\na > in\nin > stop',
    'a signal that begins something beside it':
      '<subProcess id="beside" triggeredByEvent="true"><startEvent id="hear" isInterrupting="false"><signalEventDefinition signalRef="s"/></startEvent><endEvent id="stop2"/>\nhear > stop2\n</subProcess><endEvent id="ring"><signalEventDefinition signalRef="s"/></endEvent>\na > ring\na > stop',
    'several steps at once that nobody does':
      '<task id="in"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></task>\na > in\nin > stop',
  } as const;

  test.each(Object.entries(LEADING))(
    'let a termination end what has not been come to before it, where what leads to it is %s',
    async (_, lines) => {
      const row = Array.from({ length: 20 }, (_, at) => `past${at}`);
      const pair = new Pair(
        plansOf(
          await processOf(`<startEvent id="start"/><userTask id="a"/><endEvent id="end"/>
<endEvent id="stop"><terminateEventDefinition/></endEvent>${row.map((past) => `<intermediateThrowEvent id="${past}"/>`).join('')}
start > a
${lines}
${['a', ...row].map((from, at) => `${from} > ${row[at] ?? 'end'}`).join('\n')}`),
        ),
      );
      await pair.act({ kind: 'start', at: 'start' });
      await pair.act({ kind: 'complete', open: pair.at('task a') });
      expect(pair.engine.ended).toBe('terminated');
    },
  );

  test('take what is done for done, also where it had failed before and its way on cannot be told', async () => {
    const pair = new Pair(
      plansOf(
        await processOf(`<startEvent id="start"/><userTask id="a" default="a-end"/><endEvent id="end"/><endEvent id="other"/>
start > a
a > other if n = true
a > end`),
      ),
    );
    await pair.act({ kind: 'start', at: 'start' });
    await pair.act({ kind: 'fault', open: pair.at('task a'), code: 'E' });
    await pair.act({ kind: 'complete', open: pair.at('task a'), values: { n: 3 } });
    expect([...pair.engine.incidents.values()].map(({ code }) => code)).toEqual(['conditionUndecided']);
  });

  test('try an undecided way again only when asked to, though the engine asks at each step', async () => {
    const pair = new Pair(
      plansOf(
        await processOf(`<startEvent id="start"/><userTask id="a"/><userTask id="b"/><exclusiveGateway id="way" default="way-end"/><endEvent id="end"/><endEvent id="other"/>
start > a
start > b
a > way
way > other if n > 3
way > end
b > end`),
      ),
    );
    await pair.act({ kind: 'start', at: 'start' });
    await pair.act({ kind: 'complete', open: pair.at('task a') });
    expect([...pair.engine.incidents.values()].map(({ code }) => code)).toEqual(['conditionUndecided']);
    await pair.act({ kind: 'change', values: { n: 4 } });
    await pair.act({ kind: 'complete', open: pair.at('task b') });
    expect(pair.engine.incidents.size).toBe(1);
    await pair.act({ kind: 'retry', incident: 0 });
    expect([pair.engine.completed, pair.engine.ended]).toEqual([['other', 'way'], 'completed']);
  });
});
