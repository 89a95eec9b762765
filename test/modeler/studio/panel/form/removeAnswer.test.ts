import { describe, expect, test } from '@jest/globals';
import { textAt, elementAt } from '../../../../../packages/modeler/src/studio/file/moddle.ts';
import { processOf } from '../../../../../packages/modeler/src/studio/file/process.ts';
import { changeDecision } from '../../../../../packages/modeler/src/studio/panel/form/decisionCommands.ts';
import { removeAnswer, testsOf, type AnswerOf } from '../../../../../packages/modeler/src/studio/panel/form/removeAnswer.ts';
import { openDesk, type Desk } from '../desk.ts';

/** A step that decides between three, a branch with these conditions behind it, and a field that is shown by a condition of its own. */
const branching = (conditions: readonly string[], showWhen = ''): Promise<Desk> =>
  openDesk(`<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gc="urn:guicheng:bpmn:1" id="d" targetNamespace="urn:x">
  <bpmn:process id="p" isExecutable="true"><bpmn:extensionElements><gc:form>
    <gc:field key="copies" name="份数" type="number" /><gc:field key="why" name="理由" type="text"${showWhen ? ` showWhen='${showWhen}'` : ''} /></gc:form></bpmn:extensionElements>
    <bpmn:userTask id="step"><bpmn:extensionElements><gc:decision key="result" name="结果">
      <gc:option value="pass" name="通过" /><gc:option value="back" name="退回" /><gc:option value="refuse" name="不同意" /></gc:decision></bpmn:extensionElements></bpmn:userTask>
    <bpmn:sequenceFlow id="in" sourceRef="step" targetRef="branch" /><bpmn:exclusiveGateway id="branch" />
    ${conditions
      .map(
        (feel, at) =>
          `<bpmn:userTask id="to${at}" /><bpmn:sequenceFlow id="way${at}" sourceRef="branch" targetRef="to${at}"><bpmn:conditionExpression>${feel.replace('<', '&lt;')}</bpmn:conditionExpression></bpmn:sequenceFlow>`,
      )
      .join('')}
  </bpmn:process></bpmn:definitions>`);

const answerIn = (desk: Desk, value: string): AnswerOf => {
  const process = processOf(desk.drawn('step'));
  if (!process) throw new Error('no process');
  return { process, key: 'result', value };
};
/** Takes an answer away with what tests it. */
const remove = (desk: Desk, value: string): void =>
  removeAnswer(desk, testsOf(desk, answerIn(desk, value)).arrows, () =>
    changeDecision(desk, desk.drawn('step'), (decision) => ({
      ...decision,
      options: (decision.options ?? []).filter((option) => option.value !== value),
    })),
  );
const conditions = async (desk: Desk): Promise<readonly (string | undefined)[]> => {
  const [process] = (await desk.model()).processes;
  return (process?.flows ?? []).filter(({ id }) => id !== ('in' as never)).map(({ condition }) => condition);
};

describe('An answer that is taken away', () => {
  test.each([
    ['takes the arrow with it that only it could go', ['result = "pass"', 'result = "back"'], ['result = "pass"']],
    [
      'leaves an arrow the other answers that it goes for',
      ['result = "pass"', 'result = "back" or result = "refuse"'],
      ['result = "pass"', 'result = "refuse"'],
    ],
    [
      'takes the arrow that needs it together with something else',
      ['result = "pass"', 'result = "back" and copies = 1'],
      ['result = "pass"'],
    ],
    [
      'leaves an arrow what else it asks, where it asked for the others',
      ['result = "pass"', 'result != "back" and copies = 1'],
      ['result = "pass"', 'copies = 1'],
    ],
    [
      'leaves an arrow without a condition that asked for the others only, to be asked anew',
      ['result = "pass"', 'result != "back"'],
      ['result = "pass"', undefined],
    ],
    ['leaves the only way out, without a condition', ['result = "back"'], [undefined]],
  ])('%s', async (_, before, after) => {
    const desk = await branching(before);
    const file = await desk.xml();
    remove(desk, 'back');
    expect(await conditions(desk)).toEqual(after);
    expect(await desk.xml()).not.toContain('back');
    expect(desk.steps()).toBe(1);
    desk.undo();
    expect(await desk.xml()).toBe(file);
  });

  test('says which arrows, and does not touch one that only compares the words with something else', async () => {
    const desk = await branching(['result = "pass"', 'why = "back"', 'result = "refuse"']);
    expect(testsOf(desk, answerIn(desk, 'back'))).toEqual({ arrows: [], others: [] });
    expect(testsOf(desk, answerIn(desk, 'pass')).arrows.map(({ arrow, feel }) => [arrow.drawn.id, feel])).toEqual([['way0', null]]);
  });

  test('stays while something else than an arrow asks for it, which is told', async () => {
    const desk = await branching(['result = "pass"'], 'result = "back"');
    expect(testsOf(desk, answerIn(desk, 'back')).others.map(({ what, field }) => [what, field])).toEqual([['useShowWhen', 'why']]);
    expect(textAt(elementAt(desk.drawn('way0').businessObject, 'conditionExpression'), 'body')).toBe('result = "pass"');
  });
});
