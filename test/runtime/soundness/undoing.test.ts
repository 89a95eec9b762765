import { expect, test } from '@jest/globals';
import { inShort, judged, plain, some } from './judging.ts';

const UNDOABLE =
  '<boundaryEvent id="mark" attachedToRef="a"><compensateEventDefinition/></boundaryEvent><userTask id="back" isForCompensation="true"/><association id="by" sourceRef="mark" targetRef="back"/>';
const UNDO = '<intermediateThrowEvent id="undo"><compensateEventDefinition/></intermediateThrowEvent>';

test('a step that is done again and again and can be undone each time is decided', async () => {
  const [found] = await judged(
    plain(
      `${some('startEvent', 's')}${some('exclusiveGateway', 'merge', 'choose')}${some('userTask', 'a')}${UNDOABLE}${UNDO}${some('endEvent', 'e')}`,
      's > merge > a > choose > undo > e',
      'choose > merge',
    ),
  );
  expect(found && inShort(found)).toEqual(['sound']);
  expect(found?.markings).toBeLessThan(60);
});

test('what is chosen in any order, as often as one likes, and can be undone is decided', async () => {
  const [found] = await judged(
    plain(
      `${some('startEvent', 's')}<adHocSubProcess id="any">${some('userTask', 'a')}${UNDOABLE}</adHocSubProcess>${UNDO}${some('endEvent', 'e')}`,
      's > any > undo > e',
    ),
  );
  expect(found && inShort(found)).toEqual(['sound']);
  expect(found?.markings).toBeLessThan(60);
});

test('what is asked once something is undone is asked either way', async () => {
  const [found] = await judged(
    plain(
      `${some('startEvent', 's')}${some('userTask', 'a', 'b')}${UNDOABLE}${UNDO}<exclusiveGateway id="choose" default="choose-e"/>${some('endEvent', 'e', 'f')}<sequenceFlow id="choose-b" sourceRef="choose" targetRef="b"><conditionExpression>x = true</conditionExpression></sequenceFlow>`,
      's > a > undo > choose > e',
      'b > f',
    ),
  );
  expect(found && inShort(found)).toEqual(['sound']);
});
