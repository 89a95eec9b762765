import type { VisitId } from '../../../words/ids.ts';
import { runAgain } from '../acts/scope.ts';
import { closeVisit, discard, withdrawArrival } from '../step/close.ts';
import { dataScopes, write } from '../step/data.ts';
import { put, takeFlow } from '../step/put.ts';
import { planOf, type Step } from '../step/step.ts';
import type { Lineage, Visited } from './lineage.ts';

/**
 * Opens a visit anew and takes back all that came of it: the engine gets a token before the target first, so that it does not take the
 * scope for done, then ends what runs. What was written into fields stays.
 */
export function openAnew(step: Step, lineage: Lineage, target: Visited): void {
  const taken = new Set([target.visit, ...lineage.descendants(target.visit)]);
  runAgain(step, target.scope);
  put(step, { scope: target.scope, element: target.element }, { parents: target.from });
  for (const arrival of step.arrivals.filter(({ from, join }) => taken.has(from) && join !== target.element))
    withdrawArrival(step, arrival);
  step.arrivals = step.arrivals.filter((arrival) => !taken.has(arrival.from) || step.announced.has(arrival.sequence));
  for (const name of taken) {
    const visit = step.visits.get(name);
    if (!visit || visit.joined) continue;
    discard(step, visit);
    closeVisit(step, visit, 'takenBack');
  }
  for (const name of taken) {
    const visited = lineage.visits.get(name);
    if (!visited || visited.state === 'open') continue;
    const { state: _, ...pass } = visited;
    step.effects.push({ kind: 'passed', pass: { ...pass, closed: 'takenBack' } });
    clearOutcome(step, visited);
    giveBack(step, visited, taken);
  }
}

/** Arrivals of branches beside stand at the join again. */
function giveBack(step: Step, { consumed = [] }: Visited, taken: ReadonlySet<VisitId>): void {
  for (const { from, flow, scope } of consumed) {
    if (taken.has(from) || !step.scopes.has(scope)) continue;
    runAgain(step, scope);
    takeFlow(step, { scope, flow }, { parents: [from] });
  }
}

function clearOutcome(step: Step, { element, scope }: Visited): void {
  if (!step.scopes.has(scope)) return;
  const decision = planOf(step, scope).element(element)?.office.decision;
  const [owner] = dataScopes(step.scopes, scope);
  if (decision && owner) write(step, { scope: owner, path: [decision.key], to: undefined });
}
