import type { VisitId } from '../../words/ids.ts';
import { planOf, type Run } from '../run/run.ts';
import type { MoveChoice, Put } from '../stimulus.ts';
import { jumpingOf } from './jump.ts';
import type { Lineage } from './lineage.ts';
import { containerOf } from './standing.ts';

/** Every place that a visit may be moved to, or may not, with what is taken beside it: in scopes that live, then in sub-processes that would be opened. */
export const jumpChoices = (run: Run, lineage: Lineage, taken: Taken): readonly MoveChoice[] =>
  [...livePlaces(run), ...freshPlaces(run)].flatMap((put) => choiceOf(run, lineage, { ...taken, put }) ?? []);

interface Taken {
  readonly from: VisitId | null;
  readonly beside: readonly VisitId[];
}

/** Undefined where there is no such place from here. */
function choiceOf(run: Run, lineage: Lineage, { from, beside, put }: Taken & { readonly put: Put }): MoveChoice | undefined {
  const take = from === null ? [] : [from, ...beside];
  const jumping = jumpingOf(run, lineage, { take, put: [put] });
  const about = { move: 'jump' as const, visit: from, ...put };
  if (typeof jumping === 'string') return { ...about, legal: false, reason: jumping, takesBack: [] };
  if ('ok' in jumping) return undefined;
  return { ...about, legal: true, takesBack: [...jumping.cleared.tokens].filter((visit) => !take.includes(visit)) };
}

function livePlaces(run: Run): readonly Put[] {
  return run.scopes.values().flatMap((scope) => {
    const container = containerOf(scope);
    if (container === undefined) return [];
    const places = planOf(run, scope.id).inside(container);
    return places.map((element) => ({ element: element.id, scope: scope.id }));
  });
}

/** Elements of sub-processes, in every process that this case runs. */
function freshPlaces(run: Run): readonly Put[] {
  const plans = new Set(run.scopes.values().map(({ id }) => planOf(run, id)));
  return [...plans].flatMap((plan) =>
    plan.process.elements.filter((element) => element.parent !== null).map(({ id }) => ({ element: id, scope: 'fresh' as const })),
  );
}
