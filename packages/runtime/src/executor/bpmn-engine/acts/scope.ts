import type { Element } from '../../../diagram/model.ts';
import type { ElementId, VisitId } from '../../../words/ids.ts';
import type { RunningScope } from '../body.ts';
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
  const plan = planOf(step, scope.id);
  for (const inner of plan.eventSubProcesses(container)) {
    const start = plan.inside(inner.id).find((element) => element.type === 'startEvent');
    if (start) arm(step, { element: start, scope: scope.id, visit: null });
  }
  for (const entry of entries) put(step, { scope: scope.id, element: entry.id }, { parents: from });
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
