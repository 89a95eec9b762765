import type { VisitId } from '../../words/ids.ts';
import { planOf, type Run } from '../run/run.ts';
import type { MoveObstacle } from '../stimulus.ts';
import type { Lineage, Visited } from './lineage.ts';
import { misfit } from './misfit.ts';
import { insideOf, standing, takenIn } from './standing.ts';

/** What a move takes back, and what it opens anew. */
interface TakingBack {
  readonly target: Visited;
  readonly taken: ReadonlySet<VisitId>;
  readonly heads: readonly VisitId[];
}

/**
 * Why a visit of an earlier version cannot be opened anew in the one that the case runs now: beside what is left nothing may stand there, as
 * in a branch that is new and whose neighbours this case never began. Visits of this very version came about together.
 */
export function misfitInThisVersion(run: Run, lineage: Lineage, { target, taken, heads }: TakingBack): MoveObstacle | undefined {
  const opened = heads.flatMap((visit) => lineage.visits.get(visit) ?? []).filter(({ scope }) => scope === target.scope);
  const inside = insideOf(run, target.scope);
  if (!inside || opened.every(({ version }) => version === undefined)) return undefined;
  const { plan } = inside;
  if (opened.some(({ element }) => !plan.element(element))) return 'branchCut';
  const back = [...taken].flatMap((visit) => lineage.visits.get(visit)?.consumed ?? []);
  const given = back.filter(
    ({ scope, from, flow, join }) => scope === target.scope && !taken.has(from) && planOf(run, scope).flow(flow)?.to === join,
  );
  return misfit(inside, {
    before: standing(run, target.scope, NOTHING),
    left: [...standing(run, target.scope, { tokens: taken, arrivals: taken }), ...given.map(({ flow }) => flow)],
    put: opened.map(({ element }) => element),
    taken: takenIn(run, target.scope, taken),
  });
}

const NOTHING = { tokens: new Set<VisitId>(), arrivals: new Set<VisitId>() };
