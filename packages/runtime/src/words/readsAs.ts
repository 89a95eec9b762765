import { initialsOf } from './initials.ts';

/**
 * Whether what was typed occurs in a text: as it is written (case aside), or as the pinyin initials of neighbouring characters: `sw`
 * finds 收文, `zw` finds 张伟. Nothing typed occurs everywhere.
 */
export function readsAs(text: string, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '' || text.toLowerCase().includes(wanted)) return true;
  if (!/^[a-z]+$/.test(wanted)) return false;
  const letters = [...text].map(initialsOf).filter((one) => one !== '');
  return letters.some((_, start) => [...wanted].every((letter, at) => letters[start + at]?.includes(letter) ?? false));
}
