import { id, type ScopeId } from '../../words/ids.ts';
import type { Element } from '../../diagram/model.ts';
import type { Plan } from '../../plan/plan.ts';
import { isSafeKey, type Data } from '../../words/json.ts';
import { BrokenPromise, type Refused, refuse } from '../../words/refusal.ts';
import type { Marking } from '../marking.ts';
import { awaitEvents, goOn, happened } from '../eventBasedGateway.ts';
import { takeIn } from '../message.ts';
import { arm } from '../run/arm.ts';
import { write } from '../run/data.ts';
import { awaitStarts, openScope } from '../run/open.ts';
import { scopeOf, type Run } from '../run/run.ts';
import { spawn, stand } from '../run/token.ts';
import { waitsOf } from '../run/wait.ts';
import type { Stimulus, Trigger } from '../stimulus.ts';

/** Begins a case where the diagram lets one begin. The payload becomes its data, or goes where the message's `gc:payload` says. */
export function start(
  run: Run,
  marking: Marking | null,
  { at, payload, values, by }: Extract<Stimulus, { kind: 'start' }>,
): Refused | undefined {
  if (marking) return refuse('alreadyDone', at, { zh: '该办件已经开始', en: 'The case has begun already' });
  const plan = run.plans.get(run.plans.root);
  if (!plan) throw new BrokenPromise(`definition ${run.plans.root} was not loaded for the step`);
  const element = plan.element(at);
  const entries = element && entriesAt(plan, element);
  if (!element || !entries) return refuse('unknownElement', at, { zh: '流程的一个开始事件', en: 'A start of this process' });
  const unsafe = unsafeIn(payload) ?? (values && unsafeIn(values));
  if (unsafe !== undefined) return refuse('invalidInput', unsafe, { zh: '该名称为系统保留', en: 'Another name: this one is reserved' });
  const root = openScope(run, { parent: null, definition: plan.ref, element: id(plan.process.key), kind: 'process', host: null });
  const inPart = by !== undefined && element.parallelMultiple === true;
  if (values) write(run, root.id, values);
  else if (!element.mapping) write(run, root.id, payload);
  // What a trigger of several carries is taken in when all have come.
  else if (!inPart) takeIn(run, { element, scope: root.id }, payload);
  awaitStarts(run, root.id, null);
  if (inPart) {
    const waits = comeInPart(run, element, { by, payload });
    return waits
      ? undefined
      : refuse('invalidInput', by.name ?? by.kind, { zh: '该开始事件等待的触发', en: 'A trigger of this start event' });
  }
  for (const entry of entries) comeIn(run, plan, entry);
  return undefined;
}

const unsafeIn = (values: Data): string | undefined => Object.keys(values).find((key) => !isSafeKey(key));

/** A start event, or what instantiates without one; undefined where no case may begin. */
function entriesAt(plan: Plan, element: Element): readonly Element[] | undefined {
  if (element.parent !== null) return undefined;
  if (element.type === 'startEvent') return [element];
  if (element.instantiate || gatewayBefore(plan, element)) return [element];
  const entries = plan.entries(null);
  return entries.includes(element) ? entries : undefined;
}

/** The instantiating gateway that an event is behind: that it came is the start. */
function gatewayBefore(plan: Plan, element: Element): Element | undefined {
  const before = plan.incoming(element.id).map((flow) => plan.element(flow.from));
  return before.find((gateway) => gateway?.type === 'eventBasedGateway' && gateway.instantiate === true);
}

function comeIn(run: Run, plan: Plan, entry: Element): void {
  const root = run.scopes.values()[0]?.id;
  if (!root) return;
  const gateway = entry.type === 'startEvent' ? undefined : gatewayBefore(plan, entry);
  if (gateway?.eventGatewayType === 'parallel') return comeInFirst(run, plan, { gateway, entry, root });
  const isTheStart = gateway !== undefined || (entry.type === 'receiveTask' && entry.instantiate === true);
  if (isTheStart) happened(run, stand(run, { element: entry.id, scope: root, from: [] }));
  else spawn(run, { element: entry.id, scope: root, from: [] });
}

/** The first of several events that all have to come: the case waits at the gateway for the others. */
function comeInFirst(
  run: Run,
  plan: Plan,
  { gateway, entry, root }: { readonly gateway: Element; readonly entry: Element; readonly root: ScopeId },
): void {
  const token = stand(run, { element: gateway.id, scope: root, from: [] });
  const place = { token, plan, element: gateway, scope: scopeOf(run, root) };
  awaitEvents(run, place, entry.id);
  goOn(run, place, { event: entry, cause: null });
}

/** One trigger of several that all have to come: the case waits at its start for the others. False where it waits for no such trigger. */
function comeInPart(run: Run, entry: Element, { by, payload }: { readonly by: Trigger; readonly payload: Data }): boolean {
  const root = run.scopes.values()[0]?.id;
  if (!root) return false;
  const token = stand(run, { element: entry.id, scope: root, from: [] });
  arm(run, { element: entry, scope: root, visit: token.visit });
  const wait = waitsOf(run, token.visit).find(({ kind, name }) => kind === by.kind && (by.name === undefined || name === by.name));
  if (wait) run.queue.push({ do: 'occur', wait: wait.id, payload, cause: null });
  return wait !== undefined;
}
