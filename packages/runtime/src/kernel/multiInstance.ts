import { evaluate } from '../diagram/feel/evaluate.ts';
import { evaluateCondition } from '../diagram/feel/condition.ts';
import { itemsOf, listsPeople } from '../diagram/itemsOf.ts';
import type { VisitId } from '../words/ids.ts';
import type { Data, Json } from '../words/json.ts';
import { foldInside } from './compensable.ts';
import type { Construct } from './construct.ts';
import { complexHolds, throwOnCompletion } from './manyBehavior.ts';
import type { ManyState, Scope, Token } from './marking.ts';
import { closeScope, closeVisit } from './run/close.ts';
import { change, ownerOf, visible } from './run/data.ts';
import { raise, resolve } from './run/incident.ts';
import { manyIn, noteMany } from './run/many.ts';
import { openScope } from './run/open.ts';
import { placeOf, type Place } from './run/place.ts';
import { scopeOf, type Run } from './run/run.ts';
import { spawn } from './run/token.ts';

/**
 * 会签 (all at once) and 依次 (in turn): the list is frozen here, and each item gets a scope of its own that keeps its values. Without an item
 * there is no instance, and the whole is done at once; but a list that says who does the step must name somebody.
 */
export const multiInstance: Construct = (run, place) => {
  const { token, element, plan } = place;
  if (!element.many) return;
  const items = itemsNow(run, place);
  if (!Array.isArray(items)) return raise(run, token, { code: 'listInvalid', detail: items });
  if (items.length === 0) {
    if (listsPeople(plan.process, element)) raise(run, token, { code: 'listEmpty', detail: null });
    else doneByNobody(run, place);
    return;
  }
  const inTurn = element.many.sequential;
  const scope = openScope(run, {
    parent: token.scope,
    definition: scopeOf(run, token.scope).definition,
    element: element.id,
    kind: 'many',
    host: token.visit,
  });
  noteMany(run, scope.id, { total: items.length, done: 0, ended: 0, rest: inTurn ? items.slice(1) : [], inTurn });
  for (const [index, item] of (inTurn ? items.slice(0, 1) : items).entries()) startInstance(run, scope, { index, item });
};

/** A list of items, or why there is none. */
function itemsNow(run: Run, { token, element, plan }: Place): readonly Json[] | { readonly [key: string]: Json } {
  const { many } = element;
  const expression = many?.over ?? many?.cardinality ?? '';
  const result = evaluate(expression, visible(run, token.scope), run.at);
  if (!result.ok) return { expression, reason: { ...result.reason } };
  return (many && itemsOf(plan.process, many, result.value)) ?? { expression, value: result.value };
}

/** There is no instance: the whole is done, and what would have been gathered is an empty list. */
export function doneByNobody(run: Run, { token, element }: Place): void {
  for (const { into } of element.many?.collect ?? []) change(run, { scope: ownerOf(run, token.scope, into), path: [into], to: [] });
  run.queue.push({ do: 'finished', visit: token.visit });
}

/** One more item begins, in a scope of its own. */
export function startInstance(run: Run, many: Scope, instance: { readonly index: number; readonly item: Json }): void {
  const host = many.host && run.tokens.get(many.host);
  if (!host) return;
  const { id, definition, element } = many;
  const scope = openScope(run, {
    parent: id,
    definition,
    element,
    kind: 'item',
    host: host.visit,
    locals: { index: instance.index, item: instance.item },
  });
  const name = placeOf(run, host).element.many?.as;
  if (name) change(run, { scope: scope.id, path: [name], to: instance.item });
  spawn(run, { element, scope: scope.id, from: [host.visit], instance });
}

/** One instance is done; the whole may be, too. */
export function instanceDone(run: Run, { token, element }: Place): void {
  closeVisit(run, token, 'completed');
  const item = scopeOf(run, token.scope);
  const whole = item.parent ? run.scopes.get(item.parent) : undefined;
  const many = whole && manyIn(run, whole.id);
  if (!many) return;
  const counted: ManyState = { ...many, done: many.done + 1 };
  noteMany(run, whole.id, counted);
  const host = whole.host && run.tokens.get(whole.host);
  const about = element.many;
  if (host && about && about.behavior !== 'all')
    throwOnCompletion(run, host, { many: about, counts: countsOf(counted), cause: token.visit });
  proceed(run, whole);
}

/** Ends the whole when all are done or a condition for it holds; else, in turn, begins the next. */
export function proceed(run: Run, scope: Scope): void {
  const host = scope.host && run.tokens.get(scope.host);
  const many = manyIn(run, scope.id);
  if (!host || !many) return;
  const active = activeIn(many);
  const left = active + many.rest.length;
  const enough = isEnough(run, host, { scope, state: many, none: left === 0 });
  if (enough === undefined || !run.tokens.has(host.visit)) return;
  if (enough) return finish(run, host, scope);
  if (active === 0) beginNext(run, scope);
}

/** In turn: the next of the list begins. */
export function beginNext(run: Run, scope: Scope): void {
  const many = manyIn(run, scope.id);
  if (!many || instancesIn(run, scope).length > 0) return;
  const [item, ...rest] = many.rest;
  if (item === undefined) return;
  noteMany(run, scope.id, { ...many, rest });
  startInstance(run, scope, { index: many.done + many.ended, item });
}

/**
 * Whether the whole is done: none are left, or a condition holds over the counts and what was gathered so far; undefined, with an incident,
 * where that cannot be told. The conditions that throw something are asked even at the end.
 */
function isEnough(
  run: Run,
  host: Token,
  { scope, state, none }: { readonly scope: Scope; readonly state: ManyState; readonly none: boolean },
): boolean | undefined {
  const { many } = placeOf(run, host).element;
  if (!many || (!many.completion && many.behavior !== 'complex')) return none;
  settle(run, host.visit);
  const counts = countsOf(state);
  const context = { ...visible(run, host.scope), ...gathered(run, host, scope), ...counts };
  const thrown = complexHolds(run, host, { many, counts, context });
  if (thrown !== false || none || !many.completion) return thrown === undefined ? undefined : thrown || none;
  const held = evaluateCondition(many.completion, context, run.at);
  if (held.value !== 'neither') return held.value;
  raise(run, host, { code: 'conditionUndecided', detail: { condition: many.completion, reason: { ...held.reason } } });
  return undefined;
}

/** What the conditions of a multi-instance may ask for: how many there are without those taken away, are done, run now, were taken away. */
const countsOf = (many: ManyState): Data => ({
  numberOfInstances: many.total - many.ended,
  numberOfCompletedInstances: many.done,
  numberOfActiveInstances: activeIn(many),
  numberOfTerminatedInstances: many.ended,
});

/** The completion condition is asked anew, so what could not be told before no longer counts. */
export function settle(run: Run, host: VisitId): void {
  for (const incident of run.incidents.values()) {
    // A condition at its border is another's.
    const own = incident.element === run.tokens.get(host)?.element;
    if (own && incident.visit === host && incident.code === 'conditionUndecided') resolve(run, incident);
  }
}

/** The whole is done, with what was gathered; what is still open goes. */
export function finish(run: Run, host: Token, scope: Scope): void {
  const lists = gathered(run, host, scope);
  foldInside(run, scope);
  closeScope(run, scope, 'cancelled');
  for (const [name, list] of Object.entries(lists)) change(run, { scope: ownerOf(run, host.scope, name), path: [name], to: list });
  run.queue.push({ do: 'finished', visit: host.visit });
}

/** What the finished items hold, as lists in the order of the items. `by` is who did it, where the office noted that as `$by`. */
function gathered(run: Run, host: Token, scope: Scope): Data {
  const { collect = [] } = placeOf(run, host).element.many ?? {};
  if (collect.length === 0) return {};
  const active = new Set(instancesIn(run, scope).map((token) => token.scope));
  const done = run.scopes.in('parent', scope.id).filter((item) => !active.has(item.id));
  const listOf = (field: string): Json =>
    done.map(({ id, locals }) => {
      const data = run.data.get(id);
      return { by: data.$by ?? null, item: locals.item ?? null, value: data[field] ?? null };
    });
  return Object.fromEntries(collect.map(({ field, into }) => [into, listOf(field)]));
}

/** The open instances of a multi-instance. */
export const instancesIn = (run: Run, scope: Scope): readonly Token[] =>
  run.scopes.in('parent', scope.id).flatMap((item) => run.tokens.in('scope', item.id).filter((token) => token.instance));

/** How many instances are at work, without looking for them. */
const activeIn = ({ total, done, ended, rest }: ManyState): number => total - done - ended - rest.length;

/** The multi-instance that runs inside a visit. */
export const manyInside = (run: Run, visit: VisitId): Scope | undefined => run.scopes.in('host', visit).find(({ kind }) => kind === 'many');
