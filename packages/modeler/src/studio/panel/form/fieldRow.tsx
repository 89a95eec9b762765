import { Button, Checkbox, Dropdown, Segmented } from 'antd';
import MoreOutlined from '@ant-design/icons/es/icons/MoreOutlined';
import { useWords } from '../../../words/words.ts';
import { accessFor, turned, type Shown } from './entries.ts';
import { FieldEditor } from './fieldEditor.tsx';
import { textOf, typeOf } from './fieldPlain.ts';
import { fieldWord, isTyped } from './fieldTypes.ts';
import { hideField, moveField, nextBehind, showFields, type FormPlace } from './formCommands.ts';

/** One field of a step: filled in or only seen, required or not; unfolded, everything about it. */
export function FieldRow({
  place,
  shown,
  beside,
  open,
  toggle,
  remove,
}: {
  readonly place: FormPlace;
  readonly shown: Shown;
  /** The keys of the fields that this step shows, in their order. */
  readonly beside: readonly string[];
  readonly open: boolean;
  readonly toggle: () => void;
  /** Asks whether it is to go from the whole flow. */
  readonly remove: () => void;
}) {
  const { w, t } = useWords();
  const { field, mode, required } = shown;
  const name = t(textOf(field)) || w('unnamedPlace');
  const type = typeOf(field);
  const at = beside.indexOf(field.key);
  const acts: { readonly [act: string]: () => void } = {
    up: () => moveField(place, field.key, beside[at - 1] ?? null),
    down: () => moveField(place, field.key, beside[at + 2] ?? nextBehind(place.process, beside)),
    hide: () => hideField(place, field.key),
    delete: remove,
  };
  return (
    <li className="gc-field" data-open={open || undefined}>
      <div className="gc-field-head">
        <button
          type="button"
          className="gc-field-name"
          aria-expanded={open}
          title={w(open ? 'closeField' : 'editField', { field: name })}
          onClick={toggle}
        >
          <span className="gc-field-words">{name}</span>
          <span className="gc-quiet">{w(fieldWord(type))}</span>
        </button>
        <Segmented<'write' | 'read'>
          size="small"
          aria-label={w('modeOfField', { field: name })}
          value={mode}
          options={[
            { value: 'write', label: w(isTyped(type) ? 'fieldWrite' : 'fieldAutomatic') },
            { value: 'read', label: w('fieldRead') },
          ]}
          onChange={(next) => showFields(place, [turned(shown, next)])}
        />
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'up', label: w('moveFieldUp'), disabled: at === 0 },
              { key: 'down', label: w('moveFieldDown'), disabled: at === beside.length - 1 },
              { key: 'hide', label: w('hideFieldHere') },
              { type: 'divider' },
              { key: 'delete', label: w('deleteField'), danger: true },
            ],
            onClick: ({ key }) => acts[key]?.(),
          }}
        >
          <Button
            size="small"
            type="text"
            icon={<MoreOutlined />}
            aria-label={w('moreOnField', { field: name })}
            title={w('moreOnField', { field: name })}
          />
        </Dropdown>
      </div>
      {mode === 'write' && isTyped(type) ? (
        <div className="gc-field-mode">
          <Checkbox
            checked={required}
            aria-label={w('requiredField', { field: name })}
            onChange={(event) => showFields(place, [accessFor(field, { mode, required: event.target.checked })])}
          >
            {w('fieldRequired')}
          </Checkbox>
        </div>
      ) : null}
      {open ? <FieldEditor place={place} field={field} /> : null}
    </li>
  );
}
