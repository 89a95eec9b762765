import type { VisitId } from '../../words/ids.ts';
import type { Refused } from '../../words/refusal.ts';
import { proceed } from '../multiInstance.ts';
import { resolveAsked } from '../run/incident.ts';
import { closeScope, closeVisit } from '../run/close.ts';
import { manyIn, noteMany } from '../run/many.ts';
import type { Run } from '../run/run.ts';
import type { MoveObstacle } from '../stimulus.ts';
import { illegal } from './illegal.ts';

/** 减签: an open item is taken away and no longer counts; whether the rest are enough is asked anew. */
export function removeInstance(run: Run, visit: VisitId): Refused | undefined {
  const obstacle = removeObstacle(run, visit);
  const token = run.tokens.get(visit);
  const item = token && run.scopes.get(token.scope);
  const scope = item?.parent ? run.scopes.get(item.parent) : undefined;
  const many = scope && manyIn(run, scope.id);
  if (obstacle || !token || !item || !many) return illegal(visit, obstacle ?? 'notMany');
  closeVisit(run, token, 'cancelled');
  closeScope(run, item, 'cancelled');
  if (scope.host) resolveAsked(run, scope.host);
  noteMany(run, scope.id, { ...many, ended: many.ended + 1 });
  proceed(run, scope);
  return undefined;
}

/** Why an item cannot be taken away: it is none, is not open, or is the only one there is. */
export function removeObstacle(run: Run, visit: VisitId): MoveObstacle | undefined {
  const token = run.tokens.get(visit);
  if (!token) return 'notHere';
  const item = run.scopes.get(token.scope);
  const many = item?.parent ? manyIn(run, item.parent) : undefined;
  if (!token.instance || item?.kind !== 'item' || !many) return 'notMany';
  return many.total - many.ended === 1 ? 'lastInstance' : undefined;
}
