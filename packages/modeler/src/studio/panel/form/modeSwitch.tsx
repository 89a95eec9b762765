import { useId } from 'react';
import { useWords } from '../../../words/words.ts';
import type { Shown } from './entries.ts';
import { typeOf } from './fieldPlain.ts';
import { textOf } from '../../file/named.ts';
import { isTyped } from '../../fieldTypes.ts';

/** Filled in here, or only seen. Two plain radio buttons: a form may have two hundred of these. */
export function ModeSwitch({ shown, turn }: { readonly shown: Shown; readonly turn: (mode: Shown['mode']) => void }) {
  const { w, t } = useWords();
  const id = useId();
  const { field, mode } = shown;
  const words = { write: w(isTyped(typeOf(field)) ? 'fieldWrite' : 'fieldAutomatic'), read: w('fieldRead') };
  return (
    <span className="gc-mode" role="radiogroup" aria-label={w('modeOfField', { field: t(textOf(field)) })}>
      {(['write', 'read'] as const).map((one) => (
        <label key={one} data-chosen={mode === one || undefined}>
          <input type="radio" name={id} className="gc-hidden" checked={mode === one} onChange={() => turn(one)} />
          {words[one]}
        </label>
      ))}
    </span>
  );
}
