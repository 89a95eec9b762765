import type { ReactNode } from 'react';
import { useWords } from '../../../words/words.ts';
import { Typed } from './typed.tsx';

/** Numbers as the runtime takes them: whole, of at most four digits. */
const NUMBER = /^\d{1,4}$/;

/** A whole number within the runtime's limits, typed in the place of the one that stands there. */
export function Amount({
  label,
  value,
  put,
  least = 0,
  none,
  after,
}: {
  readonly label: string;
  /** Undefined: none. */
  readonly value: number | undefined;
  readonly put: (value: number | undefined) => void;
  readonly least?: number;
  /** What an empty field means; without it a number must be there. */
  readonly none?: string;
  /** Behind the field: a unit. */
  readonly after?: ReactNode;
}) {
  const { w } = useWords();
  return (
    <Typed
      figure
      label={label}
      value={value === undefined ? '' : String(value)}
      put={(text) => put(text === '' ? undefined : Number(text))}
      check={(text) => ((text === '' && none !== undefined) || isAmount(text, least) ? undefined : w('wholeNumber'))}
      placeholder={none}
      after={after}
    />
  );
}

/** Whether a text is a whole number within the runtime's limits, and at least `least`. */
export const isAmount = (text: string, least = 0): boolean => NUMBER.test(text) && Number(text) >= least;
