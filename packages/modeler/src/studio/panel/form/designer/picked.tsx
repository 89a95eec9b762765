import { useState } from 'react';
import { Button, Checkbox } from 'antd';
import { useWords } from '../../../../words/words.ts';
import { DeleteField } from '../deleteField.tsx';
import { accessFor, turned, type Shown } from '../entries.ts';
import { FieldEditor } from '../fieldEditor.tsx';
import { textOf, typeOf } from '../fieldPlain.ts';
import { isTyped } from '../fieldTypes.ts';
import { hideField, showFields, type FormPlace } from '../formCommands.ts';
import { ModeSwitch } from '../modeSwitch.tsx';

/** Beside the form: the field that was picked on it, how this step shows it and everything about it. */
export function Picked({ place, shown }: { readonly place: FormPlace; readonly shown: Shown | undefined }) {
  const { w, t } = useWords();
  const [deleting, setDeleting] = useState(false);
  if (!shown)
    return (
      <aside className="gc-designer-picked">
        <p className="gc-quiet">{w('designerPick')}</p>
        <p className="gc-quiet">{w('designerKeys')}</p>
      </aside>
    );
  const { field, mode, required } = shown;
  const name = t(textOf(field));
  const typed = isTyped(typeOf(field));
  return (
    <aside className="gc-designer-picked" aria-label={w('editField', { field: name })}>
      <h3>{name}</h3>
      <div className="gc-field-mode">
        <ModeSwitch shown={shown} turn={(next) => showFields(place, [turned(shown, next)])} />
        {mode === 'write' && typed ? (
          <Checkbox
            checked={required}
            aria-label={w('requiredField', { field: name })}
            onChange={(event) => showFields(place, [accessFor(field, { mode, required: event.target.checked })])}
          >
            {w('fieldRequired')}
          </Checkbox>
        ) : null}
      </div>
      <FieldEditor key={field.key} place={place} field={field} />
      <div className="gc-form-acts">
        <Button size="small" onClick={() => hideField(place, field.key)}>
          {w('hideFieldHere')}
        </Button>
        <Button size="small" type="text" danger onClick={() => setDeleting(true)}>
          {w('deleteField')}
        </Button>
      </div>
      {deleting ? <DeleteField place={place} field={field} close={() => setDeleting(false)} /> : null}
    </aside>
  );
}
