import type { Element } from '../../../diagram/model.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { Stimulus } from '../../../ports/executor.ts';
import { id, type ScopeId } from '../../../words/ids.ts';
import { isSafeKey, type Data } from '../../../words/json.ts';
import { BrokenPromise, type Refused, refuse } from '../../../words/refusal.ts';
import { takeIn } from '../acts/message.ts';
import { begin } from '../acts/scope.ts';
import { write } from '../step/data.ts';
import { notRun } from '../support/unsupported.ts';
import { openScope } from '../step/open.ts';
import { put } from '../step/put.ts';
import type { Step } from '../step/step.ts';

type Start = Extract<Stimulus, { kind: 'start' }>;

/** Begins a case where the diagram lets one begin. */
export function start(step: Step, stimulus: Start): Refused | undefined {
  const { plan, element } = placeOf(step, stimulus);
  const entries = element && entriesAt(plan, element);
  if (!entries) return refuse('unknownElement', stimulus.at, { zh: '流程的一个开始事件', en: 'A start of this process' });
  const unsafe = Object.keys({ ...stimulus.payload, ...stimulus.values }).find((key) => !isSafeKey(key));
  if (unsafe !== undefined) return refuse('invalidInput', unsafe, { zh: '该名称为系统保留', en: 'Another name: this one is reserved' });
  const lacking = notRun(plan);
  if (lacking) return lacking;
  const root = openCase(step, stimulus);
  for (const entry of entries) put(step, { scope: root, element: entry.id }, { parents: [], happened: hasHappened(plan, entry) });
  return undefined;
}

/** A case with its data and no token yet. */
export function openCase(step: Step, stimulus: Start): ScopeId {
  const { plan, element } = placeOf(step, stimulus);
  const exec = step.live.processes()[0]?.executionId ?? null;
  const root = openScope(step, { parent: null, definition: plan.ref, element: id(plan.process.key), kind: 'process', host: null, exec });
  if (stimulus.values) writeValues(step, root.id, stimulus.values);
  else if (element?.mapping) takeIn(step, { element, scope: root.id }, stimulus.payload);
  else writeValues(step, root.id, stimulus.payload);
  begin(step, root, { container: null, entries: [], from: [] });
  return root.id;
}

function placeOf(step: Step, { at }: Start): { readonly plan: Plan; readonly element: Element | undefined } {
  const plan = step.plans.get(step.plans.root);
  if (!plan) throw new BrokenPromise(`definition ${step.plans.root} was not loaded for the step`);
  return { plan, element: plan.element(at) };
}

function writeValues(step: Step, root: ScopeId, values: Data): void {
  for (const [name, to] of Object.entries(values)) write(step, { scope: root, path: [name], to });
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

const hasHappened = (plan: Plan, entry: Element): boolean =>
  entry.type === 'receiveTask'
    ? entry.instantiate === true || instantiates(plan, entry)
    : entry.type !== 'eventBasedGateway' && instantiates(plan, entry);
