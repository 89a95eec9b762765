import { Checkbox } from 'antd';
import { useWords } from '../../../words/words.ts';
import { textOf } from '../../file/named.ts';
import { accessFor, type Shown } from './entries.ts';
import { typeOf } from './fieldPlain.ts';
import { isTyped } from '../../fieldTypes.ts';
import { showFields, type FormPlace } from './formCommands.ts';

/** Whether a field must be filled in at this step; not asked where it is only seen, or comes by itself. */
export function RequiredTick({ place, shown: { field, mode, required } }: { readonly place: FormPlace; readonly shown: Shown }) {
  const { w, t } = useWords();
  if (mode !== 'write' || !isTyped(typeOf(field))) return null;
  return (
    <Checkbox
      checked={required}
      aria-label={w('requiredField', { field: t(textOf(field)) || w('unnamedPlace') })}
      onChange={(event) => showFields(place, [accessFor(field, { mode, required: event.target.checked })])}
    >
      {w('fieldRequired')}
    </Checkbox>
  );
}
