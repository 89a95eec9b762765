import type { ElementId, ScopeId } from '../words/ids.ts';
import type { Element } from '../diagram/model.ts';
import type { Plan } from '../plan/plan.ts';
import type { Compensable, Scope } from './marking.ts';
import type { Place } from './run/place.ts';
import { repetitionIn } from './run/repetition.ts';
import { planOf, type Run } from './run/run.ts';

/** All that can be undone in a scope, in the order in which it was completed. */
export const undoableIn = (run: Run, scope: ScopeId): readonly Compensable[] => inOrder(run.undoable.filter((one) => one.scope === scope));

/** In the order in which it was completed, which is not always that in which it was noted: what was inside comes up scope by scope. */
export const inOrder = (what: readonly Compensable[]): readonly Compensable[] =>
  what.length < 2 ? what : what.toSorted((one, other) => one.order - other.order);

/**
 * A scope completes: what could be undone inside goes up to the activity that it was the inside of, with the data that would be gone. Asked
 * before the scope is closed.
 */
export function foldInside(run: Run, scope: Scope): void {
  if (scope.host === null || scope.kind === 'process' || scope.kind === 'event' || scope.kind === 'undo') return;
  const inner = undoableIn(run, scope.id);
  const handler = handlerInside(planOf(run, scope.id), scope);
  if (inner.length === 0 && handler === undefined) return;
  run.undoable = run.undoable.filter((one) => !inner.includes(one));
  run.inside ??= new Map();
  run.inside.set(scope.host, { as: scope.kind, handler, inner, ...kept(run, scope) });
}

/** The event sub-process inside that undoes the whole; repetitions have none, as each of their runs has its own. */
function handlerInside(plan: Plan, scope: Scope): ElementId | undefined {
  if (scope.kind === 'many' || scope.kind === 'loop') return undefined;
  const inside = plan.eventSubProcesses(scope.kind === 'call' ? null : scope.element);
  return inside.find((sub) => plan.inside(sub.id).some(startsByCompensation))?.id;
}

const startsByCompensation = ({ type, triggers }: Element): boolean =>
  type === 'startEvent' && triggers.some(({ kind }) => kind === 'compensate');

/**
 * An activity is done and can be undone from now on, if anything says how: the activity at its compensation border or the event
 * sub-process inside, once for each of its instances with the values of that instance; or, without either, whatever can be undone inside.
 * Noted once, however often its way on is tried.
 */
export function noteDone(run: Run, { token, element, scope: around }: Place): void {
  const inside = run.inside?.get(token.visit);
  if (inside) run.inside?.delete(token.visit);
  // What undoes is not undone in its turn.
  if (around.kind === 'undo' || run.undoable.some((one) => one.visit === token.visit)) return;
  if (!inside && element.compensatedBy === undefined) return;
  const repetition = repetitionIn(around);
  // The whole of what is repeated is undone run by run, and not at all where there was none.
  const whole = repetition === undefined && (element.many ?? element.loop) !== undefined;
  if (whole && !inside) return;
  const about = {
    visit: token.visit,
    element: element.id,
    order: nextOrder(run),
    ...(token.side ? { beside: token.side } : {}),
  };
  const bordered = element.compensatedBy && !whole ? { handler: element.compensatedBy, inner: [] } : undefined;
  const how = bordered ?? inside;
  if (!how) return;
  const { handler = element.id, ...within } = how;
  const ofItem = repetition === 'item' && (bordered !== undefined || inside?.as !== 'call');
  const item = ofItem ? { as: 'item' as const, data: run.data.get(around.id) } : {};
  const scope = repetition === 'item' && around.parent !== null ? around.parent : around.id;
  const locals = ofItem ? around.locals : {};
  const own: Compensable = { ...about, handler, scope, locals, ...within };
  // An instance that keeps data of its own has these within those of its item.
  const nested = ofItem && own.data ? { handler: element.id, inner: [{ ...own, scope: around.id, locals: {} }] } : {};
  run.undoable = [...run.undoable, { ...own, ...nested, ...item }];
}

/** Later than all before, also where nothing has got a number since the last. */
const nextOrder = ({ next, undoable }: Run): number => undoable.reduce((order, one) => Math.max(order, one.order + 1), next);

/**
 * What runs in a scope is about to be cut off by a cancel or by an event sub-process of the scope: what was done inside of it so far can be
 * undone all the same, and goes up to the scope.
 */
export function foldRunning(run: Run, scope: ScopeId): void {
  if (run.undoable.length === 0) return;
  for (const inner of run.scopes.in('parent', scope)) {
    foldRunning(run, inner.id);
    const what = undoableIn(run, inner.id);
    const last = what.at(-1);
    if (!last) continue;
    const { kind, element, host, locals } = inner;
    const plain = kind === 'event' || kind === 'undo' || kind === 'many' || kind === 'loop' || kind === 'process' || host === null;
    const lifted = plain
      ? what.map((one) => ({ ...one, scope }))
      : [{ visit: host, element, handler: element, scope, order: last.order, as: kind, locals, inner: what, ...kept(run, inner) }];
    run.undoable = [...run.undoable.filter((one) => !what.includes(one)), ...lifted];
  }
}

const kept = (run: Run, { id, kind, definition, keeps }: Scope): Pick<Compensable, 'definition' | 'data'> => ({
  ...(kind === 'call' ? { definition } : {}),
  ...(kind === 'call' || kind === 'item' || keeps ? { data: run.data.get(id) } : {}),
});
