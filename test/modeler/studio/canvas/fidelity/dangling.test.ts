/** @jest-environment jsdom */
import { describe, expect, test } from '@jest/globals';
import { emptyDesk, shipped } from '../desk.ts';
import type { Drawn, Meaning } from '../../../../../packages/modeler/src/studio/canvas/services.ts';

const documents = shipped('04-electronic-documents.bpmn');
const named = (documents.match(/messageRef="([^"]+)"/) ?? [])[1] ?? '';
/** The shipped flow, in which one step refers to a message that nobody declares. */
const dangling = documents.replace(`messageRef="${named}"`, 'messageRef="nobody_declares_it"');

describe('A reference to what the file does not declare', () => {
  test('is kept when the file is saved as it is', async () => {
    const { editor, door } = await emptyDesk();
    await door.openXml(editor, dangling);
    expect(await door.saveXml(editor)).toBe(dangling);
  });

  test('is kept when something else is edited, so that the rule goes on to tell of it', async () => {
    const { editor, door } = await emptyDesk();
    await door.openXml(editor, dangling);
    const step = editor.get('elementRegistry').get('in_propose') as Drawn;
    editor.get('modeling').updateProperties(step, { name: '另一个名称' });
    const saved = await door.saveXml(editor);
    expect(saved).toContain('另一个名称');
    expect(saved).toContain('messageRef="nobody_declares_it"');
  });

  test('is kept when what refers is itself edited', async () => {
    const { editor, door } = await emptyDesk();
    await door.openXml(editor, dangling);
    const start = editor.get('elementRegistry').get('in_start') as Drawn;
    editor.get('modeling').updateProperties(start, { name: '另一个名称' });
    expect(await door.saveXml(editor)).toContain('messageRef="nobody_declares_it"');
  });

  test('is kept when what refers becomes one that waits for several things', async () => {
    const { editor, door } = await emptyDesk();
    await door.openXml(editor, dangling);
    const element = editor.get('elementRegistry').get('in_start') as Drawn;
    const target = { type: 'bpmn:StartEvent', eventDefinitionType: 'bpmn:MessageEventDefinition', also: ['bpmn:SignalEventDefinition'] };
    editor.get('commandStack').execute('office.become', { element, target });
    const saved = await door.saveXml(editor);
    expect(saved).toContain('<bpmn:signalEventDefinition');
    expect(saved).toContain('messageRef="nobody_declares_it"');
  });

  test('gives way to one that is declared, once somebody says which', async () => {
    const { editor, door } = await emptyDesk();
    await door.openXml(editor, dangling);
    const start = editor.get('elementRegistry').get('in_start') as Drawn;
    const [definition] = start.businessObject.get('eventDefinitions') as readonly Meaning[];
    const file = start.businessObject.$parent?.$parent?.get('rootElements') as readonly Meaning[];
    const declared = file.find(({ id }) => id === named);
    editor.get('modeling').updateModdleProperties(start, definition, { messageRef: declared });
    const saved = await door.saveXml(editor);
    expect(saved).toContain(`messageRef="${named}"`);
    expect(saved).not.toContain('nobody_declares_it');
  });
});
