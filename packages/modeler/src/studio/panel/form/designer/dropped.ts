import type { FieldType } from '@guicheng/runtime/checking';
import type { Language } from '@guicheng/runtime/model';
import { together } from '../../together.ts';
import { accessFor, entriesOf, turned } from '../entries.ts';
import { fieldsOf } from '../fieldPlain.ts';
import { addField, moveField, nextBehind, showFields, withMoved, type FormPlace } from '../formCommands.ts';
import { isTyped } from '../../../fieldTypes.ts';
import { freshField } from '../freshField.ts';
import { loopOf } from '../../many/gather.ts';
import { takenKeys } from '../takenKeys.ts';

/** What is dragged: a field that is on the form, one of the flow that is not, or a kind of field to make a new one of. */
export type Carried =
  | { readonly what: 'shown'; readonly key: string }
  | { readonly what: 'known'; readonly key: string }
  | { readonly what: 'new'; readonly type: FieldType };

/** Where it is let go: in which part of the form, and before which of its fields; null: behind them. */
export interface Target {
  readonly mode: 'write' | 'read';
  readonly before: string | null;
}

/** What a new field is called until somebody names it. */
export interface Naming {
  readonly language: Language;
  readonly name: string;
}

/** Does what letting go there means, as one step of undo; the field's key comes back. */
export function dropped(
  place: FormPlace,
  carried: Carried,
  { target, naming }: { readonly target: Target; readonly naming: Naming },
): string {
  const { mode } = target;
  const entries = entriesOf(place.process, place.step.businessObject);
  const part = entries.filter((shown) => shown.mode === mode && (carried.what === 'new' || shown.field.key !== carried.key));
  const before =
    target.before ??
    nextBehind(
      place.process,
      part.map(({ field }) => field.key),
    );
  if (carried.what === 'new') {
    const fresh = freshField({ ...naming, type: carried.type, required: false, unnamed: true }, takenKeys(place.process));
    // where several do the step, each fills in their own
    const own = mode === 'write' && isTyped(carried.type) && loopOf(place.step.businessObject) !== undefined;
    const field = own ? { ...fresh, perItem: true } : fresh;
    together(place.modeler, () => {
      addField(place, field, before);
      if (mode === 'read') showFields(place, [{ field: field.key, mode }]);
    });
    return field.key;
  }
  const { key } = carried;
  const fields = fieldsOf(place.process);
  const field = fields.find((one) => one.key === key);
  const shown = entries.find((one) => one.field.key === key);
  const stays = part.length === 0 || withMoved(fields, key, before).every((one, index) => one === fields[index]);
  if (!field || (stays && shown?.mode === mode)) return key;
  together(place.modeler, () => {
    if (!stays) moveField(place, key, before);
    if (shown?.mode !== mode)
      showFields(place, [shown ? turned(shown, mode) : accessFor(field, { mode, required: field.required ?? false })]);
  });
  return key;
}
