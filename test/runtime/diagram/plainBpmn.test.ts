import { describe, expect, test } from '@jest/globals';
import type { Diagram, Element } from '../../../packages/runtime/src/diagram/model.ts';
import { file, processFile, read } from './bpmn.ts';

const element = (diagram: Diagram, id: string): Element => {
  const found = diagram.processes.flatMap(({ elements }) => elements).find((one) => one.id === id);
  if (!found) throw new Error(`no element ${id}`);
  return found;
};
const only = async (xml: string, id = 'it'): Promise<Element> => element(await read(processFile(xml)), id);

describe('BPMN as other tools write it, without any word of ours', () => {
  test('a script is a job named by its body', async () => {
    const it = await only('<scriptTask id="it"><script>SCRIPT_task1</script></scriptTask>');
    expect(it.job).toEqual({ type: 'script', name: 'SCRIPT_task1', input: [], output: [] });
  });

  test('a global task becomes a process of its own that can be called', async () => {
    const diagram = await read(
      file(
        '<globalScriptTask id="g" name="全局"><script>X</script></globalScriptTask><process id="p"><callActivity id="c" calledElement="g"/></process>',
      ),
    );
    expect(diagram.processes.map(({ key }) => key)).toEqual(['g', 'p']);
    expect(element(diagram, 'g')).toMatchObject({ type: 'scriptTask', job: { name: 'X' }, incoming: ['g-start-g'], outgoing: ['g-g-end'] });
    expect(element(diagram, 'c').call).toEqual({ key: 'g', in: [], out: [] });
  });

  test('a business rule of the whole file is a job like one of a process', async () => {
    const diagram = await read(
      file(
        '<globalBusinessRuleTask id="g"/><process id="p"><callActivity id="c" calledElement="g"/><businessRuleTask id="own"/></process>',
      ),
    );
    expect(element(diagram, 'g').job).toEqual({ type: 'rule', name: '', input: [], output: [] });
    expect(element(diagram, 'g').job).toEqual(element(diagram, 'own').job);
  });

  test('yes and no may be said by 1 and 0', async () => {
    const diagram = await read(
      file(`<process id="p" isExecutable="1"><userTask id="t"/><boundaryEvent id="a" attachedToRef="t" cancelActivity = '1'><timerEventDefinition id="d"><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>
<boundaryEvent id="b" attachedToRef="t" cancelActivity="0"><timerEventDefinition id="e"><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent></process>`),
    );
    expect(diagram.processes[0]?.executable).toBe(true);
    expect([element(diagram, 'a').interrupting, element(diagram, 'b').interrupting]).toEqual([true, false]);
  });

  test('a reference on a line of its own is the same reference', async () => {
    const diagram = await read(
      file(
        `<signal id="s" name="Signal"/><signalEventDefinition id="d" signalRef="s"/><process id="p">
<dataObject id="o" name="data"/><dataObjectReference id="r" dataObjectRef="o"/>
<endEvent id="e"><eventDefinitionRef>\r\n  d\r\n</eventDefinitionRef></endEvent><subProcess id="it"><property id="inner" name="own"/>
<dataInputAssociation id="a"><sourceRef>
  r
</sourceRef><targetRef>
  inner
</targetRef></dataInputAssociation></subProcess></process>`,
      ),
    );
    expect(element(diagram, 'e').triggers).toEqual([{ kind: 'signal', name: 'Signal' }]);
    expect(element(diagram, 'it').input).toEqual([{ from: 'data', to: 'own' }]);
    expect(diagram.unresolved).toBeUndefined();
  });

  test('a key that several properties make up is a list of them, read off the message by who sends, and off their data by who waits', async () => {
    const property = (id: string, path: string) =>
      `<correlationProperty id="${id}"><correlationPropertyRetrievalExpression id="${id}r" messageRef="m"><messagePath id="${id}p">${path}</messagePath></correlationPropertyRetrievalExpression></correlationProperty>`;
    const diagram = await read(
      file(
        `<message id="m" name="询问"/><message id="n" name="答复"/>${property('a', 'no')}${property('b', 'year')}<process id="p">
<intermediateThrowEvent id="throws"><messageEventDefinition id="t" messageRef="m"/></intermediateThrowEvent>
<receiveTask id="takes" messageRef="m"/><receiveTask id="other" messageRef="n"/>
<correlationSubscription id="s"><correlationPropertyBinding id="sb" correlationPropertyRef="a"><dataPath id="sd">number</dataPath></correlationPropertyBinding></correlationSubscription></process>`,
      ),
    );
    expect(element(diagram, 'throws').triggers).toEqual([{ kind: 'message', name: '询问', key: '[no, year]' }]);
    expect(element(diagram, 'takes').message).toEqual({ name: '询问', key: '[number, year]' });
    expect(element(diagram, 'other').message).toEqual({ name: '答复' });
  });

  test('conditions are taken as they are written, without a leading =', async () => {
    const diagram = await read(
      processFile(
        '<exclusiveGateway id="g" default="b"/><task id="x"/><sequenceFlow id="a" sourceRef="g" targetRef="x"><conditionExpression>= ${y} &lt; 3 </conditionExpression></sequenceFlow><sequenceFlow id="b" sourceRef="g" targetRef="x"/>',
      ),
    );
    expect(diagram.processes[0]?.flows.map(({ condition }) => condition)).toEqual(['${y} < 3', undefined]);
    expect(element(diagram, 'g')).toMatchObject({ defaultFlow: 'b', outgoing: ['a', 'b'] });
  });

  test('event definitions that stand elsewhere are found by their reference', async () => {
    const diagram = await read(
      file(
        '<signal id="s" name="Signal"/><signalEventDefinition id="d" signalRef="s"/><process id="p"><endEvent id="e"><eventDefinitionRef>d</eventDefinitionRef></endEvent></process>',
      ),
    );
    expect(element(diagram, 'e').triggers).toEqual([{ kind: 'signal', name: 'Signal' }]);
  });

  test('several definitions make a multiple event, in their order', async () => {
    const diagram = await read(
      file(
        '<signal id="s" name="S"/><error id="x" errorCode="E1"/><escalation id="y" escalationCode="Y1"/><message id="m" name="M"/><process id="p"><intermediateCatchEvent id="e" parallelMultiple="true"><signalEventDefinition signalRef="s"/><messageEventDefinition messageRef="m"/><timerEventDefinition><timeDuration>PT5S</timeDuration></timerEventDefinition><conditionalEventDefinition><condition>a = 1</condition></conditionalEventDefinition></intermediateCatchEvent><endEvent id="f"><errorEventDefinition errorRef="x"/></endEvent><endEvent id="g"><escalationEventDefinition escalationRef="y"/></endEvent><boundaryEvent id="h" attachedToRef="t"><errorEventDefinition/></boundaryEvent><task id="t"/></process>',
      ),
    );
    expect(element(diagram, 'e').parallelMultiple).toBe(true);
    expect(element(diagram, 'e').triggers).toEqual([
      { kind: 'signal', name: 'S' },
      { kind: 'message', name: 'M' },
      { kind: 'timer', timer: { form: 'duration', value: 'PT5S', feel: false } },
      { kind: 'conditional', condition: 'a = 1' },
    ]);
    expect(element(diagram, 'f').triggers).toEqual([{ kind: 'error', code: 'E1' }]);
    expect(element(diagram, 'g').triggers).toEqual([{ kind: 'escalation', code: 'Y1' }]);
    expect(element(diagram, 'h')).toMatchObject({ attachedTo: 't', interrupting: true, triggers: [{ kind: 'error' }] });
  });

  test('timers: ISO 8601 stays text, anything else is a calculation', async () => {
    const timer = async (inner: string) =>
      (await only(`<startEvent id="it"><timerEventDefinition>${inner}</timerEventDefinition></startEvent>`)).triggers[0];
    expect(await timer('<timeCycle>R3/PT1M</timeCycle>')).toEqual({
      kind: 'timer',
      timer: { form: 'cycle', value: 'R3/PT1M', feel: false },
    });
    expect(await timer('<timeDate>2026-12-01T09:00:00</timeDate>')).toMatchObject({ timer: { form: 'date', feel: false } });
    expect(await timer('<timeDate>dueDate</timeDate>')).toMatchObject({ timer: { form: 'date', value: 'dueDate', feel: true } });
    expect(await timer('<timeDuration>${wait.for(3)}</timeDuration>')).toMatchObject({ timer: { value: '${wait.for(3)}', feel: false } });
  });

  test('multi-instance: by number, by list through a data object, with behaviours', async () => {
    const diagram = await read(
      file(`<signal id="s" name="Signal"/><signalEventDefinition id="none" signalRef="s"/><process id="p"><dataObject id="list" name="people"/><dataObjectReference id="r" dataObjectRef="list"/>
      <task id="a"><multiInstanceLoopCharacteristics isSequential="true" behavior="None" noneBehaviorEventRef="none"><loopCardinality>3</loopCardinality><completionCondition>n = 2</completionCondition></multiInstanceLoopCharacteristics></task>
      <task id="b"><ioSpecification><dataInput id="in"/><inputSet/><outputSet/></ioSpecification><dataInputAssociation id="x"><sourceRef>r</sourceRef><targetRef>in</targetRef></dataInputAssociation><multiInstanceLoopCharacteristics behavior="Complex"><loopDataInputRef>in</loopDataInputRef><inputDataItem id="one" name="person"/><complexBehaviorDefinition><condition>true</condition><event><signalEventDefinition signalRef="s"/></event></complexBehaviorDefinition></multiInstanceLoopCharacteristics></task></process>`),
    );
    expect(element(diagram, 'a').many).toEqual({
      sequential: true,
      cardinality: '3',
      completion: 'n = 2',
      behavior: 'none',
      noneEvent: { kind: 'signal', name: 'Signal' },
      complex: [],
      collect: [],
    });
    expect(element(diagram, 'b').many).toEqual({
      sequential: false,
      over: 'people',
      as: 'person',
      behavior: 'complex',
      complex: [{ condition: 'true', throws: [{ kind: 'signal', name: 'Signal' }] }],
      collect: [],
    });
  });

  test('loops, quantities, ad hoc, complex and event-based gateways, instantiation', async () => {
    expect(
      await only(
        '<task id="it" startQuantity="2" completionQuantity="3"><standardLoopCharacteristics testBefore="true" loopMaximum="4"><loopCondition>x</loopCondition></standardLoopCharacteristics></task>',
      ),
    ).toMatchObject({
      loop: { testBefore: true, maximum: 4, condition: 'x' },
      startQuantity: 2,
      completionQuantity: 3,
    });
    expect(
      (
        await only(
          '<adHocSubProcess id="it" ordering="Sequential" cancelRemainingInstances="false"><completionCondition>done</completionCondition></adHocSubProcess>',
        )
      ).adHoc,
    ).toEqual({ sequential: true, completion: 'done', cancelRemaining: false });
    expect(
      (await only('<complexGateway id="it"><activationCondition>activationCount > 1</activationCondition></complexGateway>')).activation,
    ).toBe('activationCount > 1');
    expect(await only('<eventBasedGateway id="it" instantiate="true" eventGatewayType="Parallel"/>')).toMatchObject({
      instantiate: true,
      eventGatewayType: 'parallel',
    });
    expect((await only('<receiveTask id="it" instantiate="true"/>')).instantiate).toBe(true);
  });

  test('sub-processes keep their inside, event sub-processes their start, compensation its handler', async () => {
    const diagram = await read(
      processFile(
        '<transaction id="tx"><task id="work"/><boundaryEvent id="undo" attachedToRef="work"><compensateEventDefinition/></boundaryEvent><task id="back" isForCompensation="true"/><association id="as" sourceRef="undo" targetRef="back"/></transaction><subProcess id="watch" triggeredByEvent="true"><startEvent id="ws" isInterrupting="false"><compensateEventDefinition activityRef="work"/></startEvent></subProcess>',
      ),
    );
    expect(element(diagram, 'work')).toMatchObject({ parent: 'tx', compensatedBy: 'back' });
    expect(element(diagram, 'back').forCompensation).toBe(true);
    expect(element(diagram, 'watch').eventSubProcess).toBe(true);
    expect(element(diagram, 'ws')).toMatchObject({
      parent: 'watch',
      interrupting: false,
      triggers: [{ kind: 'compensate', activity: 'work' }],
    });
  });

  test('pools, message flows and nested lanes', async () => {
    const diagram = await read(
      file(
        '<collaboration id="c"><participant id="one" name="甲" processRef="p"/><participant id="two" name="乙"/><messageFlow id="m" sourceRef="two" targetRef="s"/></collaboration><process id="p"><laneSet id="ls"><lane id="outer" name="外"><flowNodeRef>s</flowNodeRef><childLaneSet id="cs"><lane id="inner" name="内"><flowNodeRef>s</flowNodeRef></lane></childLaneSet></lane></laneSet><startEvent id="s"/></process>',
      ),
    );
    expect(diagram.pools).toEqual([
      { id: 'one', name: { zh: '甲' }, process: 'p' },
      { id: 'two', name: { zh: '乙' }, process: null },
    ]);
    expect(diagram.messageFlows).toEqual([{ id: 'm', name: { zh: '' }, from: 'two', to: 's' }]);
    expect(diagram.processes[0]?.lanes.map(({ id }) => id)).toEqual(['outer', 'inner']);
    expect(element(diagram, 's').lane).toBe('inner');
  });

  test('what a file names and does not hold is kept for the rules, at the place that people see', async () => {
    const diagram = await read(
      file(
        '<process id="p"><startEvent id="s" name="收文"><messageEventDefinition id="d" messageRef="m9"/></startEvent><task id="t"><incoming>f9</incoming></task><sequenceFlow id="f" sourceRef="s" targetRef="t9"/></process><collaboration id="c"><participant id="pool" name="甲" processRef="p9"/></collaboration>',
      ),
    );
    expect(diagram.unresolved).toEqual([
      { element: 's', name: { zh: '收文' }, process: 'p', property: 'messageRef', to: 'm9' },
      { element: 'f', name: { zh: '' }, process: 'p', property: 'targetRef', to: 't9' },
      { element: 'pool', name: { zh: '甲' }, process: null, property: 'processRef', to: 'p9' },
    ]);
    expect(diagram.processes[0]?.flows).toMatchObject([{ from: 's', to: '' }]);
  });

  test('what is declared for several places, how many partners there are, and lanes within lanes', async () => {
    const diagram = await read(
      file(
        '<message id="m" name="来文"/><error id="e" errorCode="E1"/><signal id="x"/><process id="p"><laneSet id="ls"><lane id="outer"><childLaneSet id="cs"><lane id="inner"/></childLaneSet></lane></laneSet></process><collaboration id="c"><participant id="pool"><participantMultiplicity minimum="2" maximum="5"/></participant></collaboration>',
      ),
    );
    expect(diagram.declared).toEqual([
      { id: 'm', kind: 'message', name: '来文' },
      { id: 'e', kind: 'error', code: 'E1' },
      { id: 'x', kind: 'signal' },
    ]);
    expect(diagram.pools[0]?.multiplicity).toEqual({ minimum: 2, maximum: 5 });
    expect(diagram.processes[0]?.lanes.map(({ within }) => within)).toEqual([undefined, 'outer']);
  });

  test('a timer that gives no time, or several, says how many', async () => {
    const timer = async (inner: string) =>
      (await only(`<startEvent id="it"><timerEventDefinition>${inner}</timerEventDefinition></startEvent>`)).triggers[0];
    expect(await timer('')).toMatchObject({ timer: { times: 0 } });
    expect(await timer('<timeDate>2026-12-01</timeDate><timeDuration>P1D</timeDuration>')).toMatchObject({
      timer: { form: 'duration', times: 2 },
    });
  });

  test('foreign words do no harm', async () => {
    expect((await only('<task id="it"><extensionElements><x:y xmlns:x="urn:x" z="1"><x:q/></x:y></extensionElements></task>')).type).toBe(
      'task',
    );
  });
});
