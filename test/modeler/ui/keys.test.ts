/** @jest-environment jsdom */
import { describe, expect, test } from '@jest/globals';
import { chordOf, isTyping, KEYS, type Press } from '../../../packages/modeler/src/ui/keys.ts';

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...more,
});

describe('A key press', () => {
  test.each([
    ['a plain key', press('j'), 'j'],
    ['a sign that needs Shift', press('?'), '?'],
    ['Ctrl with a letter, whatever its case', press('k', { ctrlKey: true }), 'Ctrl+K'],
    ['the command key of a Mac', press('k', { metaKey: true }), 'Ctrl+K'],
    ['Ctrl Enter', press('Enter', { ctrlKey: true }), 'Ctrl+Enter'],
    ['a key while an input method composes', press('j', { isComposing: true }), null],
    ['a key with Alt', press('j', { altKey: true }), null],
  ])('%s', (_, pressed, chord) => {
    expect(chordOf(pressed, false)).toBe(chord);
  });

  test('is text while somebody is typing, but a chord with Ctrl is not', () => {
    expect([chordOf(press('j'), true), chordOf(press('k', { ctrlKey: true }), true)]).toEqual([null, 'Ctrl+K']);
  });

  test('is typing in a field, a list to choose from, and what can be edited; not on a tick, a button, a link', () => {
    document.body.innerHTML =
      '<input id="a"><textarea id="b"></textarea><div contenteditable="true"><i id="c"></i></div><span role="combobox" id="d"></span>' +
      '<input type="checkbox" id="e"><button id="f"></button><a id="g"></a>';
    const typing = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].filter((id) => isTyping(document.querySelector(`#${id}`)));
    expect(typing).toEqual(['a', 'b', 'c', 'd']);
  });
});

test('Each chord stands once in the table of keys', () => {
  const chords = KEYS.map((one) => one.chord);
  expect(new Set(chords).size).toBe(chords.length);
});
