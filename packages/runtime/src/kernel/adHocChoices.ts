import type { Element } from '../diagram/model.ts';
import type { Plan } from '../plan/plan.ts';
import type { ElementId, ScopeId, VisitId } from '../words/ids.ts';
import type { Arrival, Marking, Scope } from './marking.ts';
import { isActivity } from './run/isActivity.ts';
import type { Plans } from './stimulus.ts';

/** What somebody may do now in an ad-hoc sub-process that runs. */
export interface AdHocChoice {
  readonly scope: ScopeId;
  /** The ad-hoc sub-process, and the visit that it runs in. */
  readonly element: ElementId;
  readonly visit: VisitId | null;
  /** Activities that may be started, in document order. */
  readonly start: readonly ElementId[];
  /** Whether it ends when somebody says so, having no condition that ends it. */
  readonly complete: boolean;
}

/** What may be started now, and what may be said to be done, in each ad-hoc sub-process of a case. Pure; costs as much as there is live. */
export function adHocChoices(plans: Plans, { scopes, tokens, arrivals }: Marking): readonly AdHocChoice[] {
  return scopes.flatMap((scope) => {
    const plan = scope.kind === 'adHoc' && scope.phase === 'running' ? plans.get(scope.definition) : undefined;
    const whole = plan?.element(scope.element);
    if (!plan || !whole?.adHoc) return [];
    const inside = tokens.filter((token) => token.scope === scope.id);
    const undoing = scopes.some(({ kind, parent }) => kind === 'undo' && parent === scope.id);
    const busy = undoing || inside.some(({ element }) => isWork(plan.element(element)));
    const start = whole.adHoc.sequential && busy ? [] : startable(plan, scope, arrivals);
    return [
      {
        scope: scope.id,
        element: scope.element,
        visit: scope.host,
        start: start.map(({ id }) => id),
        complete: whole.adHoc.completion === undefined,
      },
    ];
  });
}

/** Activities to which nothing leads, always; others when as many tokens have come to them as they need. */
export function startable(plan: Plan, scope: Scope, arrivals: readonly Arrival[]): readonly Element[] {
  const came = (id: ElementId): number => arrivals.filter((arrival) => arrival.join === id && arrival.scope === scope.id).length;
  return plan
    .inside(scope.element)
    .filter(
      (element) =>
        isWork(element) &&
        !element.eventSubProcess &&
        !element.forCompensation &&
        (element.incoming.length === 0 || came(element.id) >= element.startQuantity),
    );
}

const isWork = (element: Element | undefined): boolean => element !== undefined && isActivity(element);
