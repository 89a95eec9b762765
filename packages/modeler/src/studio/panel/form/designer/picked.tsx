import { useState } from 'react';
import { Button } from 'antd';
import { useWords } from '../../../../words/words.ts';
import { DeleteField } from '../deleteField.tsx';
import { turned, type Shown } from '../entries.ts';
import { FieldEditor } from '../fieldEditor.tsx';
import { textOf } from '../../../file/named.ts';
import { hideField, showFields, type FormPlace } from '../formCommands.ts';
import { ModeSwitch } from '../modeSwitch.tsx';
import { RequiredTick } from '../requiredTick.tsx';

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
  const { field } = shown;
  const name = t(textOf(field));
  return (
    <aside className="gc-designer-picked" aria-label={w('editField', { field: name })}>
      <h3>{name}</h3>
      <div className="gc-field-mode">
        <ModeSwitch shown={shown} turn={(next) => showFields(place, [turned(shown, next)])} />
        <RequiredTick place={place} shown={shown} />
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
