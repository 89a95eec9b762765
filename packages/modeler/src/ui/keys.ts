import { useEffect, useRef } from 'react';
import type { Word } from '../words/zh.ts';

/** What of a key press is looked at. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
}

/** Every key of the app, as `?` shows them. */
export const KEYS: readonly { readonly chord: string; readonly word: Word }[] = [
  { chord: 'Ctrl+K', word: 'keyFind' },
  { chord: 'j', word: 'keyNext' },
  { chord: 'k', word: 'keyPrevious' },
  { chord: 'Enter', word: 'keyOpen' },
  { chord: 'x', word: 'keyChoose' },
  { chord: 'Escape', word: 'keyClose' },
  { chord: 'Ctrl+Enter', word: 'keySubmit' },
  { chord: 'n', word: 'keyStart' },
  { chord: '?', word: 'keyHelp' },
];

/**
 * The chord of a press: `j`, `?`, `Ctrl+K`; on a Mac the command key is Ctrl. None while an input method composes, none with Alt, and
 * no plain key while somebody is typing.
 */
export function chordOf(press: Press, typing: boolean): string | null {
  if (press.isComposing || press.altKey) return null;
  if (press.ctrlKey || press.metaKey) return `Ctrl+${press.key.length === 1 ? press.key.toUpperCase() : press.key}`;
  return typing ? null : press.key;
}

const TYPED = 'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true], [role=combobox]';

/** Whether what a person presses there is text. */
export const isTyping = (target: EventTarget | null): boolean => target instanceof Element && target.closest(TYPED) !== null;

/** Listens to chords as long as it is mounted; who handles one keeps it from the browser. A dialog in front takes all keys. */
export function useKeys(handlers: { readonly [chord: string]: (event: KeyboardEvent) => void }): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('[role=dialog][aria-modal=true]')) return;
      const chord = chordOf(event, isTyping(event.target));
      const handle = chord === null ? undefined : latest.current[chord];
      if (!handle) return;
      event.preventDefault();
      handle(event);
    };
    globalThis.addEventListener('keydown', press);
    return () => globalThis.removeEventListener('keydown', press);
  }, []);
}
