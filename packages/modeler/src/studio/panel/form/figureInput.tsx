import { fenOf, yuanOf } from '../../../task/money.ts';
import { numberOf } from '../../../task/field/numberOf.ts';
import { useWords } from '../../../words/words.ts';
import { LineInput } from './lineInput.tsx';

/** A bound of a field: a number, an amount in yuan that is kept in fen, or none. What is no number is not taken. */
export function FigureInput({
  label,
  value,
  put,
  money = false,
  whole = false,
}: {
  readonly label: string;
  readonly value: number | undefined;
  readonly put: (value: number | undefined) => void;
  readonly money?: boolean;
  /** Only whole numbers from 0 on. */
  readonly whole?: boolean;
}) {
  const { w } = useWords();
  const read = (text: string): void => {
    const found = money ? fenOf(text) : numberOf(text);
    if (text === '') put(undefined);
    else if (found !== null && (!whole || (Number.isInteger(found) && found >= 0))) put(found);
  };
  return (
    <LineInput
      figure
      label={label}
      value={value === undefined ? '' : money ? yuanOf(value) : String(value)}
      put={read}
      placeholder={w('noBound')}
      {...(money ? { suffix: w('yuan') } : {})}
    />
  );
}
