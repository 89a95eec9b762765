import type { Element, Process } from '../../../packages/runtime/src/diagram/model.ts';
import { type ScopedData, withChange } from '../../../packages/runtime/src/kernel/change.ts';
import type { Marking } from '../../../packages/runtime/src/kernel/marking.ts';
import { keepsData } from '../../../packages/runtime/src/kernel/run/data.ts';
import { step } from '../../../packages/runtime/src/kernel/step.ts';
import type { Stimulus } from '../../../packages/runtime/src/kernel/stimulus.ts';
import type { RunStep } from '../../../packages/runtime/src/soundness/runOf.ts';
import { type ElementId, type Feel, type FlowId, id, type ScopeId } from '../../../packages/runtime/src/words/ids.ts';
import { AT, plansOf } from '../kernel/harness.ts';

/** Where a replayed run has come to. */
export interface Replayed {
  readonly marking: Marking;
  readonly ended: boolean;
  /** Ends that were reached, in order. */
  readonly ends: readonly string[];
}

/**
 * Does what a run says, on the kernel. Ways that the run takes to be open, because their gateway has no conditions, have a condition here that
 * holds where the run says so; a call is one step; everything else is the process as it was read.
 */
export function replay(given: Process, run: readonly RunStep[]): Replayed {
  const { process, asked } = withWays(withoutCalls(given), run);
  const plans = plansOf([process]);
  let data: ScopedData = {};
  let marking: Marking | null = null;
  let ended = false;
  const ends: string[] = [];
  for (const one of run) {
    const ways = Object.fromEntries([...asked].map(([flow, name]) => [name, one.ways?.includes(flow) === true]));
    const values = { ...one.values, ...ways };
    const root: string = marking?.scopes[0]?.id ?? '';
    if (marking) for (const [name, to] of Object.entries(values)) data = withChange(data, { scope: id<'s'>(root), path: [name], to });
    const stimulus: Stimulus = marking ? stimulusOf(process, marking, one) : { kind: 'start', at: one.element, payload: values };
    const stepped = step({ plans, marking, data, stimulus, at: AT });
    if (!stepped.ok) throw new Error(`${one.what} ${one.element} was refused: ${stepped.culprit}`);
    marking = stepped.marking;
    for (const effect of stepped.effects) {
      if (effect.kind === 'changed') for (const change of effect.changes) data = withChange(data, change);
      if (effect.kind === 'ended') ended = true;
      const passed = effect.kind === 'passed' && effect.pass.closed === 'completed' ? effect.pass.element : undefined;
      if (passed && process.elements.some((element) => element.id === passed && element.type === 'endEvent')) ends.push(passed);
    }
  }
  if (!marking) throw new Error('an empty run');
  return { marking, ended, ends };
}

const CALLED = { type: 'service', name: 'call', input: [], output: [] } as const;

const withoutCalls = (process: Process): Process => ({
  ...process,
  elements: process.elements.map(({ call, ...element }) => (call ? { ...element, type: 'serviceTask', job: CALLED } : element)),
});

function stimulusOf(process: Process, marking: Marking, { element, what, code = '', item }: RunStep): Stimulus {
  const kinds = {
    complete: ['task'],
    answer: ['job'],
    due: ['timer'],
    message: ['message'],
    signal: ['signal'],
    fault: ['task', 'job'],
    escalate: ['task', 'job'],
  };
  const wanted: readonly string[] = (kinds as { readonly [what: string]: readonly string[] })[what] ?? [];
  const inside = (own: string): ScopeId =>
    marking.scopes.find((scope) => scope.kind === 'adHoc' && scope.element === own)?.id ?? id('none');
  const drawn = process.elements.find((one) => one.id === element);
  if (what === 'startAdHoc') return { kind: what, scope: inside(drawn?.parent ?? ''), element };
  if (what === 'change') return whenStimulus(marking, drawn?.triggers ?? []);
  if (what === 'completeAdHoc') return { kind: what, scope: inside(element) };
  const wait = marking.waits.find(
    (one) => one.element === element && wanted.includes(one.kind) && (!item || String(itemsOf(marking, one.scope)) === String(item)),
  );
  if (!wait) throw new Error(`nothing waits for ${what} at ${element}`);
  const visit = wait.visit ?? id<'v'>('none');
  switch (what) {
    case 'complete':
      return { kind: 'complete', visit, changes: [] };
    case 'answer':
      return { kind: 'answer', job: wait.id, changes: [] };
    case 'due':
      return { kind: 'due', timer: wait.id, occurrence: (wait.fired ?? 0) + 1 };
    case 'message':
      return { kind: 'message', wait: wait.id, id: 'm', payload: {} };
    case 'signal':
      return { kind: 'signal', name: wait.name ?? '', payload: {} };
    case 'fault':
    case 'escalate':
      return { kind: what, visit, code, payload: null };
    default:
      throw new Error(`${what} is not replayed here`);
  }
}

/** The condition of an event becomes true, wherever it is asked. */
function whenStimulus({ scopes }: Marking, triggers: Element['triggers']): Stimulus {
  const names = triggers.flatMap((trigger) => (trigger.kind === 'conditional' ? (/\w+/.exec(trigger.condition)?.[0] ?? []) : []));
  return {
    kind: 'change',
    changes: names.flatMap((name) => scopes.flatMap((scope) => (keepsData(scope) ? [{ scope: scope.id, path: [name], to: true }] : []))),
  };
}

function itemsOf(marking: Marking, from: string): readonly number[] {
  const places: number[] = [];
  for (let scope = marking.scopes.find((one) => one.id === from); scope; scope = marking.scopes.find((one) => one.id === scope?.parent))
    if (scope.kind === 'item') places.unshift(Number(scope.locals.index));
  return places;
}

/** Gateways of which the run chooses ways by itself ask for each way but the default. */
function withWays(process: Process, run: readonly RunStep[]): { readonly process: Process; readonly asked: ReadonlyMap<FlowId, string> } {
  const chosen = new Set(run.flatMap(({ ways = [] }) => ways));
  const open = new Set<ElementId>(process.flows.filter((flow) => chosen.has(flow.id)).map(({ from }) => from));
  const isDefault = (flow: FlowId): boolean => process.elements.some(({ defaultFlow }) => defaultFlow === flow);
  const flows = process.flows.filter((flow) => open.has(flow.from) && !isDefault(flow.id));
  const asked = new Map(flows.map((flow, index): [FlowId, string] => [flow.id, `taken${index}`]));
  const condition = (flow: FlowId): { readonly condition?: Feel } => {
    const name = asked.get(flow);
    return name === undefined ? {} : { condition: id<'feel'>(`${name} = true`) };
  };
  return { asked, process: { ...process, flows: process.flows.map((flow) => ({ ...flow, ...condition(flow.id) })) } };
}
