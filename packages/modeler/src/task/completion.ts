import { useState } from 'react';
import type { Done, FormField, Problem, TaskPage, Text } from '@guicheng/server/contract';
import { ask, reasonOf, Refusal } from '../api/client.ts';
import type { Draft } from './draft.ts';
import { fieldId } from './form.tsx';
import { useIntention } from '../api/intention.ts';

/** Why a step was not ended: in words, and field by field. */
export interface Refused {
  readonly words: Text;
  readonly code: string;
  readonly fields: Problem['fields'];
}

export interface Completion {
  readonly busy: boolean;
  readonly refused: Refused | null;
  readonly clear: () => void;
  readonly fail: (error: unknown) => void;
  /** Hands the form in; `outcome` where the step ends in a decision. */
  readonly complete: (outcome: string | undefined, shown: ReadonlySet<string>) => void;
}

/** Puts the focus on the first of these fields and risks, in the order in which they stand on the page. */
export function focusFirst(fields: readonly { readonly field: string }[]): void {
  const places = fields.flatMap(({ field }) => document.getElementById(fieldId(field)) ?? []);
  const first = places.toSorted((left, right) => left.getBoundingClientRect().top - right.getBoundingClientRect().top)[0];
  first?.scrollIntoView({ block: 'center' });
  first?.querySelector<HTMLElement>('input:not([type=hidden]):not([hidden]), textarea, button')?.focus({ preventScroll: true });
}

/** What a person typed, each with the value that it was based on; only what is shown goes out. */
function valuesOf(fields: readonly FormField[], draft: Draft, shown: ReadonlySet<string>) {
  return Object.fromEntries(
    fields
      .filter((field) => field.access === 'write' && shown.has(field.key) && draft.values[field.key] !== undefined)
      .map((field) => [field.key, { to: draft.values[field.key] ?? null, was: draft.based[field.key] ?? null }]),
  );
}

/** Ends a step. The same content asked twice is one intention and does nothing twice; a changed one is a new intention. */
export function useCompletion(page: TaskPage, draft: Draft, done: (done: Done) => void): Completion {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const request = useIntention();
  const fail = (error: unknown): void => {
    setBusy(false);
    const problem = error instanceof Refusal ? error.problem : undefined;
    setRefused({ words: reasonOf(error), code: problem?.code ?? 'broken', fields: problem?.fields });
    // The fault must stand beside its field before the focus can go there.
    if (problem?.fields) requestAnimationFrame(() => focusFirst(problem.fields ?? []));
  };
  return {
    busy,
    refused,
    fail,
    clear: () => setRefused(null),
    complete: (outcome, shown) => {
      const risks = new Set(page.risks.filter((risk) => risk.confirm).map((risk) => risk.id));
      const body = {
        values: valuesOf(page.fields, draft, shown),
        confirmed: draft.ticked.filter((one) => risks.has(one)),
        ...(outcome === undefined ? {} : { outcome }),
      };
      setBusy(true);
      setRefused(null);
      ask<Done>(`/api/tasks/${page.card.id}/complete`, 'POST', { request: request(body), ...body }).then(done, fail);
    },
  };
}
