import type { Marking, Token, Wait } from '../kernel/marking.ts';
import type { ElementId } from '../words/ids.ts';
import type { Act } from './act.ts';
import type { Model } from './model.ts';
import { type Others, othersOf } from './others.ts';
import type { Performed } from './perform.ts';
import type { State } from './state.ts';

/** All that one token can do next, with what each act comes to. */
export interface Doing {
  readonly token: Token;
  readonly acts: readonly Act[];
  readonly results: readonly Performed[];
}

/**
 * Whether what one token does next is its own affair: nothing that the others could do, now or later, touches what it touches. Then it may
 * do it first in every run, and the orders in which branches beside each other go on need not be tried.
 */
export function isApart(model: Model, state: State, doing: Doing): boolean {
  const { token, results } = doing;
  if (
    // In which order things were done is the order in which they are undone.
    model.undoes ||
    token.instance ||
    hangsOnOthers(model, state.marking, doing) ||
    results.some(({ state: after }) => after.ended || takesAway(state.marking, after.marking, token))
  )
    return false;
  // Most that are not apart are seen at once: another token has a free way to where this one is.
  if (state.marking.tokens.some((other) => other !== token && model.beyond(other.element).has(token.element))) return false;
  const others = othersOf(model, state.marking, token);
  if (!others || remindsElsewhere(model, { marking: state.marking, doing, others })) return false;
  const before = new Set(state.marking.tokens.map(({ visit }) => visit));
  const own = new Set<ElementId>([token.element]);
  for (const { effects, state: after } of results) {
    for (const effect of effects) {
      if (effect.kind === 'signalSent' || effect.kind === 'noted') return false;
      if (effect.kind === 'passed') own.add(effect.pass.element);
      if (
        effect.kind === 'passed' &&
        effect.pass.consumed &&
        model.plan.incoming(effect.pass.element).some((flow) => others.flows.has(flow.id))
      )
        return false;
      if (effect.kind !== 'took') continue;
      if (others.flows.has(effect.flow)) return false;
      const to = model.plan.flow(effect.flow)?.to;
      if (to) own.add(to);
    }
    for (const { visit, element } of after.marking.tokens) if (!before.has(visit)) own.add(element);
  }
  for (const element of own) if (others.elements.has(element)) return false;
  return !meetsAtInclusive(model, own, others) && !sharesData(model, doing, others);
}

/** What runs inside it, or what others have sent or taken, decides what it can do next. */
function hangsOnOthers(model: Model, { scopes, waits }: Marking, { token, acts }: Doing): boolean {
  if (acts.some(({ kind }) => kind === 'signal' || kind === 'escalate') || scopes.some(({ host }) => host === token.visit)) return true;
  return waits.some((wait) => wait.visit === token.visit && wait.kind !== 'timer' && isBeside(model, wait));
}

const isBeside = (model: Model, { element }: Wait): boolean => model.plan.element(element)?.interrupting === false;

/** A reminder is not repeated while an earlier one is being seen to, so others may not be where it leads. */
function remindsElsewhere(model: Model, about: { readonly marking: Marking; readonly doing: Doing; readonly others: Others }): boolean {
  const { marking, doing, others } = about;
  const reminders = marking.waits.filter((wait) => wait.visit === doing.token.visit && isBeside(model, wait));
  return reminders.some((wait) => [...model.beyond(wait.element)].some((element) => others.elements.has(element)));
}

/** Whether anything that stood there before is gone, apart from the token itself and what only waited for it. */
function takesAway(before: Marking, after: Marking, { visit }: Token): boolean {
  const tokens = new Set(after.tokens.map((token) => token.visit));
  const waits = new Set(after.waits.map(({ id }) => id));
  return (
    before.tokens.some((token) => token.visit !== visit && !tokens.has(token.visit)) ||
    before.waits.some((wait) => wait.visit !== visit && !waits.has(wait.id))
  );
}

/** An inclusive join, and a complex gateway before it is reset, ask where all tokens are: both may be on their way to it only over flows of their own. */
function meetsAtInclusive({ plan }: Model, own: ReadonlySet<ElementId>, { elements }: Others): boolean {
  const joins = plan.process.elements.filter(
    ({ id, type }) => (type === 'inclusiveGateway' || type === 'complexGateway') && plan.incoming(id).length > 1,
  );
  return joins.some((join) => {
    const flows = plan.incoming(join.id);
    const ours = flows.filter((flow) => [...own].some((element) => plan.reaching(flow.id).has(element)));
    if (ours.length === 0) return false;
    return [...elements].some((element) => {
      const theirs = flows.filter((flow) => plan.reaching(flow.id).has(element));
      return theirs.length < flows.length && theirs.some((flow) => ours.includes(flow));
    });
  });
}

function sharesData(model: Model, { token, acts, results }: Doing, { elements }: Others): boolean {
  const written = new Set(acts.flatMap(({ choices, opens }) => [...choices.map(({ name }) => name), ...opens.keys()]));
  for (const effect of results.flatMap(({ effects }) => effects)) {
    if (effect.kind === 'changed') for (const { path } of effect.changes) written.add(path[0] ?? '');
  }
  const read = model.reading.atOnce(token.element);
  for (const element of elements) {
    if (model.reading.own(element).some((name) => written.has(name) && !model.free.has(name))) return true;
    if (model.writes(element).some(({ name }) => written.has(name) || read.has(name))) return true;
    if ((model.element(element)?.many?.collect ?? []).some(({ into }) => written.has(into) || read.has(into))) return true;
  }
  return false;
}
