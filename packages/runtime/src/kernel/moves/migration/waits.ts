import type { Element, EventTrigger, TimerSpec } from '../../../diagram/model.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { ScopeId, VisitId, WaitId } from '../../../words/ids.ts';
import { canonical, type Json } from '../../../words/json.ts';
import type { Scope, Token, Wait } from '../../marking.ts';
import { repetitionOf } from '../../run/repetition.ts';
import type { Run } from '../../run/run.ts';
import type { Moving } from './moving.ts';
import type { Targets } from './targets.ts';

/** What becomes of one thing that is waited for, or should be. */
export type WaitChange =
  | { readonly do: 'keep'; readonly wait: Wait; readonly element: Element }
  /** Same wait, another time: counted from when it was first set. */
  | { readonly do: 'setAnew'; readonly wait: Wait; readonly element: Element; readonly timer: TimerSpec }
  | { readonly do: 'end'; readonly wait: Wait }
  | { readonly do: 'begin'; readonly element: Element; readonly scope: ScopeId; readonly visit: VisitId | null };

/**
 * What is armed and still drawn stays as it is, a timer with its due time; one that is defined otherwise is set anew. What is new on an
 * open stay or in an open scope begins, what is gone ends. An event that has happened already is not waited for once more.
 */
export function waitChanges(run: Run, moving: Moving): readonly WaitChange[] {
  const changes: WaitChange[] = [];
  for (const token of run.tokens.values()) if (moving.scopes.has(token.scope)) changes.push(...ofToken(run, moving, token));
  for (const scope of run.scopes.values()) if (moving.scopes.has(scope.id)) changes.push(...ofScope(run, moving, scope));
  const seen = new Set<WaitId>(changes.flatMap((change) => (change.do === 'begin' ? [] : [change.wait.id])));
  for (const wait of run.waits.values()) {
    if (!moving.scopes.has(wait.scope) || seen.has(wait.id)) continue;
    const element = moving.targets(wait.scope).element(wait.element);
    changes.push(element ? { do: 'keep', wait, element } : { do: 'end', wait });
  }
  return changes;
}

/** Two elements that mean one event, with what is waited for at the old one. */
interface Pair {
  readonly old: Element;
  readonly next: Element | undefined;
  readonly waits: readonly Wait[];
}

function ofToken(run: Run, moving: Moving, token: Token): readonly WaitChange[] {
  const targets = moving.targets(token.scope);
  const next = targets.element(token.element);
  if (!next) return [];
  const waits = run.waits.in('visit', token.visit);
  const paired = (olds: readonly Element[], news: readonly Element[]): readonly WaitChange[] => {
    const pairs = olds.map((old): Pair => {
      const target = targets.element(old.id);
      return { old, next: news.find((one) => one.id === target?.id), waits: waits.filter((wait) => wait.element === old.id) };
    });
    const known = new Set(pairs.map((pair) => pair.next));
    const begun = news.filter((one) => !known.has(one));
    return [
      ...pairs.flatMap(ofPair),
      ...begun.map((element): WaitChange => ({ do: 'begin', element, scope: token.scope, visit: token.visit })),
    ];
  };
  const old = targets.from.element(token.element);
  const own = waits.filter((wait) => wait.element === token.element);
  const isEvent = old?.type === 'intermediateCatchEvent' || old?.type === 'receiveTask';
  const itself = isEvent ? ofPair({ old, next, waits: own }) : own.map((wait): WaitChange => ({ do: 'keep', wait, element: next }));
  const behind =
    old?.type === 'eventBasedGateway' && waits.length > 0 ? paired(behindGateway(targets.from, old), behindGateway(targets.to, next)) : [];
  // The border of what is repeated is that of the whole.
  const border = repetitionOf(run, token) ? [] : paired(targets.from.boundaries(token.element), targets.to.boundaries(next.id));
  return [...itself, ...behind, ...border];
}

const behindGateway = (plan: Plan, gateway: Element): readonly Element[] =>
  plan.outgoing(gateway.id).flatMap((flow) => plan.element(flow.to) ?? []);

/** The starts of a scope's event sub-processes. */
function ofScope(run: Run, moving: Moving, scope: Scope): readonly WaitChange[] {
  if (scope.kind === 'many' || scope.kind === 'item' || scope.kind === 'loop' || scope.kind === 'undo') return [];
  const targets = moving.targets(scope.id);
  const whole = scope.kind === 'process' || scope.kind === 'call';
  const container = whole ? null : targets.element(scope.element)?.id;
  if (container === undefined) return [];
  const waits = run.waits.in('start', scope.id);
  const news = targets.to.eventSubProcesses(container);
  const pairs = targets.from
    .eventSubProcesses(whole ? null : scope.element)
    .flatMap((inner): (Pair & { readonly inner: Element | undefined })[] => {
      const target = targets.element(inner.id);
      const found = news.find((one) => one.id === target?.id);
      return startsOf(targets.from, inner).map((old) => ({
        inner: found,
        old,
        next: found && startsOf(targets.to, found)[0],
        waits: waits.filter((wait) => wait.element === old.id),
      }));
    });
  const known = new Set(pairs.map((pair) => pair.inner));
  const begun = scope.phase === 'running' ? news.filter((inner) => !known.has(inner)).flatMap((inner) => startsOf(targets.to, inner)) : [];
  return [
    ...pairs.flatMap(ofPair),
    ...begun.map((element): WaitChange => ({ do: 'begin', element, scope: scope.id, visit: null })),
    ...(scope.kind === 'adHoc' ? ofAdHoc(run, targets, scope) : []),
  ];
}

/** Events of an ad-hoc sub-process that nothing leads to: they are waited for as long as it runs. */
function ofAdHoc(run: Run, targets: Targets, { id, element, host, phase }: Scope): readonly WaitChange[] {
  const container = targets.element(element);
  if (host === null || !container) return [];
  const waits = run.waits.in('visit', host).filter((wait) => wait.scope === id);
  const free = (plan: Plan, within: Element['id']): readonly Element[] =>
    plan.inside(within).filter((one) => one.type === 'intermediateCatchEvent' && one.incoming.length === 0);
  const news = free(targets.to, container.id);
  const pairs = free(targets.from, element).map((old): Pair => {
    const target = targets.element(old.id);
    return { old, next: news.find((one) => one.id === target?.id), waits: waits.filter((wait) => wait.element === old.id) };
  });
  const known = new Set(pairs.map((pair) => pair.next));
  const begun = phase === 'running' ? news.filter((one) => !known.has(one)) : [];
  return [...pairs.flatMap(ofPair), ...begun.map((one): WaitChange => ({ do: 'begin', element: one, scope: id, visit: host }))];
}

const startsOf = (plan: Plan, inner: Element): readonly Element[] =>
  plan
    .inside(inner.id)
    .filter((one) => one.type === 'startEvent')
    .slice(0, 1);

function ofPair({ old, next, waits }: Pair): readonly WaitChange[] {
  if (!next) return waits.map((wait) => ({ do: 'end', wait }));
  const triggers = triggersOf(next);
  const [first] = waits;
  if (!first) return [];
  const isTogether = (element: Element): boolean => element.parallelMultiple === true;
  if (text(triggersOf(old)) === text(triggers) && isTogether(old) === isTogether(next))
    return waits.map((wait) => ({ do: 'keep', wait, element: next }));
  // What only counts together is waited for anew as a whole.
  if (isTogether(old) || isTogether(next))
    return [
      ...waits.map((wait): WaitChange => ({ do: 'end', wait })),
      { do: 'begin', element: next, scope: first.scope, visit: first.visit },
    ];
  const left = [...waits];
  const changes = triggers.flatMap((trigger): WaitChange[] => {
    const at = left.findIndex((wait) => waitsFor(wait, trigger, old));
    const [wait] = at < 0 ? [] : left.splice(at, 1);
    if (wait && trigger.kind === 'timer' && !triggersOf(old).some((one) => text(one) === text(trigger)))
      return [{ do: 'setAnew', wait, element: next, timer: trigger.timer }];
    if (wait) return [{ do: 'keep', wait, element: next }];
    // It has come already, and did not end the others.
    if (triggersOf(old).some((one) => text(one) === text(trigger))) return [];
    return [{ do: 'begin', element: { ...next, triggers: [trigger] }, scope: first.scope, visit: first.visit }];
  });
  return [...changes, ...left.map((wait): WaitChange => ({ do: 'end', wait }))];
}

/** What an event waits for; a receive task without a message waits under its own id. */
const triggersOf = (element: Element): readonly EventTrigger[] =>
  element.type === 'receiveTask' ? [{ kind: 'message', ...(element.message ?? { name: element.id }) }] : element.triggers;

/** Whether a wait is what this trigger would wait for: a timer for any time, anything else only for the very same. */
function waitsFor(wait: Wait, trigger: EventTrigger, old: Element): boolean {
  if (trigger.kind === 'timer') return wait.kind === 'timer';
  const kind = trigger.kind === 'conditional' ? 'condition' : trigger.kind;
  if (wait.kind !== kind || ('name' in trigger && wait.name !== trigger.name)) return false;
  return triggersOf(old).some((one) => text(one) === text(trigger));
}

const text = (value: unknown): string => canonical(value as Json);
