import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { editedBy, type Thing } from './fixtures.ts';

/** The diagrams that are run in test/runtime/diagram/foreign. */
const folder = new URL('../../../runtime/diagram/foreign/', import.meta.url);
const textOf = (file: string): string => readFileSync(new URL(file, folder), 'utf8');
const files = readdirSync(folder).filter((file) => /\.(bpmn|xml)$/.test(file));

describe.each(files)('%s', (file) => {
  const xml = textOf(file);

  test('stays to the byte where nothing was edited', async () => {
    expect(await editedBy(xml, () => undefined)).toBe(xml);
  });

  test('is changed in nothing but the name of its first step that gets another', async () => {
    const [whole = '', before = '', name = ''] = /(<(?:bpmn:)?(?:userTask|callActivity)\b[^>]*? name=")([^"]*)"/.exec(xml) ?? [];
    const id = / id="([^"]*)"/.exec(before)?.[1] ?? '';
    const saved = await editedBy(xml, ({ byId }) => byId(id).set('name', '新名称'));
    expect(saved).toBe(xml.replace(whole, whole.replace(`"${name}"`, '"新名称"')));
  });
});

describe('A reference to what the file does not hold', () => {
  const xml = textOf('camunda7-dangling.bpmn');

  test('survives an edit of the very step that has it', async () => {
    const saved = await editedBy(xml, ({ byId }) => byId('wait').set('name', '等文件'));
    expect(saved).toBe(xml.replace('name="Wait for the paper"', 'name="等文件"'));
    expect(saved).toContain('messageRef="Message_gone" camunda:asyncAfter="true"');
  });

  test('gives way to the message that is chosen instead', async () => {
    const saved = await editedBy(xml, ({ byId }) => byId('wait').set('messageRef', byId('Message_sent')));
    expect(saved).toBe(xml.replace('Message_gone', 'Message_sent'));
  });

  test('stays where the step gets a word of ours', async () => {
    const saved = await editedBy(xml, ({ byId, moddle }) => {
      const values: Thing[] = [moddle.create('gc:Correlation', { key: 'number' })];
      byId('wait').set('extensionElements', moddle.create('bpmn:ExtensionElements', { values }));
    });
    expect(saved).toContain('messageRef="Message_gone" camunda:asyncAfter="true"');
    expect(saved).toContain('<gc:correlation key="number"');
  });
});
