import { evaluate } from '../../diagram/feel/evaluate.ts';
import type { Mapping } from '../../diagram/model.ts';
import type { ScopeId } from '../../words/ids.ts';
import type { Data, Json } from '../../words/json.ts';
import { type Change, put } from '../change.ts';
import type { Scope } from '../marking.ts';
import { type Run, planOf, scopeOf } from './run.ts';

/** Whether a scope keeps data of its own: the case, a call, an item of a multi-instance, a sub-process that declares some. */
export const keepsData = ({ kind, keeps }: Pick<Scope, 'kind' | 'keeps'>): boolean => keepsAll(kind) || keeps !== undefined;

/** Whether a scope keeps whatever is written in it, and not only the names that it declares. */
const keepsAll = (kind: Scope['kind']): boolean => kind === 'process' || kind === 'call' || kind === 'item';

/** The data scopes that a scope sees, its own first: through sub-processes and items, never through a call. */
export function dataScopes(scopes: { get(scope: ScopeId): Scope | undefined }, from: ScopeId): readonly ScopeId[] {
  const seen: ScopeId[] = [];
  for (let scope = scopes.get(from); scope; scope = scope.parent === null ? undefined : scopes.get(scope.parent)) {
    if (keepsData(scope)) seen.push(scope.id);
    if (scope.kind === 'call' || scope.kind === 'process') break;
  }
  return seen;
}

/** All values that a scope sees, inner over outer, and `loopCounter` within what is repeated. Elsewhere the data themselves, uncopied. */
export function visible(run: Run, from: ScopeId): Data {
  if (run.scopes.get(from)?.kind === 'process') return run.data.get(from);
  const seen = dataScopes(run.scopes, from);
  const [own, ...outer] = seen.map((scope) => run.data.get(scope));
  const count = counterAt(run, from);
  if (outer.length === 0 && count === undefined) return own ?? {};
  return Object.assign({}, ...outer.reverse(), own, count === undefined ? {} : { loopCounter: count });
}

/** The number of the nearest round or item around a scope, from 1. */
function counterAt(run: Run, from: ScopeId): number | undefined {
  for (let scope = run.scopes.get(from); scope; scope = scope.parent === null ? undefined : run.scopes.get(scope.parent)) {
    if (scope.kind === 'loop') return scope.loop ?? 0;
    if (scope.kind === 'item') return Number(scope.locals.index) + 1;
    if (scope.kind === 'call' || scope.kind === 'process') return undefined;
  }
  return undefined;
}

/** Where a value of this name is kept: with the sub-process that declares it, with the item where the field says so, else with the definition. */
export function ownerOf(run: Run, from: ScopeId, name: string): ScopeId {
  const perItem = planOf(run, from).perItem.has(name);
  const seen = dataScopes(run.scopes, from);
  const owner = seen.find((id) => declares(run, id, name) || (perItem && keepsAll(scopeOf(run, id).kind)));
  return owner ?? seen.at(-1) ?? scopeOf(run, from).id;
}

const declares = (run: Run, scope: ScopeId, name: string): boolean => run.scopes.get(scope)?.keeps?.includes(name) ?? false;

/** The nearest scope that keeps whatever is written in it: an item's, or the definition's. */
export const holderOf = (run: Run, from: ScopeId): ScopeId =>
  dataScopes(run.scopes, from).find((id) => keepsAll(scopeOf(run, id).kind)) ?? scopeOf(run, from).id;

/**
 * Where a change at a step belongs that was made for a data scope which the step sees: with the sub-process that declares the name; of one that
 * only declares others the next around it.
 */
export function ownChange(run: Run, from: ScopeId, made: Change): Change {
  if (run.scopes.get(from)?.kind === 'process') return made;
  const [name] = made.path;
  const seen = dataScopes(run.scopes, from);
  if (name === undefined || !seen.includes(made.scope)) return made;
  const owner = seen.find((id) => declares(run, id, name));
  if (owner) return { ...made, scope: owner };
  return keepsAll(scopeOf(run, made.scope).kind) ? made : { ...made, scope: holderOf(run, made.scope) };
}

/** Changes data and reports it, with the value that was. Changes in a row are reported together. */
export function change(run: Run, { scope, path, to }: Change): void {
  const before = run.data.get(scope);
  const was = valueAt(before, path);
  if (was === undefined && to === undefined) return;
  run.data.put(scope, (put(before, path, to) ?? {}) as Data);
  report(run, was === undefined ? { scope, path, to } : { scope, path, to, was });
}

/** Writes values by their names: the same as one change each, at the cost of one. */
export function write(run: Run, scope: ScopeId, values: Data): void {
  const before = run.data.get(scope);
  run.data.put(scope, { ...before, ...values });
  for (const name of Object.keys(values)) {
    const was = valueOf(before, name);
    report(run, was === undefined ? { scope, path: [name], to: values[name] } : { scope, path: [name], to: values[name], was });
  }
}

function report(run: Run, made: Change): void {
  run.changes += 1;
  const last = run.effects.at(-1);
  if (last?.kind === 'changed') (last.changes as Change[]).push(made);
  else run.effects.push({ kind: 'changed', changes: [made] });
}

function valueAt(data: Data, path: readonly string[]): Json | undefined {
  let value: Json | undefined = data;
  for (const key of path) value = valueOf(value, key);
  return value;
}

const valueOf = (of: Json | undefined, key: string): Json | undefined => (isMembers(of) && Object.hasOwn(of, key) ? of[key] : undefined);

const isMembers = (value: Json | undefined): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

export type Mapped = { readonly ok: true; readonly values: Data } | { readonly ok: false; readonly detail: Data };

/** Works out what crosses a border. A later line sees what an earlier one gave; one that cannot be worked out spoils all. */
export function mapped(run: Run, mappings: readonly Mapping[], context: Data): Mapped {
  const values: { [name: string]: Json } = {};
  for (const { from, to } of mappings) {
    const result = evaluate(from, { ...context, ...values }, run.at);
    if (!result.ok) return { ok: false, detail: { expression: from, to, reason: { ...result.reason } } };
    values[to] = result.value;
  }
  return { ok: true, values };
}

/** Writes named values where each is kept. */
export function writeAll(run: Run, scope: ScopeId, values: Data): void {
  for (const [name, to] of Object.entries(values)) change(run, { scope: ownerOf(run, scope, name), path: [name], to });
}
