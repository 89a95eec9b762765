import type { ElementId, FlowId } from '../words/ids.ts';
import type { Json } from '../words/json.ts';
import type { Act, Choice } from './act.ts';
import { type Done, doneIn } from './doneIn.ts';
import type { Node } from './explore.ts';
import type { Model } from './model.ts';

/** One stimulus of a run that can be replayed: where, what, and what was filled in there. */
export interface RunStep {
  readonly element: ElementId;
  readonly what: Act['kind'];
  readonly values?: { readonly [name: string]: Json };
  /** The error in which it ends, or what is escalated. */
  readonly code?: string;
  /** Of several alike in the items of a multi-instance, the one with these places, outermost first. */
  readonly item?: readonly number[];
  /** Ways that are taken to be open here because the diagram says no condition for them, or none that is followed. */
  readonly ways?: readonly FlowId[];
}

/** The run to a node. A value stands where it was filled in, even if nothing asked for it until later. */
export function runOf(model: Model, last: Node): readonly RunStep[] {
  const done = doneIn(model, last);
  const filled = done.map((): { [name: string]: Json } => ({}));
  for (const [at, { act }] of done.entries()) {
    for (const { name, value, scope, now } of act.choices) {
      const free = model.subject.free.get(name);
      if (free && free.why !== 'undeclared') continue;
      const since = now || free ? at : done.slice(0, at + 1).findLastIndex((one) => scope === null && one.act.opens.has(name));
      const values = filled[Math.max(since, 0)];
      if (values && value !== null) values[name] = value;
    }
  }
  return done.map((one, at) => stepOf(model, one, filled[at] ?? {}));
}

function stepOf(model: Model, { act, node: { from } }: Done, values: { readonly [name: string]: Json }): RunStep {
  const { subject } = model;
  const { stimulus } = act;
  const ways = [...act.choices, ...asBefore(model, act, from)].flatMap(({ name, value }) => subject.free.get(name)?.ways(value) ?? []);
  const item = from ? itemOf(from, act) : [];
  return {
    element: act.element,
    what: act.kind,
    ...(Object.keys(values).length > 0 ? { values } : {}),
    ...(stimulus.kind === 'fault' || stimulus.kind === 'escalate' ? { code: stimulus.code } : {}),
    ...(item.length > 0 ? { item } : {}),
    ...(ways.length > 0 ? { ways } : {}),
  };
}

/** How conditions that are asked again come out, as they did before. */
function asBefore(
  { subject, reading }: Model,
  { element, choices, opens }: Act,
  from: Node | undefined,
): readonly Pick<Choice, 'name' | 'value'>[] {
  const data = from?.state.data[from.state.marking.scopes[0]?.id ?? ''] ?? {};
  return [...reading.atOnce(element)].flatMap((name) => {
    const value = data[name];
    const again = subject.free.get(name)?.kept && value !== undefined && !opens.has(name) && !choices.some((one) => one.name === name);
    return again ? [{ name, value }] : [];
  });
}

function itemOf({ state: { marking } }: Node, { stimulus }: Act): readonly number[] {
  const wait = marking.waits.find((one) => {
    if (stimulus.kind === 'complete' || stimulus.kind === 'fault') return one.visit === stimulus.visit;
    if (stimulus.kind === 'answer') return one.id === stimulus.job;
    if (stimulus.kind === 'due') return one.id === stimulus.timer;
    return stimulus.kind === 'message' && one.id === stimulus.wait;
  });
  const places: number[] = [];
  for (
    let scope = marking.scopes.find(({ id }) => id === wait?.scope);
    scope;
    scope = marking.scopes.find(({ id }) => id === scope?.parent)
  )
    if (scope.kind === 'item') places.unshift(Number(scope.locals.index));
  return places;
}
