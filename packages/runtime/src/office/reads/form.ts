import type { Form, FormEntry } from '../../form/form.ts';
import type { Field } from '../../diagram/office.ts';
import { names } from '../../diagram/feel/names.ts';
import { personName } from '../../organization/names.ts';
import type { Organization } from '../../organization/model.ts';
import { id } from '../../words/ids.ts';
import type { Data, Json } from '../../words/json.ts';
import type { Text } from '../../words/text.ts';
import type { FormField } from '../pages.ts';

/** The fields of a step as the browser draws them, with the values that are there. */
export const formFields = (organization: Organization, form: Form, data: Data): readonly FormField[] =>
  form.fields.map((entry) => ({
    ...formField(organization, entry, data[entry.key] ?? null),
    ...givenTo(form, entry, data),
    ...eachOf(organization, entry, data),
  }));

/** What everybody filled in, where the step only shows a field of theirs; with the names that their values need. */
function eachOf(organization: Organization, entry: FormEntry, data: Data): Pick<FormField, 'each' | 'shown'> {
  const lists = (entry.gathered ?? []).flatMap((list) => (Array.isArray(data[list]) ? data[list] : []));
  const each = lists.flatMap((one): NonNullable<FormField['each']>[number][] => {
    if (typeof one !== 'object' || one === null || Array.isArray(one) || (one['value'] ?? null) === null) return [];
    const by = typeof one['by'] === 'string' ? personName(organization, id<'person'>(one['by'])) : { zh: '' };
    return [{ by, value: one['value'] ?? null }];
  });
  if (each.length === 0) return {};
  const shown = each.flatMap(({ value }) => shownIds(organization, entry, value));
  return { each, ...(shown.length > 0 ? { shown } : {}) };
}

/** What the entry's condition reads that this step does not show: the browser could not tell without it. */
function givenTo(form: Form, entry: FormEntry, data: Data): Pick<FormField, 'given'> {
  if (entry.showWhen === undefined) return {};
  const here = new Set([...form.fields.map((field) => field.key), form.decision?.key]);
  const given = names(entry.showWhen).flatMap((name): [string, Json][] => {
    const value = here.has(name) || !Object.hasOwn(data, name) ? undefined : data[name];
    return value === undefined ? [] : [[name, value]];
  });
  return given.length > 0 ? { given: Object.fromEntries(given) } : {};
}

/** A field that is only shown, as on the case's page. */
export const readField = (organization: Organization, field: Field, value: Json): FormField =>
  formField(organization, { ...field, access: 'read' }, value);

function formField(organization: Organization, field: FormEntry, value: Json): FormField {
  const shown = shownIds(organization, field, value);
  return {
    key: field.key,
    name: field.name,
    type: field.type,
    access: field.access,
    required: field.required,
    options: field.options,
    columns: field.columns.map((column) => formField(organization, { ...column, access: field.access }, null)),
    value,
    ...(field.help ? { help: field.help } : {}),
    ...(field.showWhen ? { showWhen: field.showWhen } : {}),
    ...(field.minimum === undefined ? {} : { minimum: field.minimum }),
    ...(field.maximum === undefined ? {} : { maximum: field.maximum }),
    ...(field.maximumLength === undefined ? {} : { maximumLength: field.maximumLength }),
    ...(field.decimals === undefined ? {} : { decimals: field.decimals }),
    ...(shown.length > 0 ? { shown } : {}),
  };
}

/** Ids of people and units with the names that people read. */
function shownIds(
  organization: Organization,
  field: Pick<Field, 'type'>,
  value: Json,
): readonly { readonly id: string; readonly name: Text }[] {
  const ids = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
  if (field.type === 'person' || field.type === 'persons')
    return ids.map((one) => ({ id: one, name: personName(organization, id<'person'>(one)) }));
  if (field.type === 'unit' || field.type === 'units')
    return ids.map((one) => ({ id: one, name: organization.units.find((unit) => unit.id === one)?.name ?? { zh: one } }));
  return [];
}
