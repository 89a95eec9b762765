import { memo } from 'react';
import { useWords } from '../../../words/words.ts';
import { isSameShown, turned, type Shown } from './entries.ts';
import { FieldEditor } from './fieldEditor.tsx';
import { FieldMenu } from './fieldMenu.tsx';
import { typeOf } from './fieldPlain.ts';
import { textOf } from '../../file/named.ts';
import { fieldWord, isTyped } from '../../fieldTypes.ts';
import { hideField, moveField, nextBehind, showFields, type FormPlace } from './formCommands.ts';
import { ModeSwitch } from './modeSwitch.tsx';
import { RequiredTick } from './requiredTick.tsx';

interface RowProps {
  readonly place: FormPlace;
  readonly shown: Shown;
  /** The keys of the fields that this step shows, in their order. */
  readonly beside: readonly string[];
  readonly open: boolean;
  readonly toggle: () => void;
  /** Asks whether it is to go from the whole flow. */
  readonly remove: () => void;
}

/**
 * One field of a step: filled in or only seen, required or not; unfolded, everything about it. Folded, it is drawn anew only where it, or its
 * place, changed: a step may have two hundred.
 */
export const FieldRow = memo(
  function FieldRow({ place, shown, beside, open, toggle, remove }: RowProps) {
    const { w, t } = useWords();
    const { field, mode } = shown;
    const name = t(textOf(field)) || w('unnamedPlace');
    const type = typeOf(field);
    const at = beside.indexOf(field.key);
    const acts = {
      up: () => moveField(place, field.key, beside[at - 1] ?? null),
      down: () => moveField(place, field.key, beside[at + 2] ?? nextBehind(place.process, beside)),
      hide: () => hideField(place, field.key),
      delete: remove,
    } as const;
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
          <ModeSwitch shown={shown} turn={(next) => showFields(place, [turned(shown, next)])} />
          <FieldMenu field={name} first={at === 0} last={at === beside.length - 1} act={(what) => acts[what]()} />
        </div>
        {mode === 'write' && isTyped(type) ? (
          <div className="gc-field-mode">
            <RequiredTick place={place} shown={shown} />
          </div>
        ) : null}
        {open ? <FieldEditor place={place} field={field} /> : null}
      </li>
    );
  },
  (one, other) =>
    !one.open &&
    !other.open &&
    isSameShown(one.shown, other.shown) &&
    one.place.process === other.place.process &&
    one.place.step === other.place.step &&
    one.beside.join() === other.beside.join(),
);
