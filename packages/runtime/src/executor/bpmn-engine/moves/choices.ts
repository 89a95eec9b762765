import type { ElementType } from '../../../diagram/model.ts';
import type { MoveChoice, Pass } from '../../../ports/executor.ts';
import type { VisitId } from '../../../words/ids.ts';
import { planOf, type Step } from '../step/step.ts';
import { taskOf } from '../stimuli/work.ts';
import { type Lineage, lineageOf, type Visited } from './lineage.ts';
import { returnObstacle, TARGETS } from './return.ts';
import { withdrawObstacle } from './withdraw.ts';

/** Where an open task may send the case back to, newest first, or whether a completed one may be withdrawn, with reasons. */
export function choices(step: Step, trail: readonly Pass[], from: VisitId): readonly MoveChoice[] {
  const lineage = lineageOf(step, trail);
  const visited = lineage.visits.get(from);
  if (!visited) return [];
  if (taskOf(step, from)) return returnChoices(step, lineage, from);
  const reason = withdrawObstacle(step, lineage, from);
  const { visit, element } = visited;
  return [{ move: 'withdraw', visit, element, legal: reason === undefined, ...(reason ? { reason } : {}), takesBack: [] }];
}

function returnChoices(step: Step, lineage: Lineage, from: VisitId): readonly MoveChoice[] {
  const found = new Map<string, MoveChoice>();
  for (const visited of [...lineage.visits.values()].reverse()) {
    const { visit, element, scope, state } = visited;
    const key = `${scope} ${element}`;
    if (state === 'open' || found.get(key)?.legal || !isStep(step, visited)) continue;
    const reason = returnObstacle(step, lineage, { from, to: visit });
    if (reason && found.has(key)) continue;
    // Branches beside are never redone here, so a return takes none of them back.
    found.set(key, { move: 'return', visit, element, legal: reason === undefined, ...(reason ? { reason } : {}), takesBack: [] });
  }
  return [...found.values()];
}

const PEOPLE: ReadonlySet<ElementType> = new Set(['userTask', 'manualTask']);

/** Inside a finished scope only people's own steps are worth naming, as not to be had. */
function isStep(step: Step, { element, scope }: Visited): boolean {
  const lives = step.scopes.has(scope);
  const plans = lives ? [planOf(step, scope)] : [...step.scopes.keys()].map((live) => planOf(step, live));
  const type = plans.map((plan) => plan.element(element)?.type).find((one) => one !== undefined);
  return type !== undefined && (lives ? TARGETS : PEOPLE).has(type);
}
