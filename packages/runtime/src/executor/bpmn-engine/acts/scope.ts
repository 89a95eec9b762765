import type { Element } from '../../../diagram/model.ts';
import type { ElementId, ScopeId, VisitId } from '../../../words/ids.ts';
import type { RunningScope } from '../body.ts';
import { clearWait } from '../step/close.ts';
import { resolveIn } from '../step/incident.ts';
import { openScope, tellOpened } from '../step/open.ts';
import { put } from '../step/put.ts';
import { planOf, scopeOf, type Step } from '../step/step.ts';
import { arm } from './arm.ts';

/** Lets a scope run: what could start its event sub-processes is waited for, and tokens are set before its entries. */
export function begin(
  step: Step,
  scope: RunningScope,
  {
    container,
    entries,
    from,
  }: { readonly container: ElementId | null; readonly entries: readonly Element[]; readonly from: readonly VisitId[] },
): void {
  step.scopes.set(scope.id, { ...scope, begun: true });
  awaitStarts(step, scope.id, container);
  for (const entry of entries) put(step, { scope: scope.id, element: entry.id }, { parents: from });
}

/** Waits for whatever starts the event sub-processes of a scope. */
function awaitStarts(step: Step, scope: ScopeId, container: ElementId | null): void {
  const plan = planOf(step, scope);
  for (const inner of plan.eventSubProcesses(container)) {
    const start = plan.inside(inner.id).find((element) => element.type === 'startEvent');
    if (start) arm(step, { element: start, scope, visit: null });
  }
}

/** Where only event sub-processes still run, no more of them begin. */
export function beginNoMore(step: Step): void {
  for (const scope of step.scopes.values()) {
    const children = [...step.scopes.values()].filter(({ parent }) => parent === scope.id);
    if (scope.phase !== 'running' || children.length === 0 || children.some(({ kind }) => kind !== 'event')) continue;
    if ([...step.visits.values()].some((visit) => visit.scope === scope.id)) continue;
    if (step.arrivals.some((arrival) => arrival.scope === scope.id)) continue;
    step.scopes.set(scope.id, { ...scope, phase: 'completing' });
    for (const wait of step.waits.values()) if (wait.scope === scope.id && wait.visit === null) clearWait(step, wait, 'cancelled');
    resolveIn(step, scope.id);
  }
}

/** What is opened there again by a move lets it run as before. */
export function runAgain(step: Step, id: ScopeId): void {
  const scope = step.scopes.get(id);
  if (scope?.phase !== 'completing') return;
  step.scopes.set(id, { ...scope, phase: 'running' });
  awaitStarts(step, id, scope.kind === 'process' || scope.kind === 'call' ? null : scope.element);
}

/** A sub-process has been entered. */
export function beginInside(step: Step, name: VisitId): void {
  const visit = step.visits.get(name);
  if (!visit || visit.begun) return;
  step.visits.set(name, { ...visit, begun: true });
  const { definition } = scopeOf(step, visit.scope);
  tellOpened(step, visit);
  const scope = openScope(step, { parent: visit.scope, definition, element: visit.element, kind: 'sub', host: name, exec: visit.exec });
  begin(step, scope, { container: visit.element, entries: planOf(step, scope.id).entries(visit.element), from: [name] });
}

/** An event sub-process has been entered: it belongs to the scope around it, and to no visit. */
export function beginEvent(
  step: Step,
  about: {
    readonly around: RunningScope;
    readonly element: Element;
    readonly exec: string;
    readonly from: readonly VisitId[];
    readonly start: ElementId | undefined;
  },
): void {
  const { around, element, exec, from } = about;
  if (!step.scopes.has(around.id)) return;
  const scope = openScope(step, { parent: around.id, definition: around.definition, element: element.id, kind: 'event', host: null, exec });
  const start = about.start && planOf(step, scope.id).element(about.start);
  begin(step, scope, { container: element.id, entries: start ? [start] : [], from });
}
