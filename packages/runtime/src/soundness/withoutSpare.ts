import type { Plans } from '../kernel/stimulus.ts';
import type { Arrival, Marking } from '../kernel/marking.ts';

/**
 * Forgets tokens that wait directly in an ad-hoc sub-process for what has enough of them already: people may do a step there again and again,
 * which leaves what comes after it as ready as it was, and when they say that the whole is done nothing asks for the rest.
 */
export function withoutSpare(plans: Plans, marking: Marking): Marking {
  const free = new Map(marking.scopes.flatMap((scope) => (scope.kind === 'adHoc' ? [[scope.id, scope] as const] : [])));
  if (free.size === 0 || marking.arrivals.length < 2) return marking;
  const seen = new Map<string, number>();
  const kept = marking.arrivals.filter(({ scope, join, flow }: Arrival) => {
    const around = free.get(scope);
    if (!around) return true;
    const key = `${scope} ${join} ${flow}`;
    const many = (seen.get(key) ?? 0) + 1;
    seen.set(key, many);
    return many <= (plans.get(around.definition)?.element(join)?.startQuantity ?? 1);
  });
  return kept.length === marking.arrivals.length ? marking : { ...marking, arrivals: kept };
}
