import { id, type ElementId, type ScopeId, type VisitId } from '../words/ids.ts';
import { inOrder, undoableIn } from './compensable.ts';
import type { Compensable, Scope } from './marking.ts';
import { closeScope } from './run/close.ts';
import { change } from './run/data.ts';
import { begin, openScope } from './run/open.ts';
import { planOf, scopeOf, type Run } from './run/run.ts';
import { spawn } from './run/token.ts';

/** What is to be undone: where, for whom, and who waits for it. */
export interface Undoing {
  readonly scope: ScopeId;
  readonly element: ElementId;
  readonly what: readonly Compensable[];
  /** The visit that asked for it; `waits` where it stays until all is undone. */
  readonly by: VisitId;
  readonly waits: boolean;
}

/** Begins to undo: a scope of its own keeps what is still to be undone, so that each is undone once and what comes new is left alone. */
export function undo(run: Run, { scope, element, what, by, waits }: Undoing): Scope {
  const { definition } = scopeOf(run, scope);
  const undoing = openScope(run, {
    parent: scope,
    definition,
    element,
    kind: 'undo',
    host: waits ? by : null,
    phase: 'compensating',
    locals: { by },
  });
  run.undoable = [...run.undoable.filter((one) => !what.includes(one)), ...inOrder(what).map((one) => ({ ...one, scope: undoing.id }))];
  run.queue.push({ do: 'drained', scope: undoing.id });
  return undoing;
}

/** Undoes what was completed last of what is left; when nothing is, whoever waited goes on. */
export function undoNext(run: Run, undoing: Scope): void {
  const next = lastOf(undoableIn(run, undoing.id));
  if (next) return undoOne(run, undoing, next);
  closeScope(run, undoing, 'completed');
  if (undoing.host) run.queue.push({ do: 'finished', visit: undoing.host });
  else if (undoing.parent) run.queue.push({ do: 'drained', scope: undoing.parent });
}

/** The last completed; but what an event at a border led to before its host, even where the host was completed later. */
function lastOf(what: readonly Compensable[]): Compensable | undefined {
  const free = what.filter(({ visit }) => !what.some((other) => other.beside === visit));
  return free.reduce<Compensable | undefined>((last, one) => (last && last.order > one.order ? last : one), undefined);
}

function undoOne(run: Run, undoing: Scope, one: Compensable): void {
  run.undoable = run.undoable.filter((other) => other !== one);
  const { visit, element, handler } = one;
  // What is undone inside is told there.
  const inside = handler === element || isOfInstance(run, undoing, one);
  if (!inside) run.effects.push({ kind: 'noted', code: 'compensated', element, detail: { visit, handler } });
  if (one.as === undefined) spawn(run, { element: handler, scope: undoing.id, from: [visit, askedBy(undoing)] });
  else if (one.as === 'many' || one.as === 'loop') undoInside(run, undoing, one);
  else undoAnew(run, reopen(run, undoing, one), one);
}

/** An instance that the activity at the border undoes: this runs within the values of the instance. */
const isOfInstance = (run: Run, { id: scope }: Scope, { as, element, handler }: Compensable): boolean =>
  as === 'item' && handler !== element && planOf(run, scope).element(handler)?.eventSubProcess !== true;

/** By the event sub-process that is there for it or the activity at its border, else by undoing all that was done inside. */
function undoAnew(run: Run, reopened: Scope, one: Compensable): void {
  const { element, handler, inner, visit } = one;
  if (isOfInstance(run, reopened, one)) {
    const { as: _, data: __, ...plain } = one;
    undoInside(run, reopened, { ...one, inner: [{ ...plain, locals: {} }] });
    return;
  }
  if (handler === element) {
    undoInside(run, reopened, one);
    return;
  }
  run.undoable = [...run.undoable, ...inner.map((each) => ({ ...each, scope: reopened.id }))];
  const { id: parent, definition } = reopened;
  const { id: scope } = openScope(run, { parent, definition, element: handler, kind: 'event', host: null });
  const inside = planOf(run, scope).inside(handler);
  const entries = inside.filter(({ type }) => type === 'startEvent');
  begin(run, { scope, container: handler, entries, from: [visit, askedBy(reopened)] });
}

/** What is to be undone inside has its place again, with the data as they were. */
function reopen(run: Run, undoing: Scope, { element, as = 'sub', definition, locals, data }: Compensable): Scope {
  const scope = openScope(run, {
    parent: undoing.id,
    definition: definition ?? undoing.definition,
    element,
    kind: as,
    host: null,
    phase: 'compensating',
    locals: { ...locals, by: askedBy(undoing) },
  });
  for (const [name, to] of Object.entries(data ?? {})) change(run, { scope: scope.id, path: [name], to });
  return scope;
}

const undoInside = (run: Run, around: Scope, { element, inner }: Compensable): Scope =>
  undo(run, { scope: around.id, element, what: inner, by: askedBy(around), waits: false });

/** The visit that asked for what is being undone in a scope. */
const askedBy = ({ locals }: Scope): VisitId => id<'v'>(String(locals.by));

/** A place that was opened again is closed when all in it is undone. */
export function endReopened(run: Run, scope: Scope): void {
  closeScope(run, scope, 'completed');
  if (scope.parent) run.queue.push({ do: 'drained', scope: scope.parent });
}
