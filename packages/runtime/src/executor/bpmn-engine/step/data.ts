import { evaluate } from '../../../diagram/feel/evaluate.ts';
import type { Mapping } from '../../../diagram/model.ts';
import type { Change, Scope } from '../../../ports/executor.ts';
import type { ScopeId } from '../../../words/ids.ts';
import type { Data, Json } from '../../../words/json.ts';
import { planOf, type Step } from './step.ts';

/** Whether a scope keeps data of its own: the case, a call, an item of a multi-instance. */
export const keepsData = ({ kind }: Pick<Scope, 'kind'>): boolean => kind === 'process' || kind === 'call' || kind === 'item';

/** The data scopes that a scope sees, its own first: through sub-processes and items, never through a call. */
export function dataScopes(scopes: ReadonlyMap<ScopeId, Scope>, from: ScopeId): readonly ScopeId[] {
  const seen: ScopeId[] = [];
  for (let scope = scopes.get(from); scope; scope = scope.parent === null ? undefined : scopes.get(scope.parent)) {
    if (keepsData(scope)) seen.push(scope.id);
    if (scope.kind === 'call' || scope.kind === 'process') break;
  }
  return seen;
}

/** All values that a scope sees, inner over outer. */
export function visible(step: Step, from: ScopeId): Data {
  const seen = dataScopes(step.scopes, from).map((scope) => step.data[scope] ?? {});
  return Object.assign({}, ...seen.reverse());
}

/** Where a value of this name is kept: with the item where the field says so, else with the definition. */
export function ownerOf(step: Step, from: ScopeId, name: string): ScopeId {
  const seen = dataScopes(step.scopes, from);
  return (planOf(step, from).perItem.has(name) ? seen[0] : seen.at(-1)) ?? from;
}

/** Changes data and reports it, with the value that was. */
export function write(step: Step, { scope, path, to }: Change): void {
  const before = step.data[scope] ?? {};
  const was = valueAt(before, path);
  if (was === undefined && to === undefined) return;
  const after = put(before, path, to);
  if (after === undefined) delete step.data[scope];
  else step.data[scope] = after as Data;
  const made: Change = { scope, path, to, ...(was === undefined ? {} : { was }) };
  const last = step.effects.at(-1);
  if (last?.kind === 'changed') (last.changes as Change[]).push(made);
  else step.effects.push({ kind: 'changed', changes: [made] });
}

function valueAt(data: Data, path: readonly string[]): Json | undefined {
  let value: Json | undefined = data;
  for (const key of path) value = isMembers(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return value;
}

/** Only what is on the path is made anew. */
function put(value: Json | undefined, path: readonly string[], to: Json | undefined): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return to;
  const { [key]: was, ...others } = isMembers(value) ? value : {};
  const next = put(was, rest, to);
  return next === undefined ? others : { ...others, [key]: next };
}

const isMembers = (value: Json | undefined): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Values that cross a border, or why they could not be worked out. */
export type Mapped = { readonly ok: true; readonly values: Data } | { readonly ok: false; readonly detail: Json };

/** Works out what crosses a border. A later line sees what an earlier one gave; one that cannot be worked out spoils all. */
export function mapped(step: Step, mappings: readonly Mapping[], context: Data): Mapped {
  const values: { [name: string]: Json } = {};
  for (const { from, to } of mappings) {
    const result = evaluate(from, { ...context, ...values }, step.at);
    if (!result.ok) return { ok: false, detail: { expression: from, to, reason: { ...result.reason } } };
    values[to] = result.value;
  }
  return { ok: true, values };
}

/** Writes named values where each is kept. */
export function writeAll(step: Step, scope: ScopeId, values: Data): void {
  for (const [name, to] of Object.entries(values)) write(step, { scope: ownerOf(step, scope, name), path: [name], to });
}
