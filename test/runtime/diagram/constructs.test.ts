import { expect, test } from '@jest/globals';
import { CHAPTERS, constructsOf } from '../../../packages/runtime/src/diagram/constructs/all.ts';
import { parseDiagram } from '../../../packages/runtime/src/diagram/parse.ts';

test('given the list of constructs, when keys and names are compared, then each stands once', () => {
  const all = CHAPTERS.flatMap(({ constructs }) => constructs);
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  expect(new Set(all.map(({ name }) => name.zh)).size).toBe(all.length);
  expect(new Set(all.map(({ name }) => name.en)).size).toBe(all.length);
});

test('given a diagram, when asked what its elements are, then each is named with all that it has', async () => {
  const parsed = await parseDiagram(`<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:test">
<process id="p" isExecutable="true">
<startEvent id="start"/><sequenceFlow id="f" sourceRef="start" targetRef="work"/>
<userTask id="work" completionQuantity="2"><multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>2</loopCardinality><completionCondition>true</completionCondition></multiInstanceLoopCharacteristics></userTask>
<boundaryEvent id="late" attachedToRef="work" cancelActivity="false"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>
<boundaryEvent id="wrong" attachedToRef="work" cancelActivity="false"><errorEventDefinition/></boundaryEvent>
<subProcess id="aside" triggeredByEvent="true"><startEvent id="called"><signalEventDefinition/></startEvent></subProcess>
<endEvent id="end"><terminateEventDefinition/></endEvent><sequenceFlow id="g" sourceRef="work" targetRef="end"/>
</process></definitions>`);
  if (!parsed.ok) throw new Error(parsed.culprit);
  const found = Object.fromEntries(parsed.diagram.processes[0]?.elements.map((element) => [element.id, constructsOf(element)]) ?? []);
  expect(found).toEqual({
    start: ['start.none'],
    work: ['userTask', 'manySequential', 'manyCardinality', 'manyCompletion', 'completionQuantity'],
    late: ['boundaryBeside.timer'],
    // The standard has no error that interrupts nothing.
    wrong: [],
    aside: ['eventSubProcess'],
    called: ['eventSubProcessStart.signal'],
    end: ['end.terminate'],
  });
});
