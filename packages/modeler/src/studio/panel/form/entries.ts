import type { ModdleElement } from '../../file/moddle.ts';
import { accessesOf, type FieldPlain, fieldsOf, typeOf } from './fieldPlain.ts';
import { isTyped } from '../../fieldTypes.ts';

/** A field as one step shows it. */
export interface Shown {
  readonly field: FieldPlain;
  readonly mode: 'write' | 'read';
  /** Whether it must be filled in here; nobody can be asked for what comes by itself. */
  readonly required: boolean;
}

/** What a step shows, in the order of the process, as on every step. */
export function entriesOf(process: ModdleElement, step: ModdleElement): readonly Shown[] {
  const accesses = new Map(accessesOf(step).map((access) => [access.field, access]));
  return fieldsOf(process).flatMap((field): readonly Shown[] => {
    const access = accesses.get(field.key);
    if (!access) return [];
    const mode = access.mode === 'write' ? 'write' : 'read';
    return [{ field, mode, required: mode === 'write' && isTyped(typeOf(field)) && (access.required ?? field.required ?? false) }];
  });
}

/** Fields of the process that a step hides. */
export function hiddenAt(process: ModdleElement, step: ModdleElement): readonly FieldPlain[] {
  const shown = new Set(accessesOf(step).map(({ field }) => field));
  return fieldsOf(process).filter(({ key }) => !shown.has(key));
}

/** What the step says of a field where it must, or need not, be filled in here: only what differs from the field's own word is said. */
export const accessFor = (field: FieldPlain, { mode, required }: Pick<Shown, 'mode' | 'required'>) => ({
  field: field.key,
  mode,
  ...(mode === 'write' && isTyped(typeOf(field)) && required !== (field.required ?? false) ? { required } : {}),
});

/** The same where it is filled in, or only seen, from now on: what was only seen gets the field's own word on being required. */
export const turned = ({ field, mode: before, required }: Shown, mode: Shown['mode']) =>
  accessFor(field, { mode, required: before === 'write' ? required : (field.required ?? false) });

/** Whether a step shows the same in the same way; fields that stay as they are stay the very same. */
export const isSameShown = (one: Shown, other: Shown): boolean =>
  one.field === other.field && one.mode === other.mode && one.required === other.required;
