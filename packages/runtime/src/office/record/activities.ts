import type { Effect } from '../../kernel/effect.ts';
import { endAllOf, startOnOpening } from './deadlines.ts';
import type { CaseDraft } from './draft.ts';
import type { Recorder } from './recorder.ts';
import { seatsThatChoose } from './choosing.ts';
import { withReaders } from './tasks.ts';

/**
 * A sub-process or call has opened: remembered only where it has time limits. Of an ad-hoc one nothing begins by itself, so whoever would do
 * its steps may read the case from now on.
 */
export function recordActivity(recorder: Recorder, draft: CaseDraft, effect: Extract<Effect, { kind: 'activityOpened' }>): void {
  const element = recorder.definition(effect.definition)?.plan.element(effect.element);
  if (element?.adHoc) {
    const seats = seatsThatChoose(recorder, draft, effect);
    draft.facts = { ...draft.facts, readers: withReaders(draft.facts.readers, seats) };
  }
  if (!element || element.office.deadlines.length === 0) return;
  const { kind: _, ...activity } = effect;
  draft.facts = { ...draft.facts, activities: [...draft.facts.activities, activity] };
  startOnOpening(recorder, draft, activity);
}

/** A definition begins to run in the case, or is over; the scopes of items are neither. */
export function recordScope(recorder: Recorder, draft: CaseDraft, effect: Extract<Effect, { kind: 'scopeOpened' | 'scopeClosed' }>): void {
  const { runs } = draft.facts;
  if (effect.kind === 'scopeClosed') {
    if (!runs.some((run) => run.scope === effect.scope)) return;
    endAllOf(recorder, draft, effect.scope);
    const completed = Object.entries(draft.facts.completed).filter(([step]) => !step.startsWith(`${effect.scope}/`));
    draft.facts = {
      ...draft.facts,
      runs: runs.filter((run) => run.scope !== effect.scope),
      completed: Object.fromEntries(completed),
    };
    return;
  }
  const inside = recorder.dataScopes(draft, effect.scope);
  if (inside.length > 1) return;
  const since = runs.length === 0 ? draft.facts.startedAt : draft.at;
  draft.facts = { ...draft.facts, runs: [...runs, { scope: effect.scope, definition: effect.definition, since }] };
}
