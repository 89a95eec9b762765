import type { Calendar } from '../../calendar/calendar.ts';
import type { OpenTask } from '../../case/facts.ts';
import { evaluateCondition } from '../../diagram/feel/condition.ts';
import type { Scope } from '../../kernel/marking.ts';
import type { Organization } from '../../organization/model.ts';
import type { DefinitionRef, Feel, Instant, ScopeId, VisitId } from '../../words/ids.ts';
import type { Data } from '../../words/json.ts';
import type { Definition } from '../definitions.ts';
import type { Looking } from '../limits.ts';
import type { CaseDraft } from './draft.ts';

/** What the recorders may know beside the draft: read before, so that recording itself waits for nothing. */
export interface Recorder {
  readonly organization: Organization;
  readonly calendar: Calendar;
  definition(ref: DefinitionRef): Definition | undefined;
  /** The data scopes that a scope sees, its own first. */
  dataScopes(draft: CaseDraft, scope: ScopeId): readonly ScopeId[];
  /** The open sub-processes whose steps are chosen, as the case stands now. */
  choosing(draft: CaseDraft): readonly Pick<Scope, 'id' | 'definition' | 'element'>[];
  holds(condition: Feel, data: Data, at: Instant): boolean;
  /** Tasks that this commit closed, as they were. */
  readonly closed: Map<VisitId, OpenTask>;
}

/** The draft, for looking limits up. */
export const looking = (recorder: Recorder, draft: CaseDraft): Looking => ({
  definition: (ref) => recorder.definition(ref),
  root: (scope) => recorder.dataScopes(draft, scope).at(-1),
});

/** The values that a scope sees: its own over its parents', up to the call. */
export function seenFrom(recorder: Recorder, draft: CaseDraft, scope: ScopeId): Data {
  const seen: { [key: string]: Data[string] } = {};
  for (const one of [...recorder.dataScopes(draft, scope)].reverse()) Object.assign(seen, draft.data[one] ?? {});
  return seen;
}

/** A condition of the office's own (a deadline's, a field's) holds only when it is plainly true. */
export const holds = (condition: Feel, data: Data, at: Instant): boolean => evaluateCondition(condition, data, at).value === true;
