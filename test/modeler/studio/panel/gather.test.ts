import { describe, expect, test } from '@jest/globals';
import { elementAt, textAt, type ModdleElement } from '../../../../packages/modeler/src/studio/file/moddle.ts';
import { wordsIn } from '../../../../packages/modeler/src/studio/file/extension.ts';
import { processOf } from '../../../../packages/modeler/src/studio/file/process.ts';
import { fieldsOf } from '../../../../packages/modeler/src/studio/panel/form/fieldPlain.ts';
import {
  addField,
  changeField,
  deleteField,
  showFields,
  type FormPlace,
} from '../../../../packages/modeler/src/studio/panel/form/formCommands.ts';
import { freshField } from '../../../../packages/modeler/src/studio/panel/form/freshField.ts';
import { takenKeys } from '../../../../packages/modeler/src/studio/panel/form/takenKeys.ts';
import { usesOf } from '../../../../packages/modeler/src/studio/panel/form/uses.ts';
import { putHowMany } from '../../../../packages/modeler/src/studio/panel/many/many.ts';
import { subjectsOf } from '../../../../packages/modeler/src/studio/panel/condition/subjects.ts';
import { id } from '../../../../packages/runtime/src/words/ids.ts';
import { person, yes } from '../../../runtime/office/harness.ts';
import { newRequest, studio } from '../../../runtime/office/studio.ts';
import { openDesk, type Desk } from './desk.ts';

/** People are chosen, one of them writes an opinion, whoever began it reads. */
const flow = (): Promise<Desk> =>
  openDesk(`<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gc="urn:guicheng:bpmn:1" id="d" targetNamespace="urn:x">
  <bpmn:process id="asking" name="征求意见" isExecutable="true">
    <bpmn:extensionElements><gc:starter kind="initiator" /><gc:form>
      <gc:field key="people" name="征求谁" type="persons" required="true" />
      <gc:field key="opinion" name="意见" type="opinion" required="true" />
    </gc:form></bpmn:extensionElements>
    <bpmn:startEvent id="start"><bpmn:extensionElements><gc:access field="people" mode="write" /></bpmn:extensionElements></bpmn:startEvent>
    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="ask" />
    <bpmn:userTask id="ask" name="提意见"><bpmn:extensionElements><gc:assignment kind="initiator" /><gc:access field="opinion" mode="write" /></bpmn:extensionElements></bpmn:userTask>
    <bpmn:sequenceFlow id="b" sourceRef="ask" targetRef="read" />
    <bpmn:userTask id="read" name="汇总"><bpmn:extensionElements><gc:assignment kind="initiator" /><gc:access field="opinion" mode="read" /></bpmn:extensionElements></bpmn:userTask>
    <bpmn:sequenceFlow id="c" sourceRef="read" targetRef="end" />
    <bpmn:endEvent id="end" />
  </bpmn:process>
</bpmn:definitions>`);

const placeAt = (desk: Desk, step: string): FormPlace => {
  const process = processOf(desk.drawn(step));
  if (!process) throw new Error(step);
  return { modeler: desk, process, step: desk.drawn(step) };
};
const gathered = (desk: Desk): readonly (readonly string[])[] => {
  const loop: ModdleElement | undefined = elementAt(desk.drawn('ask').businessObject, 'loopCharacteristics');
  return wordsIn(loop, 'gc:Collect').map((word) => [textAt(word, 'field'), textAt(word, 'into')]);
};
/** A new field that each fills in for themselves. */
const addOwn = (desk: Desk, type: 'yesNo' | 'opinion', name: string): string => {
  const place = placeAt(desk, 'ask');
  const field = { ...freshField({ name, language: 'zh', type, required: true }, takenKeys(place.process)), perItem: true };
  addField(place, field, null);
  return field.key;
};

describe('What each of several fills in', () => {
  test('is each one’s own, and gathered, as soon as a step is done by several; one undo takes it back', async () => {
    const desk = await flow();
    const before = await desk.xml();
    putHowMany(desk, desk.drawn('ask'), 'parallel');
    expect(fieldsOf(placeAt(desk, 'ask').process).map(({ key, perItem }) => [key, perItem === true])).toEqual([
      ['people', false],
      ['opinion', true],
    ]);
    expect(gathered(desk)).toEqual([['opinion', 'opinionList']]);
    expect(desk.steps()).toBe(1);
    desk.undo();
    expect(await desk.xml()).toBe(before);
  });

  test('stays one for all where another step fills it in too, or something reads it', async () => {
    const desk = await flow();
    showFields(placeAt(desk, 'read'), [{ field: 'opinion', mode: 'write' }]);
    putHowMany(desk, desk.drawn('ask'), 'parallel');
    expect([fieldsOf(placeAt(desk, 'ask').process)[1]?.perItem, gathered(desk)]).toEqual([undefined, []]);
  });

  test('is gathered when a field is added, made each one’s own, or let to be filled in, under a name that nothing has', async () => {
    const desk = await flow();
    putHowMany(desk, desk.drawn('ask'), 'parallel');
    const agrees = addOwn(desk, 'yesNo', '同意');
    expect(gathered(desk)).toEqual([
      ['opinion', 'opinionList'],
      [agrees, `${agrees}List`],
    ]);
    const place = placeAt(desk, 'ask');
    const steps = desk.steps();
    const [people] = fieldsOf(place.process);
    if (people) changeField(place, { ...people, perItem: true });
    expect([gathered(desk).length, desk.steps()]).toEqual([2, steps + 1]);
    showFields(place, [{ field: 'people', mode: 'write' }]);
    expect([gathered(desk).at(-1), desk.steps()]).toEqual([['people', 'peopleList'], steps + 2]);
    showFields(place, [{ field: 'people', mode: 'write' }]);
    expect(desk.steps()).toBe(steps + 2);
  });

  test('can be asked of everyone in the conditions behind, and keeps the field only while one does', async () => {
    const desk = await flow();
    putHowMany(desk, desk.drawn('ask'), 'parallel');
    const { process } = placeAt(desk, 'ask');
    expect(subjectsOf(process, desk.drawn('b').businessObject).map(({ key, each }) => [key, each])).toContainEqual(['opinionList', true]);
    expect(usesOf(process, 'opinion')).toEqual([]);
    expect(deleteField(placeAt(desk, 'ask'), 'opinion')).toEqual([]);
    expect(await desk.xml()).not.toContain('opinion');
    desk.undo();
    expect(gathered(desk)).toEqual([['opinion', 'opinionList']]);
  });

  test('is there for the step behind, as two people wrote it, when the flow that was drawn runs', async () => {
    const desk = await flow();
    putHowMany(desk, desk.drawn('ask'), 'parallel');
    const agrees = addOwn(desk, 'yesNo', '同意');
    showFields(placeAt(desk, 'read'), [{ field: agrees, mode: 'read' }]);
    const story = await studio();
    const { flow: key } = yes(
      await story.office.newFlow(person('li-min'), { request: newRequest(), name: '征求意见', xml: await desk.xml() }),
    );
    yes(await story.on(key).hold());
    yes(await story.on(key).publishes());

    await story.start('li-min', 'asking', { people: ['wu-fang', 'chen-zhiqiang'] });
    await story.does('wu-fang', 'ask', { values: { opinion: '建议缓办。', [agrees]: false } });
    expect((await story.todo('li-min')).map(({ element }) => element)).not.toContain('read');
    await story.does('chen-zhiqiang', 'ask', { values: { opinion: '同意。', [agrees]: true } });

    const task = await story.taskOf('li-min', 'read');
    const page = yes(await story.office.task(person('li-min'), id(task.id)));
    expect(page.opinions.map(({ by, words }) => [by.name.zh, words])).toEqual([
      ['吴芳', '建议缓办。'],
      ['陈志强', '同意。'],
    ]);
    expect(page.fields.map(({ name, value, each }) => [name.zh, value, each?.map((one) => [one.by.zh, one.value])])).toEqual([
      [
        '意见',
        null,
        [
          ['吴芳', '建议缓办。'],
          ['陈志强', '同意。'],
        ],
      ],
      [
        '同意',
        null,
        [
          ['吴芳', false],
          ['陈志强', true],
        ],
      ],
    ]);
    yes(await story.complete('li-min', task.id));
  });
});
