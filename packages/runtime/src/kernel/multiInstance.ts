import { listsPeople } from '../diagram/itemsOf.ts';
import type { Json } from '../words/json.ts';
import { foldInside } from './compensable.ts';
import type { Construct } from './construct.ts';
import { throwOnCompletion } from './manyBehavior.ts';
import { collected } from './manyCollected.ts';
import { countsOf, isEnough } from './manyCompletion.ts';
import { itemsNow } from './manyItems.ts';
import type { ManyState, Scope, Token } from './marking.ts';
import { closeScope, closeVisit } from './run/close.ts';
import { change, ownerOf } from './run/data.ts';
import { raise } from './run/incident.ts';
import { activeIn, instancesIn, manyIn, noteMany } from './run/many.ts';
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

/** The whole is done, with what was gathered; what is still open goes. */
export function finish(run: Run, host: Token, scope: Scope): void {
  const lists = collected(run, host, scope);
  foldInside(run, scope);
  closeScope(run, scope, 'cancelled');
  for (const [name, list] of Object.entries(lists)) change(run, { scope: ownerOf(run, host.scope, name), path: [name], to: list });
  run.queue.push({ do: 'finished', visit: host.visit });
}
