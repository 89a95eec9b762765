import { id, type ElementId, type ScopeId, type VisitId } from '../../words/ids.ts';
import type { Element } from '../../diagram/model.ts';
import type { Scope, ScopeKind, Token } from '../marking.ts';
import { arm } from './arm.ts';
import { change, keepsData } from './data.ts';
import { number, planOf, scopeOf, type Run } from './run.ts';
import { spawn } from './token.ts';
import { within } from './within.ts';

/** Opens a scope; a scope that keeps data says so. Nothing runs in it yet. */
export function openScope(run: Run, about: Omit<Scope, 'id' | 'phase' | 'locals'> & Partial<Pick<Scope, 'phase' | 'locals'>>): Scope {
  run.opened += 1;
  const keeps = ownedIn(run, about);
  const scope: Scope = { id: id(`s${number(run)}`), phase: 'running', locals: {}, ...about, ...(keeps ? { keeps } : {}) };
  run.scopes.set(scope.id, scope);
  if (keepsData(scope)) {
    run.effects.push({ kind: 'scopeOpened', scope: scope.id, definition: scope.definition, element: scope.element });
  }
  // What is not set yet is empty, and not what goes by its name outside.
  for (const name of keeps ?? []) change(run, { scope: scope.id, path: [name], to: null });
  return scope;
}

const WITHIN: ReadonlySet<ScopeKind> = new Set(['sub', 'transaction', 'adHoc', 'event']);

/** The names of data that a sub-process declares. */
export const ownedIn = (
  run: Run,
  { kind, definition, element }: Pick<Scope, 'kind' | 'definition' | 'element'>,
): readonly string[] | undefined => (WITHIN.has(kind) ? run.plans.get(definition)?.element(element)?.owns : undefined);

/** Says that a sub-process or a call has opened; costs as much as it lies deep, and counts so. */
export function tellOpened(run: Run, { visit, element, scope }: Token): void {
  const { definition } = scopeOf(run, scope);
  const around = within(run, scope);
  run.opened += around.length;
  run.effects.push({ kind: 'activityOpened', visit, element, scope, definition, within: around });
}

/** What is to run in a scope: tokens on the entries, and the event sub-processes of its container waiting. */
export interface Beginning {
  readonly scope: ScopeId;
  readonly container: ElementId | null;
  readonly entries: readonly Element[];
  readonly from: readonly VisitId[];
}

/** Lets a scope run. Without an entry it is done at once. */
export function begin(run: Run, { scope, container, entries, from }: Beginning): void {
  awaitStarts(run, scope, container);
  for (const entry of entries) spawn(run, { element: entry.id, scope, from });
  if (entries.length === 0) run.queue.push({ do: 'drained', scope });
}

/** Waits for whatever starts the event sub-processes of a scope, from its first moment on; its data are there before. */
export function awaitStarts(run: Run, scope: ScopeId, container: ElementId | null): void {
  const plan = planOf(run, scope);
  for (const inner of plan.eventSubProcesses(container)) {
    const start = plan.inside(inner.id).find((element) => element.type === 'startEvent');
    if (start) arm(run, { element: start, scope, visit: null });
  }
}
