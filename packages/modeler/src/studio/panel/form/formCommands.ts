import type { Services, Drawn, ModdleElement } from '../../file/moddle.ts';
import { putWords } from '../../file/extension.ts';
import { type AccessPlain, accessesOf, type FieldPlain, fieldsOf } from './fieldPlain.ts';
import { drawnOf, flowElementsOf } from '../../file/process.ts';
import { withSeries } from './fieldSeries.ts';
import { putFields } from './putFields.ts';
import { same } from '../../file/plain.ts';
import { gatherByItself, ungather } from '../many/gather.ts';
import { together } from '../together.ts';
import { usesOf, type Use } from './uses.ts';

/** A form in the editor: of one step or start of a process. */
export interface FormPlace {
  readonly modeler: Services;
  readonly process: ModdleElement;
  readonly step: Drawn;
}

const putAccess = ({ modeler, step }: Pick<FormPlace, 'modeler' | 'step'>, to: readonly AccessPlain[]): void =>
  putWords(modeler, step, { word: 'gc:Access', to });

/** Puts a new field into the process, before the field `before` or behind all, and lets this step fill it in: one step of undo. */
export function addField(place: FormPlace, field: FieldPlain, before: string | null): void {
  together(place.modeler, () => {
    const fields = fieldsOf(place.process);
    const at = fields.findIndex(({ key }) => key === before);
    const made = withSeries(place.modeler, place.process, field);
    putFields(place.modeler, place.process, at < 0 ? [...fields, made] : [...fields.slice(0, at), made, ...fields.slice(at)]);
    putAccess(place, [...accessesOf(place.step.businessObject), { field: field.key, mode: 'write' }]);
    gatherByItself(place.modeler, place.process, [field.key]);
  });
}

/** Shows fields at this step as it says, instead of what the step said of them before; a field without a mode is no longer shown. */
export function showFields(place: FormPlace, accesses: readonly AccessPlain[]): void {
  const said = new Map(accesses.map((access) => [access.field, access]));
  const before = accessesOf(place.step.businessObject);
  const kept = before.flatMap((access) => {
    const now = said.get(access.field) ?? access;
    said.delete(access.field);
    return now.mode === undefined && accesses.includes(now) ? [] : [now];
  });
  const now = [...kept, ...[...said.values()].filter(({ mode }) => mode !== undefined)];
  if (same({ shown: before }, { shown: now })) return;
  together(place.modeler, () => {
    putAccess(place, now);
    gatherByItself(
      place.modeler,
      place.process,
      accesses.map(({ field }) => field),
    );
  });
}

/** Hides a field at this step; the field and what other steps do with it stay. */
export const hideField = (place: FormPlace, field: string): void => showFields(place, [{ field }]);

/** Changes one field of the process, the same at every step: one step of undo. Its key stays whatever is asked. */
export function changeField(place: Omit<FormPlace, 'step'>, field: FieldPlain): void {
  if (fieldsOf(place.process).some((one) => one.key === field.key && same(one, field))) return;
  together(place.modeler, () => {
    const made = withSeries(place.modeler, place.process, field);
    putFields(
      place.modeler,
      place.process,
      fieldsOf(place.process).map((one) => (one.key === field.key ? made : one)),
    );
    gatherByItself(place.modeler, place.process, [field.key]);
  });
}

/** Moves a field before another one, or behind all: in the order of the process, so at every step. */
export function moveField(place: Omit<FormPlace, 'step'>, key: string, before: string | null): void {
  putFields(place.modeler, place.process, withMoved(fieldsOf(place.process), key, before));
}

/** Fields with one of them before another one, or behind all. */
export function withMoved(fields: readonly FieldPlain[], key: string, before: string | null): readonly FieldPlain[] {
  const field = fields.find((one) => one.key === key);
  if (!field || key === before) return fields;
  const others = fields.filter((one) => one !== field);
  const at = others.findIndex((one) => one.key === before);
  return at < 0 ? [...others, field] : [...others.slice(0, at), field, ...others.slice(at)];
}

/** The steps that show a field. */
export const showing = (process: ModdleElement, key: string): readonly ModdleElement[] =>
  flowElementsOf(process).filter((element) => accessesOf(element).some(({ field }) => field === key));

/**
 * Takes a field out of the whole process, and out of every step that shows it: one step of undo. Where something else uses it nothing is
 * done, and the places come back.
 */
export function deleteField({ modeler, process }: Omit<FormPlace, 'step'>, key: string): readonly Use[] {
  const uses = usesOf(process, key);
  if (uses.length > 0) return uses;
  together(modeler, () => {
    ungather(modeler, process, key);
    for (const element of showing(process, key)) {
      const step = drawnOf(modeler, element);
      if (step)
        putAccess(
          { modeler, step },
          accessesOf(element).filter(({ field }) => field !== key),
        );
    }
    putFields(
      modeler,
      process,
      fieldsOf(process).filter((field) => field.key !== key),
    );
  });
  return [];
}

/** The field of the process that stands behind the last one of these; null where nothing does. A new field of the step goes there. */
export function nextBehind(process: ModdleElement, shown: readonly string[]): string | null {
  const fields = fieldsOf(process);
  const last = fields.findLastIndex(({ key }) => shown.includes(key));
  return last < 0 ? null : (fields[last + 1]?.key ?? null);
}
