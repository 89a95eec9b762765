import { expect, test } from '@jest/globals';
import { processOf } from './diagrams.ts';
import { plansOf } from '../kernel/harness.ts';
import { Pair } from './pair.ts';

const told = (words: string): string => `<extensionElements>${words}</extensionElements>`;
const begun = async (lines: string, payload = {}): Promise<Pair> => {
  const pair = new Pair(plansOf(await processOf(lines)));
  await pair.act({ kind: 'start', at: 'start', payload });
  return pair;
};

test('a message goes out under the key that its payload gives, and is kept as long as the diagram says, on both', async () => {
  const pair = await begun(
    `<startEvent id="start"/>
<intermediateThrowEvent id="ask">${told('<gc:payload from="orderNo + 1" to="number"/><gc:correlation key="number" keepFor="P90D"/>')}<messageEventDefinition messageRef="m"/></intermediateThrowEvent>
<userTask id="a"/>
start > ask
ask > a`,
    { orderNo: 6 },
  );
  expect(pair.engine.asked).toContain('messageSent m [{"number":7},7,"P90D"]');
});

test('the key of whoever waits is that of now, on both', async () => {
  const pair = await begun(
    `<startEvent id="start"/><userTask id="a"/>
<subProcess id="aside" triggeredByEvent="true"><startEvent id="told" isInterrupting="false">${told('<gc:correlation key="number"/>')}<messageEventDefinition messageRef="m"/></startEvent></subProcess>
start > a`,
    { number: 7 },
  );
  expect(pair.engine.asked).toContain('message m 7');
  await pair.act({ kind: 'change', values: { number: 8 } });
  expect(pair.engine.asked).toEqual(['message m 8']);
});

test('an error of an end event carries its values to where it is caught, on both', async () => {
  const pair = await begun(
    `<startEvent id="start"/>
<subProcess id="sub"><startEvent id="go"/><endEvent id="raise">${told('<gc:payload from="amount * 2" to="twice"/>')}<errorEventDefinition errorRef="e"/></endEvent>
<sequenceFlow id="f" sourceRef="go" targetRef="raise"/></subProcess>
<boundaryEvent id="edge" attachedToRef="sub">${told('<gc:payload from="twice" to="seen"/>')}<errorEventDefinition/></boundaryEvent>
<userTask id="caught"/>
start > sub
edge > caught`,
    { amount: 2 },
  );
  expect(pair.engine.values).toEqual(['{"amount":2,"seen":4}']);
});
