import type { ElementId, VisitId } from '../../words/ids.ts';
import { type Refused, refuse } from '../../words/refusal.ts';
import type { Pass } from '../marking.ts';
import type { Run } from '../run/run.ts';
import { isOver } from '../stimuli/cancel.ts';
import type { MoveObstacle } from '../stimulus.ts';
import { illegal } from './illegal.ts';
import { type Jumping, jumpingOf } from './jump.ts';
import { land } from './land.ts';
import { type Lineage, lineageOf } from './lineage.ts';

/** 唤醒: a case that has ended, however it did, lives again at one step; its data are as they were, and its history goes on. */
export function reopen(run: Run, at: ElementId, trail: readonly Pass[]): Refused | undefined {
  const lineage = lineageOf(run, trail);
  const jumping = reopeningOf(run, lineage, at);
  if (typeof jumping === 'string') return illegal(at, jumping);
  if ('ok' in jumping) return jumping;
  for (const landing of jumping.landings) land(run, landing, { from: lastOf(run, lineage) });
  return undefined;
}

/** Works a waking out, or tells why it is not legal: as a jump into the empty case, with sub-processes opened around the step. */
export function reopeningOf(run: Run, lineage: Lineage, at: ElementId): Jumping | MoveObstacle | Refused {
  if (!isOver(run)) return 'running';
  const root = run.scopes.values()[0]?.id;
  if (!root) return refuse('notWaiting', at, { zh: '已经办结的办件', en: 'A case that has ended' });
  return jumpingOf(run, lineage, { take: [], put: [{ element: at, scope: 'fresh' }] });
}

/** Visits of the case itself that nothing came of: a step that is opened now comes after them, so that one can return to what was before. */
function lastOf(run: Run, lineage: Lineage): readonly VisitId[] {
  const root = run.scopes.values()[0]?.id;
  const visits = [...lineage.visits.values()].filter(({ scope }) => scope === root);
  const parents = new Set(visits.flatMap(({ from }) => from));
  return visits.map(({ visit }) => visit).filter((visit) => !parents.has(visit));
}
