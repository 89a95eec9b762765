/** @jest-environment jsdom */
import { describe, expect, test } from '@jest/globals';
import type { Drawn, Meaning } from '../../../../packages/modeler/src/studio/canvas/services.ts';
import { linesOf, openDesk, shipped, type Desk } from './desk.ts';

const documents = shipped('04-electronic-documents.bpmn');

interface CopyPaste {
  copy(elements: readonly Drawn[]): void;
  paste(where: { readonly element: Drawn; readonly point: { readonly x: number; readonly y: number } }): readonly Drawn[];
}

/** Copies these elements and pastes them farther down in their pool. */
function pasted(desk: Desk, ...ids: readonly string[]): readonly Drawn[] {
  const copyPaste = desk.editor.get<CopyPaste>('copyPaste');
  copyPaste.copy(ids.map((id) => desk.drawn(id)));
  return copyPaste.paste({ element: desk.drawn('pool_incoming'), point: { x: 700, y: 700 } });
}

const wordsOf = (element: Drawn | undefined, word: string): readonly Meaning[] =>
  (((element?.businessObject.get('extensionElements') as Meaning | undefined)?.get('values') ?? []) as readonly Meaning[]).filter(
    ({ $type }) => $type === word,
  );

const named = (elements: readonly Drawn[], name: string): Drawn | undefined =>
  elements.find(({ businessObject, labelTarget }) => !labelTarget && businessObject.get('name') === name);

const said = (word: string): string => documents.replace(/( id="in_propose"[^>]*>\s*<bpmn:extensionElements>)/, `$1${word}`);

describe('What is pasted', () => {
  test('has new ids, the same words, and is undone in one step', async () => {
    const desk = await openDesk(documents);
    const before = linesOf(await desk.xml());
    const made = pasted(desk, 'in_register', 'in_secret', 'in_register_to_secret');
    for (const { id } of made) expect(before.join('\n')).not.toContain(`id="${id}"`);
    const register = named(made, '收文登记');
    expect(register?.id).toMatch(/^step_/);
    expect(wordsOf(register, 'gc:Access').length).toBe(wordsOf(desk.drawn('in_register'), 'gc:Access').length);
    expect(wordsOf(register, 'gc:Access').map((word) => word.get('field'))).toEqual(
      wordsOf(desk.drawn('in_register'), 'gc:Access').map((word) => word.get('field')),
    );
    expect(desk.undoAll()).toBe(1);
    expect(linesOf(await desk.xml())).toEqual(before);
  });

  test('refers to its own group where what it referred to was copied too', async () => {
    const desk = await openDesk(said('<gc:notSameAs step="in_register" />'));
    const made = pasted(desk, 'in_register', 'in_propose');
    expect(wordsOf(named(made, '收文拟办'), 'gc:NotSameAs').map((word) => word.get('step'))).toEqual([named(made, '收文登记')?.id]);
    expect(wordsOf(desk.drawn('in_propose'), 'gc:NotSameAs').map((word) => word.get('step'))).toEqual(['in_register']);
  });

  test('refers to what it referred to before where that was not copied', async () => {
    const desk = await openDesk(said('<gc:notSameAs step="in_register" />'));
    const [made] = pasted(desk, 'in_propose');
    expect(wordsOf(made, 'gc:NotSameAs').map((word) => word.get('step'))).toEqual(['in_register']);
  });

  test('has risks and time limits under ids of their own', async () => {
    const desk = await openDesk(said('<gc:risk id="propose_risk" level="1" /><gc:risk id="propose_risk2" level="2" />'));
    const [made] = pasted(desk, 'in_propose');
    expect(wordsOf(made, 'gc:Risk').map((word) => word.get('id'))).toEqual([
      `${made?.id}_risk`,
      `${made?.id}_risk2`,
      // The step's own.
      `${made?.id}_risk3`,
    ]);
  });

  test('keeps what other software wrote on it', async () => {
    const desk = await openDesk(said('<other:note by="them" />').replace('xmlns:gc=', 'xmlns:other="urn:other" xmlns:gc='));
    pasted(desk, 'in_propose');
    expect((await desk.xml()).split('<other:note by="them" />').length).toBe(3);
  });
});
