import type { Data, Json } from '../words/json.ts';

/** What of a form decides which of its fields are shown: a step's or start's form here, its page in the browser. */
export interface Conditional {
  readonly fields: readonly {
    readonly key: string;
    /** FEEL. */
    readonly showWhen?: string;
    /** What its condition reads beside this form's own fields. */
    readonly given?: Data;
  }[];
  /** Where the step ends in a decision: the key that its outcome will have. */
  readonly decision?: { readonly key: string } | null;
}

/** What stands in a form at this moment: what is there already under what was filled in, and the decision about to be taken, if any. */
export interface Standing {
  readonly values: Data;
  readonly outcome?: string | undefined;
}

/** Whether a condition plainly holds on these values; neither true nor false does not. */
export type Holds = (condition: string, values: Data) => boolean;

/**
 * The keys of the fields that are shown, by their show-when conditions; server and browser ask the same. A condition sees the decision
 * being taken, never an earlier round's, and a field that is hidden counts as empty for the others.
 */
export function shownFields(form: Conditional, standing: Standing, holds: Holds): ReadonlySet<string> {
  let shown: ReadonlySet<string> = new Set(form.fields.map((field) => field.key));
  // Hiding one field may hide another; conditions that hide each other end after as many rounds as there are fields.
  for (const _ of form.fields) {
    const next = shownBeside(form, { ...standing, shown }, holds);
    const settled = next.size === shown.size && [...next].every((key) => shown.has(key));
    shown = next;
    if (settled) break;
  }
  return shown;
}

function shownBeside(form: Conditional, standing: Standing & { readonly shown: ReadonlySet<string> }, holds: Holds): ReadonlySet<string> {
  const { values, outcome, shown } = standing;
  const hidden = form.fields.filter((field) => !shown.has(field.key)).map((field): [string, Json] => [field.key, null]);
  const seen: Data = {
    ...values,
    ...Object.fromEntries(hidden),
    ...(form.decision ? { [form.decision.key]: outcome ?? null } : {}),
  };
  return new Set(
    form.fields
      .filter((field) => field.showWhen === undefined || holds(field.showWhen, { ...field.given, ...seen }))
      .map((field) => field.key),
  );
}
