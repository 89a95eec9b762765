import { type Data, isSafeKey, type Json } from '../words/json.ts';
import { type RefusalCode, type Refused, refuse } from '../words/refusal.ts';
import type { Text } from '../words/text.ts';
import { isEmpty } from './empty.ts';
import { expectedOf } from './expected.ts';
import type { Form, FormEntry } from './form.ts';
import { existing, type Lookups } from './existing.ts';
import { shapeProblem } from './shape.ts';
import { type Holds, shownFields } from './shownFields.ts';

/** What a person filled in, and what is needed to judge it. */
export interface Filled extends Lookups {
  readonly form: Form;
  /** As it came from outside; nothing of it is trusted or evaluated. */
  readonly values: { readonly [field: string]: unknown };
  /** What the step sees already. */
  readonly known: Data;
  /** The decision being taken, where the step ends in one: show-when conditions see it. */
  readonly outcome?: string | undefined;
  /** Whether a show-when condition holds on these values. */
  readonly holds: Holds;
  /** Who is completing: stands in signature fields. */
  readonly signer?: string;
}

type Problem = NonNullable<Refused['fields']>[number];

/**
 * Checks what a person filled in, all fields at once. The values that come back are only the given ones, ready to be written: an empty
 * text is null, files are as they are stored, a field that its condition hides is left out, signatures are set. An opinion is its plain
 * text: who gave it and when stand in the commit. Numbers of a series are taken by the office afterwards.
 */
export function checkValues(filled: Filled): { readonly ok: true; readonly values: Data } | Refused {
  const { form, known } = filled;
  const problems: Problem[] = [];
  const given = new Map<string, Json>();
  for (const [key, value] of Object.entries(filled.values)) {
    const entry = isSafeKey(key) ? form.fields.find((field) => field.key === key) : undefined;
    const checked = checkOne(filled, entry, { key, value });
    if ('problem' in checked) problems.push(checked.problem);
    else given.set(key, checked.value);
  }
  const all: Data = { ...known, ...Object.fromEntries(given) };
  const shown = shownFields(form, { values: all, outcome: filled.outcome }, filled.holds);
  const hidden = new Set(form.fields.map((entry) => entry.key).filter((key) => !shown.has(key)));
  for (const key of hidden) given.delete(key);
  for (const entry of form.fields) {
    if (entry.access !== 'write' || hidden.has(entry.key)) continue;
    if (entry.type === 'signature') stamp(given, entry, filled.signer);
    else if (isMissing(entry, all[entry.key]) && !problems.some((problem) => problem.field === entry.key)) {
      problems.push({ field: entry.key, code: 'required', expected: expectedOf(entry) });
    }
  }
  // Whoever cannot see a field is not told to mend what once stood in it; writing where one may only read is refused all the same.
  const real = problems.filter((problem) => problem.code !== 'wrongType' || !hidden.has(problem.field));
  return real.length > 0 ? refused(form, real) : { ok: true, values: Object.fromEntries(given) };
}

function checkOne(
  filled: Filled,
  entry: FormEntry | undefined,
  given: { readonly key: string; readonly value: unknown },
): { readonly problem: Problem } | { readonly value: Json } {
  const problem = (code: RefusalCode, expected: Text) => ({ problem: { field: given.key, code, expected } });
  if (!entry) return problem('unknownField', { zh: '这一步没有这个字段', en: 'no such field at this step' });
  if (entry.access === 'read')
    return problem('readOnlyField', {
      zh: `“${entry.name.zh}”在这一步只能查看`,
      en: `“${entry.name.en ?? entry.name.zh}” can only be read at this step`,
    });
  if (entry.type === 'series') return problem('readOnlyField', expectedOf(entry));
  if (isEmpty(given.value as Json)) return { value: Array.isArray(given.value) ? [] : null };
  const shape = shapeProblem(entry, given.value);
  if (shape) return problem('wrongType', shape);
  const found = existing(filled, entry, given.value as Json);
  return found === undefined ? problem('wrongType', expectedOf(entry)) : { value: found };
}

/** Numbers of a series come afterwards, from the office. */
const isMissing = (entry: FormEntry, value: Json | undefined): boolean => entry.required && entry.type !== 'series' && isEmpty(value);

function stamp(given: Map<string, Json>, entry: FormEntry, signer: string | undefined): void {
  if (signer === undefined) given.delete(entry.key);
  else given.set(entry.key, signer);
}

function refused(form: Form, problems: readonly Problem[]): Refused {
  const [first] = problems;
  const culprits = problems.map(
    (problem) => form.fields.find((field) => field.key === problem.field)?.name.zh ?? problem.field.slice(0, 64),
  );
  return {
    ...refuse(
      first?.code ?? 'invalidInput',
      culprits.join('、'),
      first?.expected ?? { zh: '正确填写的表单', en: 'a form filled in correctly' },
    ),
    fields: problems,
  };
}
