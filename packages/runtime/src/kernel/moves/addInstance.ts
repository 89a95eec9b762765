import { MOST_INSTANCES } from '../../diagram/itemsOf.ts';
import type { VisitId } from '../../words/ids.ts';
import { type Refused, refuse } from '../../words/refusal.ts';
import { startInstance } from '../multiInstance.ts';
import { manyIn, manyInside, noteMany } from '../run/many.ts';
import type { Run } from '../run/run.ts';
import type { Move, MoveObstacle } from '../stimulus.ts';
import { illegal } from './illegal.ts';

type Adding = Omit<Extract<Move, { kind: 'addInstance' }>, 'kind'>;

/** 加签: further items of a multi-instance that runs. All at once they begin now; in turn they come next or last. */
export function addInstance(run: Run, { host, items, where = 'last' }: Adding): Refused | undefined {
  if (items.length === 0) return refuse('invalidInput', 'items', { zh: '至少一人', en: 'At least one item' });
  const obstacle = addObstacle(run, host, items.length);
  const scope = manyInside(run, host);
  const many = scope && manyIn(run, scope.id);
  if (obstacle || !many) return illegal(host, obstacle ?? 'notMany');
  const { total, rest, inTurn } = many;
  const list = inTurn ? (where === 'next' ? [...items, ...rest] : [...rest, ...items]) : rest;
  noteMany(run, scope.id, { ...many, total: total + items.length, rest: list });
  // Those that were taken away are still in the total, so that no number is given twice.
  if (!inTurn) for (const [index, item] of items.entries()) startInstance(run, scope, { index: total + index, item });
  return undefined;
}

/** Why nothing can be added to what a visit does. */
export function addObstacle(run: Run, host: VisitId, count: number): MoveObstacle | undefined {
  const scope = manyInside(run, host);
  const many = scope && manyIn(run, scope.id);
  // A transaction of which one run was cancelled has no more runs.
  if (!many || scope.phase !== 'running') return 'notMany';
  return many.total - many.ended + count > MOST_INSTANCES ? 'tooMany' : undefined;
}
