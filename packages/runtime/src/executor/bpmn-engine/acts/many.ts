import { evaluateCondition } from '../../../diagram/feel/condition.ts';
import { evaluate } from '../../../diagram/feel/evaluate.ts';
import { itemsOf, listsPeople } from '../../../diagram/itemsOf.ts';
import type { Many, Process } from '../../../diagram/model.ts';
import { id, type VisitId } from '../../../words/ids.ts';
import type { Data, Json } from '../../../words/json.ts';
import type { RunningScope, Visit } from '../body.ts';
import { instanceExecution } from '../elements/many.ts';
import { closeScope, closeVisit, endCalled } from '../step/close.ts';
import { ownerOf, visible, write } from '../step/data.ts';
import { raise, resolve } from '../step/incident.ts';
import { openScope } from '../step/open.ts';
import { tell } from '../step/places.ts';
import { change, elementOf, later, number, planOf, scopeOf, type Step } from '../step/step.ts';
import { beginInside } from './scope.ts';

/** 会签 (all at once) and 依次 (in turn): the list is frozen here, and each item gets a scope of its own. The engine runs the instances. */
export function openMany(step: Step, name: VisitId): void {
  const visit = step.visits.get(name);
  const many = visit && elementOf(step, visit.scope, visit.element).many;
  if (!visit || !many) return;
  change(step, visit, { begun: true });
  const { process } = planOf(step, visit.scope);
  const items = itemsNow(step, visit, process);
  if (!Array.isArray(items)) return raise(step, visit, { code: 'listInvalid', detail: items });
  if (items.length === 0 && listsPeople(process, elementOf(step, visit.scope, visit.element)))
    return raise(step, visit, { code: 'listEmpty', detail: null });
  if (items.length === 0) return doneByNobody(step, visit, many);
  const inTurn = many.sequential;
  const scope = openScope(step, {
    parent: visit.scope,
    definition: scopeOf(step, visit.scope).definition,
    element: visit.element,
    kind: 'many',
    host: name,
    exec: null,
    many: { total: items.length, done: 0, ended: 0, rest: inTurn ? items.slice(1) : [], inTurn },
  });
  for (const [index, item] of (inTurn ? items.slice(0, 1) : items).entries()) startInstance(step, scope, { index, item });
}

/** A list of items, or why there is none. */
function itemsNow(step: Step, visit: Visit, process: Process): readonly Json[] | { readonly [key: string]: Json } {
  const { many } = elementOf(step, visit.scope, visit.element);
  const expression = many?.over ?? many?.cardinality ?? '';
  const result = evaluate(expression, visible(step, visit.scope), step.at);
  if (!result.ok) return { expression, reason: { ...result.reason } };
  return (many && itemsOf(process, many, result.value)) ?? { expression, value: result.value };
}

/** There is no instance: the whole is done, and what would have been gathered is an empty list. */
function doneByNobody(step: Step, visit: Visit, { collect }: Many): void {
  for (const { into } of collect) write(step, { scope: ownerOf(step, visit.scope, into), path: [into], to: [] });
  tell(step, visit, { released: true });
}

function startInstance(step: Step, many: RunningScope, instance: { readonly index: number; readonly item: Json }): void {
  const host = many.host && step.visits.get(many.host);
  if (!host) return;
  const { definition, element } = many;
  const locals = { index: instance.index, item: instance.item };
  const scope = openScope(step, { parent: many.id, definition, element, kind: 'item', host: host.visit, exec: null, locals });
  const drawn = elementOf(step, host.scope, element);
  if (drawn.many?.as) write(step, { scope: scope.id, path: [drawn.many.as], to: instance.item });
  const exec = instanceExecution(host.exec, instance.index);
  const visit: Visit = { visit: id(`v${number(step)}`), element, scope: scope.id, from: [host.visit], instance, exec, begun: false };
  step.visits.set(visit.visit, visit);
  tell(step, host, { begin: [instance.index] });
  if (drawn.type === 'subProcess') step.todo.push(() => beginInside(step, visit.visit));
}

/** One instance is done; the whole may be, too, which is seen to when the engine rests. */
export function instanceDone(step: Step, visit: Visit): void {
  closeVisit(step, visit, 'completed');
  const item = scopeOf(step, visit.scope);
  const many = item.parent ? step.scopes.get(item.parent) : undefined;
  if (!many?.many) return;
  step.scopes.set(many.id, { ...many, many: { ...many.many, done: many.many.done + 1 } });
  step.todo.unshift(() => proceed(step, many.id));
}

/** Ends the whole when all are done or the completion condition holds; else, in turn, begins the next. */
export function proceed(step: Step, name: RunningScope['id']): void {
  const scope = step.scopes.get(name);
  const host = scope?.host && step.visits.get(scope.host);
  if (!host || !scope?.many) return;
  const active = instancesIn(step, scope).length;
  const enough = active + scope.many.rest.length === 0 || isEnough(step, host, { scope, active });
  if (enough === undefined) return;
  if (enough) return finishMany(step, host, scope);
  const [item, ...rest] = scope.many.rest;
  if (active > 0 || item === undefined) return;
  const begun: RunningScope = { ...scope, many: { ...scope.many, rest } };
  step.scopes.set(scope.id, begun);
  startInstance(step, begun, { index: scope.many.done + scope.many.ended, item });
}

/** Whether the completion condition holds over what was gathered so far; undefined, with an incident, where it cannot be told. */
function isEnough(
  step: Step,
  host: Visit,
  { scope, active }: { readonly scope: RunningScope; readonly active: number },
): boolean | undefined {
  const { completion } = elementOf(step, host.scope, host.element).many ?? {};
  if (!completion) return false;
  const counts: Data = {
    numberOfInstances: scope.many?.total ?? 0,
    numberOfCompletedInstances: scope.many?.done ?? 0,
    numberOfActiveInstances: active,
    numberOfTerminatedInstances: 0,
  };
  const held = evaluateCondition(completion, { ...visible(step, host.scope), ...gathered(step, host, scope), ...counts }, step.at);
  for (const incident of step.incidents.values()) {
    if (incident.visit === host.visit && incident.code === 'conditionUndecided') resolve(step, incident);
  }
  if (held.value !== 'neither') return held.value;
  raise(step, host, { code: 'conditionUndecided', detail: { condition: completion, reason: { ...held.reason } } });
  return undefined;
}

function finishMany(step: Step, host: Visit, scope: RunningScope): void {
  const lists = gathered(step, host, scope);
  for (const one of instancesIn(step, scope)) endCalled(step, one.visit);
  closeScope(step, scope, 'cancelled');
  for (const [name, list] of Object.entries(lists)) write(step, { scope: ownerOf(step, host.scope, name), path: [name], to: list });
  later(step, host.visit, () => tell(step, host, { released: true }));
}

/** What the finished items hold, as lists in the order of the items. `by` is who did it, where the office noted that as `$by`. */
function gathered(step: Step, host: Visit, scope: RunningScope): Data {
  const { collect = [] } = elementOf(step, host.scope, host.element).many ?? {};
  const active = new Set(instancesIn(step, scope).map((visit) => visit.scope));
  const done = [...step.scopes.values()].filter((item) => item.parent === scope.id && !active.has(item.id));
  const listOf = (field: string, plain = false): Json =>
    done.map(({ id: item, locals }) => {
      const data = step.data[item] ?? {};
      const value = data[field] ?? null;
      return plain ? value : { by: data.$by ?? null, item: locals.item ?? null, value };
    });
  return Object.fromEntries(collect.map(({ field, into, plain }) => [into, listOf(field, plain)]));
}

const instancesIn = (step: Step, scope: RunningScope): readonly Visit[] =>
  [...step.visits.values()].filter((visit) => visit.instance && scopeOf(step, visit.scope).parent === scope.id);

/** The multi-instance that runs inside a visit. */
export const manyInside = (step: Step, visit: VisitId): RunningScope | undefined =>
  [...step.scopes.values()].find((scope) => scope.host === visit && scope.kind === 'many');
