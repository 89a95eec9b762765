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
    const gathered = field.perItem && !writes ? listsOf(process, field) : [];
    const required = writes && (access.required ?? field.required);
    return [{ ...field, access: access.access, required, ...(gathered.length > 0 ? { gathered } : {}) }];
  });
  const decision = step?.office.decision;
  return { element, fields, ...(decision ? { decision: { key: decision.key } } : {}) };
}

const listsOf = (process: Process, { key }: Field): readonly string[] =>
  process.elements.flatMap(({ many }) => (many?.collect ?? []).filter(({ field }) => field === key).map(({ into }) => into));
