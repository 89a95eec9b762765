/** @jest-environment jsdom */
import { describe, expect, test } from '@jest/globals';
import { openDesk, shipped, type Desk } from './desk.ts';

const documents = shipped('04-electronic-documents.bpmn');

const press = (desk: Desk, key: string): void => {
  desk.editor.get('eventBus').fire('keyboard.keydown', { keyEvent: new KeyboardEvent('keydown', { key }) });
};
const told = (): string | null | undefined => document.querySelector('.gc-keys strong')?.textContent;
const choose = (desk: Desk, id: string): void => desk.editor.get('selection').select(desk.drawn(id));
const targetsOf = (desk: Desk, id: string): readonly (string | undefined)[] => desk.drawn(id).outgoing.map(({ target }) => target?.id);

describe('Two steps, by keys alone', () => {
  test('are connected: c holds the one, Enter connects it to the other, in one step of undo', async () => {
    const desk = await openDesk(documents);
    choose(desk, 'in_register');
    press(desk, 'c');
    expect(told()).toContain('从这里连线');
    choose(desk, 'in_propose');
    press(desk, 'Enter');
    expect(told()).toBe('已连上');
    expect(targetsOf(desk, 'in_register')).toContain('in_propose');
    expect(desk.undoAll()).toBe(1);
  });

  test('are not connected where that has no meaning, nor after Escape', async () => {
    const desk = await openDesk(documents);
    const before = targetsOf(desk, 'in_register');
    choose(desk, 'in_register');
    press(desk, 'c');
    choose(desk, 'in_start');
    press(desk, 'Enter');
    expect(told()).toBe('不能连到这里');
    press(desk, 'Escape');
    expect(told()).toBe('不连了');
    expect(targetsOf(desk, 'in_register')).toEqual(before);
    expect(desk.undoAll()).toBe(0);
  });
});
