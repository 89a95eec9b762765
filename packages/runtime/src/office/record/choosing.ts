import type { DefinitionRef, ElementId, ScopeId, Seat } from '../../words/ids.ts';
import type { CaseDraft } from './draft.ts';
import { seenFrom, type Recorder } from './recorder.ts';
import { seatsOf } from './tasks.ts';

/** Whoever would do a step of an ad-hoc sub-process chooses when it is begun: the seats of its steps, in the order of the diagram. */
export function seatsThatChoose(
  recorder: Recorder,
  draft: CaseDraft,
  at: { readonly definition: DefinitionRef; readonly element: ElementId; readonly scope: ScopeId },
): readonly Seat[] {
  const data = seenFrom(recorder, draft, at.scope);
  const inside = recorder.definition(at.definition)?.plan.inside(at.element) ?? [];
  return inside.flatMap((element): readonly Seat[] => {
    if ((element.type !== 'userTask' && element.type !== 'manualTask') || element.many) return [];
    return seatsOf(recorder, draft, { definition: at.definition, element, data }).seats;
  });
}
