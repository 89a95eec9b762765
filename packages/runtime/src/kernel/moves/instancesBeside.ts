import type { VisitId } from '../../words/ids.ts';
import { instancesIn, manyInside } from '../run/many.ts';
import type { Run } from '../run/run.ts';

/** The open items beside or inside a visit: of the multi-instance that it is the whole of, or is an item of. */
export function instancesBeside(run: Run, visit: VisitId): { readonly host: VisitId; readonly items: readonly VisitId[] } | undefined {
  const token = run.tokens.get(visit);
  const around = token && run.scopes.get(token.scope);
  const scope = manyInside(run, visit) ?? (around?.kind === 'item' && around.parent ? run.scopes.get(around.parent) : undefined);
  return scope?.host ? { host: scope.host, items: instancesIn(run, scope).map((token) => token.visit) } : undefined;
}
