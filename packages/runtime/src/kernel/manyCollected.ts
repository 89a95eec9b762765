import type { Data, Json } from '../words/json.ts';
import type { Scope, Token } from './marking.ts';
import { instancesIn } from './run/many.ts';
import { placeOf } from './run/place.ts';
import type { Run } from './run/run.ts';

/** What the finished items hold, as lists in the order of the items. `by` is who did it, where the office noted that as `$by`. */
export function collected(run: Run, host: Token, scope: Scope): Data {
  const { collect = [] } = placeOf(run, host).element.many ?? {};
  if (collect.length === 0) return {};
  const active = new Set(instancesIn(run, scope).map((token) => token.scope));
  const done = run.scopes.in('parent', scope.id).filter((item) => !active.has(item.id));
  const listOf = (field: string, plain = false): Json =>
    done.map(({ id, locals }) => {
      const data = run.data.get(id);
      const value = data[field] ?? null;
      return plain ? value : { by: data.$by ?? null, item: locals.item ?? null, value };
    });
  return Object.fromEntries(collect.map(({ field, into, plain }) => [into, listOf(field, plain)]));
}
