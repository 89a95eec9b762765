import { useState } from 'react';
import { Input } from 'antd';
import { useWords } from '../../words/words.ts';
import { fenOf, moneyInCapitals, yuanOf } from '../money.ts';
import { textOf } from '../values.ts';
import { spoken, type Control } from './control.ts';
import { numberOf } from './numberOf.ts';

/**
 * A number or an amount as it is typed. What cannot be read as one is kept as text, so that nothing typed is lost; the server's answer
 * names it.
 */
function Figures({
  control,
  read,
  write,
}: {
  readonly control: Control;
  readonly read: (typed: string) => number | null;
  readonly write: (value: number) => string;
}) {
  const { field, value, faulty, change } = control;
  const [typed, setTyped] = useState('');
  const written = typeof value === 'number' ? write(value) : textOf(value);
  // While "12." is typed the value is 12 already: what the hands wrote stays in the box.
  const shown = typed !== '' && (read(typed) ?? typed) === value ? typed : written;
  return (
    <Input
      {...spoken(control)}
      {...(faulty ? { status: 'error' as const } : {})}
      {...(field.type === 'money' ? { prefix: '¥' } : {})}
      inputMode="decimal"
      style={{ maxWidth: 200, fontVariantNumeric: 'tabular-nums' }}
      value={shown}
      onChange={(event) => {
        const text = event.target.value;
        setTyped(text);
        change(text.trim() === '' ? null : (read(text) ?? text));
      }}
      onBlur={() => setTyped('')}
    />
  );
}

/** A number, with its range beside it. */
export function NumberControl(control: Control) {
  const { minimum, maximum } = control.field;
  const range =
    minimum !== undefined && maximum !== undefined
      ? `${minimum}–${maximum}`
      : minimum !== undefined
        ? `≥ ${minimum}`
        : maximum !== undefined
          ? `≤ ${maximum}`
          : '';
  return (
    <span className="gc-amount">
      <Figures control={control} read={numberOf} write={String} />
      {control.compact || range === '' ? null : <span className="gc-quiet">{range}</span>}
    </span>
  );
}

/** Money: kept in fen, typed and shown in yuan, and beside it in capitals as on a paper form. */
export function MoneyControl(control: Control) {
  const { language, w } = useWords();
  const { value } = control;
  return (
    <span className="gc-amount">
      <Figures control={control} read={fenOf} write={yuanOf} />
      <span className="gc-quiet">{w('yuan')}</span>
      {language === 'zh' && typeof value === 'number' && value !== 0 ? <span className="gc-quiet">{moneyInCapitals(value)}</span> : null}
    </span>
  );
}
