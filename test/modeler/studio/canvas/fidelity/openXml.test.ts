/** @jest-environment jsdom */
import { describe, expect, test } from '@jest/globals';
import { emptyDesk, shipped } from '../desk.ts';

const documents = shipped('04-electronic-documents.bpmn');

describe('A file that is shown before it is remembered', () => {
  test('is saved with what was done meanwhile, and is itself again when that is undone', async () => {
    const { editor, door } = await emptyDesk();
    let shown = false;
    const rename = (name: string): void => {
      const step = editor.get('elementRegistry').get('in_propose');
      if (step) editor.get('modeling').updateProperties(step, { name });
    };
    await door.openXml(editor, documents, () => {
      shown = true;
      rename('新名称');
    });
    expect(shown).toBe(true);
    const edited = await door.saveXml(editor);
    expect(edited).toBe(documents.replace('name="收文拟办"', 'name="新名称"'));
    editor.get<{ undo(): void }>('commandStack').undo();
    expect(await door.saveXml(editor)).toBe(documents);
  });
});
