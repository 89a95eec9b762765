import { type ElementId, type Feel, id } from '../words/ids.ts';

/** The name that stands for the condition of an event: whoever explores makes it true for the moment in which it happens. */
export const whenName = (element: ElementId, trigger: number): Feel =>
  id<'feel'>(
    `_when_${[...element].map((letter) => (/[A-Za-z0-9]/.test(letter) ? letter : `_${letter.codePointAt(0)}_`)).join('')}_${trigger}`,
  );
