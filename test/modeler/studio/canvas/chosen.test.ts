/** @jest-environment jsdom */
import { describe, expect, test } from '@jest/globals';
import { openDesk, shipped, type Desk } from './desk.ts';

const documents = shipped('04-electronic-documents.bpmn');

/** A click as the canvas tells of it. */
function click(desk: Desk, id: string, keys: { readonly shiftKey?: boolean } = {}): void {
  const element = desk.drawn(id);
  desk.editor.get('eventBus').fire('element.click', { element, originalEvent: new MouseEvent('click', { button: 0, ...keys }) });
}

const chosen = (desk: Desk): readonly string[] =>
  desk.editor
    .get('selection')
    .get()
    .map(({ id }) => id);

/** The words beside what is chosen, and what pressing one does. */
interface Pad {
  getEntries(target: object): {
    readonly [word: string]: { readonly action: { readonly click: (event: unknown, element: object) => void } };
  };
}

describe('What is chosen', () => {
  test('stays chosen when it is clicked again', async () => {
    const desk = await openDesk(documents);
    click(desk, 'in_propose');
    click(desk, 'in_propose');
    expect(chosen(desk)).toEqual(['in_propose']);
  });

  test('gives way to another, and with Shift to nothing', async () => {
    const desk = await openDesk(documents);
    click(desk, 'in_propose');
    click(desk, 'in_secret');
    expect(chosen(desk)).toEqual(['in_secret']);
    click(desk, 'in_secret', { shiftKey: true });
    expect(chosen(desk)).toEqual([]);
  });
});

describe('The words of an arrow', () => {
  test('have a step put onto the arrow, which they may cover', async () => {
    const desk = await openDesk(documents);
    const { label } = desk.drawn('in_secret_to_propose');
    if (!label) throw new Error('the arrow has no words');
    const entries = desk.editor.get<Pad & object>('contextPad').getEntries(label);
    expect(Object.keys(entries)).toEqual(['stepHere', 'decisionHere', 'rename']);
    entries['stepHere']?.action.click(new MouseEvent('click'), label);
    const [made] = desk.editor.get('selection').get();
    expect(made?.incoming.map(({ id }) => id)).toEqual(['in_secret_to_propose']);
    expect(made?.outgoing[0]?.target?.id).toBe('in_propose');
  });
});
