import type { FormField, Json } from '@guicheng/server/contract';
import { sameValue, type Values } from './values.ts';

/** A half-filled form as it is kept: what was typed, what stood there when typing began, what was ticked off, and when it was last touched (ISO 8601). */
export interface KeptDraft {
  readonly values: Values;
  readonly based: Values;
  /** Ids of risks whose control was confirmed, and of points of the checklist; only this browser keeps them. */
  readonly ticked: readonly string[];
  readonly savedAt: string | null;
}

/**
 * The copy of this browser and that of the server as one: field by field the later copy wins, and what only one of them has stays.
 * `begun` is what the form says now: the base of a field that nobody had touched before.
 */
export function mergeDrafts(
  here: KeptDraft | undefined,
  there: { readonly values: Values; readonly savedAt: string } | null,
  begun: Values,
): KeptDraft {
  const kept = { based: { ...begun, ...here?.based }, ticked: here?.ticked ?? [] };
  if (!there) return { ...kept, values: here?.values ?? {}, savedAt: here?.savedAt ?? null };
  if (!here?.savedAt) return { ...kept, values: { ...there.values, ...here?.values }, savedAt: there.savedAt };
  const laterHere = here.savedAt >= there.savedAt;
  return {
    ...kept,
    values: laterHere ? { ...there.values, ...here.values } : { ...here.values, ...there.values },
    savedAt: laterHere ? here.savedAt : there.savedAt,
  };
}

/** A field that two people changed: what I typed, and what stands there now. */
export interface Conflict {
  readonly field: FormField;
  readonly mine: Json;
  readonly theirs: Json;
}

/** The fields of which somebody else changed what my typing was based on; a field where both wrote the same is none. */
export function conflictsOf(draft: KeptDraft, fields: readonly FormField[]): readonly Conflict[] {
  return fields.flatMap((field): Conflict[] => {
    const mine = draft.values[field.key];
    if (field.access !== 'write' || mine === undefined) return [];
    const changed = !sameValue(draft.based[field.key], field.value) && !sameValue(mine, field.value);
    return changed ? [{ field, mine, theirs: field.value }] : [];
  });
}

/** Whether something was typed that differs from what the form says. */
export const isTouched = (draft: KeptDraft, fields: readonly FormField[]): boolean =>
  fields.some((field) => draft.values[field.key] !== undefined && !sameValue(draft.values[field.key], field.value));
