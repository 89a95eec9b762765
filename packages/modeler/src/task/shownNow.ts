import { useEffect, useState } from 'react';
import { conditionsAt, shownFields, type Holds } from '@guicheng/runtime/model';
import type { FormField } from '@guicheng/server/contract';
import type { Values } from './values.ts';

/**
 * Tells which fields of a form are shown, by their conditions, as one types and with the decision that would be taken. FEEL is loaded
 * only for a form that has conditions; until it is there, conditional fields are not shown.
 */
export function useShowing(
  form: { readonly fields: readonly FormField[]; readonly decision?: { readonly key: string } | null },
  values: Values,
): (outcome: string | undefined) => ReadonlySet<string> {
  const conditional = form.fields.some((field) => field.showWhen !== undefined);
  const [holds, setHolds] = useState<Holds | undefined>(undefined);
  useEffect(() => {
    if (!conditional) return undefined;
    let over = false;
    void conditionsAt(new Date().toISOString()).then((ready) => {
      if (!over) setHolds(() => ready);
    });
    return () => {
      over = true;
    };
  }, [conditional]);
  const standing = { ...Object.fromEntries(form.fields.map((field) => [field.key, field.value])), ...values };
  return (outcome) => shownFields(form, { values: standing, outcome }, holds ?? (() => false));
}
