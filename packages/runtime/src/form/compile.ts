import type { Process } from '../diagram/model.ts';
import type { Field } from '../diagram/office.ts';
import type { ElementId } from '../words/ids.ts';
import { isSafeKey } from '../words/json.ts';
import type { Form, FormEntry } from './form.ts';

const compiled = new WeakMap<Process, Map<ElementId, Form>>();

/** The form of a step or a start event. Fields stand in the process's order, so that people find them in the same place at every step. Made once. */
export function compileForm(process: Process, element: ElementId): Form {
  const forms = compiled.get(process) ?? new Map<ElementId, Form>();
  compiled.set(process, forms);
  const known = forms.get(element);
  if (known) return known;
  const form = makeForm(process, element);
  forms.set(element, form);
  return form;
}

function makeForm(process: Process, element: ElementId): Form {
  const step = process.elements.find((one) => one.id === element);
  const accesses = new Map((step?.office.access ?? []).map((access) => [access.field, access]));
  const fields = process.fields.flatMap((field: Field): readonly FormEntry[] => {
    const access = accesses.get(field.key);
    if (!access || !isSafeKey(field.key)) return [];
    const writes = access.access === 'write';
    return [{ ...field, access: access.access, required: writes && (access.required ?? field.required) }];
  });
  const decision = step?.office.decision;
  return { element, fields, ...(decision ? { decision: { key: decision.key } } : {}) };
}
