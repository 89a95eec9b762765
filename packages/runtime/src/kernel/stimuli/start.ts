import { id } from '../../words/ids.ts';
import type { Element } from '../../diagram/model.ts';
import type { Plan } from '../../plan/plan.ts';
import { isSafeKey, type Data } from '../../words/json.ts';
import { BrokenPromise, type Refused, refuse } from '../../words/refusal.ts';
import type { Marking } from '../marking.ts';
import { takeIn } from '../message.ts';
import { closeVisit } from '../run/close.ts';
import { change } from '../run/data.ts';
import { take } from '../run/leave.ts';
import { begin, openScope } from '../run/open.ts';
import type { Run } from '../run/run.ts';
import { spawn } from '../run/token.ts';
import type { Stimulus } from '../stimulus.ts';

/** Begins a case where the diagram lets one begin. The payload becomes its data, or goes where the message's `gc:payload` says. */
export function start(
  run: Run,
  marking: Marking | null,
  { at, payload, values }: Extract<Stimulus, { kind: 'start' }>,
): Refused | undefined {
  if (marking) return refuse('alreadyDone', at, { zh: '该办件已经开始', en: 'The case has begun already' });
  const plan = run.plans.get(run.plans.root);
  if (!plan) throw new BrokenPromise(`definition ${run.plans.root} was not loaded for the step`);
  const element = plan.element(at);
  const entries = element && entriesAt(plan, element);
  if (!element || !entries) return refuse('unknownElement', at, { zh: '流程的一个开始事件', en: 'A start of this process' });
  const unsafe = Object.keys({ ...payload, ...values }).find((key) => !isSafeKey(key));
  if (unsafe !== undefined) return refuse('invalidInput', unsafe, { zh: '该名称为系统保留', en: 'Another name: this one is reserved' });
  const root = openScope(run, { parent: null, definition: plan.ref, element: id(plan.process.key), kind: 'process', host: null });
  begin(run, { scope: root.id, container: null, entries: [], from: [] });
  // Nothing ran yet, so nothing has drained.
  run.queue.pop();
  if (values) writeValues(run, values);
  else writePayload(run, element, payload);
  for (const entry of entries) comeIn(run, plan, entry);
  return undefined;
}

function writePayload(run: Run, element: Element, payload: Data): void {
  const root = run.scopes.values()[0]?.id;
  if (!root) return;
  if (element.mapping) return takeIn(run, { element, scope: root }, payload);
  writeValues(run, payload);
}

function writeValues(run: Run, values: Data): void {
  const root = run.scopes.values()[0]?.id;
  if (root) for (const [name, to] of Object.entries(values)) change(run, { scope: root, path: [name], to });
}

/** A start event, or what instantiates without one; undefined where no case may begin. */
function entriesAt(plan: Plan, element: Element): readonly Element[] | undefined {
  if (element.parent !== null) return undefined;
  if (element.type === 'startEvent') return [element];
  if (element.instantiate || instantiates(plan, element)) return [element];
  const entries = plan.entries(null);
  return entries.includes(element) ? entries : undefined;
}

/** An event behind an instantiating gateway: that it came is the start. */
const instantiates = (plan: Plan, element: Element): boolean =>
  plan.incoming(element.id).some((flow) => plan.element(flow.from)?.instantiate === true);

function comeIn(run: Run, plan: Plan, entry: Element): void {
  const root = run.scopes.values()[0]?.id;
  if (!root) return;
  const token = spawn(run, { element: entry.id, scope: root, from: [] });
  const happened =
    entry.type === 'receiveTask'
      ? entry.instantiate || instantiates(plan, entry)
      : entry.type !== 'eventBasedGateway' && instantiates(plan, entry);
  if (!happened) return;
  run.queue.pop();
  closeVisit(run, token, 'completed');
  take(run, plan, { flows: plan.outgoing(entry.id), from: token.visit, scope: root });
}
