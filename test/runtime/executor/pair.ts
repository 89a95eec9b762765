import { bpmnEngineExecutor } from '../../../packages/runtime/src/executor/bpmn-engine/bpmnEngineExecutor.ts';
import { kernelExecutor } from '../../../packages/runtime/src/executor/kernel/kernelExecutor.ts';
import type {
  Effect,
  Executor,
  Incident,
  Instance,
  Pass,
  Plans,
  ScopedData,
  Snapshot,
  Stimulus,
} from '../../../packages/runtime/src/ports/executor.ts';
import { withChange } from '../../../packages/runtime/src/kernel/change.ts';
import { id, type ScopeId, type VisitId, type WaitId } from '../../../packages/runtime/src/words/ids.ts';
import type { Data, Json } from '../../../packages/runtime/src/words/json.ts';
import type { Refused } from '../../../packages/runtime/src/words/refusal.ts';
import { AT } from '../kernel/harness.ts';

/** One thing that a case waits for, by the name that both executors have for it. */
interface Open {
  readonly id: WaitId;
  readonly kind: string;
  readonly visit: VisitId | null;
  readonly key: string;
}

/** A case on one executor, with its data, trail and open things as the office would keep them. */
export class Side {
  snapshot: Snapshot | null = null;
  data: ScopedData = {};
  effects: readonly Effect[] = [];
  ended: string | undefined;
  readonly trail: Pass[] = [];
  readonly incidents = new Map<WaitId, Incident>();
  readonly #opened = new Map<VisitId, { readonly scope: ScopeId; readonly instance?: Instance }>();
  readonly #occurrences = new Map<WaitId, number>();
  readonly #plans: Plans;
  readonly #executor: Executor;

  constructor(executor: Executor, plans: Plans) {
    this.#executor = executor;
    this.#plans = plans;
  }

  async try(stimulus: Stimulus): Promise<Refused | undefined> {
    const given = { plans: this.#plans, snapshot: this.snapshot, data: this.data, stimulus, at: AT, trail: this.trail };
    const advanced = await this.#executor.advance(given);
    if (!advanced.ok) return advanced;
    // As it is stored, so it is read again.
    this.snapshot = JSON.parse(JSON.stringify(advanced.snapshot)) as Snapshot;
    this.effects = advanced.effects;
    for (const effect of advanced.effects) this.#note(effect);
    return undefined;
  }

  #note(effect: Effect): void {
    if (effect.kind === 'changed') for (const change of effect.changes) this.data = withChange(this.data, change);
    if (effect.kind === 'scopeClosed') this.data = withChange(this.data, { scope: effect.scope, path: [], to: undefined });
    if (effect.kind === 'passed') this.trail.push(effect.pass);
    if (effect.kind === 'taskOpened') this.#opened.set(effect.visit, effect);
    if (effect.kind === 'timerSet') this.#occurrences.set(effect.timer, effect.occurrence);
    if (effect.kind === 'incident') this.incidents.set(effect.incident.id, effect.incident);
    if (effect.kind === 'incidentResolved') this.incidents.delete(effect.incident);
    if (effect.kind === 'ended') this.ended = effect.how;
  }

  /** Open waits in an order that does not depend on who numbers them. */
  get open(): readonly Open[] {
    const waits = this.snapshot ? this.#executor.open(this.snapshot) : [];
    const keyed = waits.map((wait): Open => {
      const instance = wait.visit ? this.#opened.get(wait.visit)?.instance : undefined;
      return { ...wait, key: `${wait.kind} ${wait.element}${instance ? `[${instance.index}]` : ''}` };
    });
    return keyed.sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0));
  }

  occurrence(timer: WaitId): number {
    return this.#occurrences.get(timer) ?? 1;
  }

  /** What was passed in the last step, joins and what was cut off apart. */
  get completed(): readonly string[] {
    return this.effects
      .flatMap((effect) => (effect.kind === 'passed' && effect.pass.closed === 'completed' ? [effect.pass.element] : []))
      .sort();
  }

  get flows(): readonly string[] {
    return this.effects.flatMap((effect) => (effect.kind === 'took' ? [effect.flow] : [])).sort();
  }

  /** What the world is asked for in the last step. */
  get asked(): readonly string[] {
    return this.effects
      .flatMap((effect) => {
        switch (effect.kind) {
          case 'messageSent':
          case 'signalSent':
            return [`${effect.kind} ${effect.name} ${JSON.stringify([effect.payload, effect.key, effect.keepFor])}`];
          case 'subscribed':
            return [`${effect.to} ${effect.name} ${JSON.stringify(effect.key)}`];
          case 'jobRequested':
            return [`job ${effect.element} ${JSON.stringify(effect.input)}`];
          case 'timerSet':
            return [`timer ${effect.element} ${effect.spec.form} ${effect.spec.value} ${effect.occurrence}`];
          case 'taskClosed':
            return [`closed ${effect.element} ${effect.why}`];
          case 'activityOpened':
            return [`opened ${effect.element}`];
          default:
            return [];
        }
      })
      .sort();
  }

  /** The data of all scopes, without the scopes' names. */
  get values(): readonly string[] {
    return Object.values(this.data)
      .map((one) => JSON.stringify(Object.fromEntries(Object.entries(one).sort(([left], [right]) => (left < right ? -1 : 1)))))
      .filter((one) => one !== '{}')
      .sort();
  }

  get root(): ScopeId {
    const body = this.snapshot?.body as { readonly scopes: readonly { readonly id: ScopeId }[] } | undefined;
    return body?.scopes[0]?.id ?? id('s0');
  }

  /** Where the values of a task go that are its own. */
  own(visit: VisitId): ScopeId {
    const scope = this.#opened.get(visit)?.scope;
    const [own] = this.snapshot && scope ? this.#executor.dataScopes(this.snapshot, scope) : [];
    return own ?? this.root;
  }

  async choices(from: VisitId): Promise<readonly string[]> {
    if (!this.snapshot) return [];
    const found = await this.#executor.choices({ plans: this.#plans, snapshot: this.snapshot, trail: this.trail, from });
    return found.map((one) => `${one.element} ${one.reason ?? 'legal'}`).sort();
  }

  /** The last completed visit of an element. */
  done(element: string): VisitId {
    return this.trail.findLast((one) => one.element === element && one.closed === 'completed')?.visit ?? id('v0');
  }
}

/** What is compared after every stimulus. */
const shown = (side: Side) => ({
  open: side.open.map((one) => one.key),
  completed: side.completed,
  flows: side.flows,
  asked: side.asked,
  incidents: [...side.incidents.values()].map((one) => `${one.code} ${one.element}`).sort(),
  values: side.values,
  ended: side.ended,
});

/** An act told without anybody's numbers. */
export type Act =
  | { readonly kind: 'start'; readonly at: string; readonly payload?: Data }
  | { readonly kind: 'complete'; readonly open: number; readonly outcome?: string; readonly values?: Data; readonly own?: boolean }
  | {
      readonly kind: 'due' | 'message' | 'answer' | 'jobFailed' | 'fault';
      readonly open: number;
      readonly values?: Data;
      readonly code?: string;
    }
  | { readonly kind: 'signal'; readonly name: string; readonly values?: Data }
  | { readonly kind: 'change'; readonly values: Data }
  | { readonly kind: 'retry'; readonly incident: number }
  | { readonly kind: 'return'; readonly open: number; readonly to: string }
  | { readonly kind: 'withdraw'; readonly element: string }
  | { readonly kind: 'cancel' };

/** The same case on both executors, in lock step. */
export class Pair {
  readonly kernel: Side;
  readonly engine: Side;

  constructor(plans: Plans, engine: Executor = bpmnEngineExecutor()) {
    this.kernel = new Side(kernelExecutor, plans);
    this.engine = new Side(engine, plans);
  }

  /** Does it on both; throws where they differ. */
  async act(act: Act): Promise<Refused | undefined> {
    const mine = await this.kernel.try(stimulusOf(this.kernel, act));
    const theirs = await this.engine.try(stimulusOf(this.engine, act));
    // What it cannot do is said by name and changes nothing; from there on the two can no longer be compared.
    if (theirs?.code === 'unsupported' && mine?.code !== 'unsupported') return theirs;
    if ((mine?.code ?? 'done') !== (theirs?.code ?? 'done')) {
      throw new Error(
        `${JSON.stringify(act)}: the kernel says ${JSON.stringify(mine ?? 'done')}, bpmn-engine ${JSON.stringify(theirs ?? 'done')}`,
      );
    }
    const [ours, its] = [shown(this.kernel), shown(this.engine)];
    if (JSON.stringify(ours) !== JSON.stringify(its)) {
      const different = Object.keys(ours).filter(
        (key) => JSON.stringify(ours[key as keyof typeof ours]) !== JSON.stringify(its[key as keyof typeof its]),
      );
      throw new Error(
        `after ${JSON.stringify(act)} they differ in ${different
          .map(
            (key) =>
              `${key}: kernel ${JSON.stringify(ours[key as keyof typeof ours])} bpmn-engine ${JSON.stringify(its[key as keyof typeof its])}`,
          )
          .join('; ')}`,
      );
    }
    await this.#ask(act);
    return mine;
  }

  /** Where each open task may be sent back to is the same for both. */
  async #ask(act: Act): Promise<void> {
    const theirs = this.engine.open;
    for (const [place, { kind, visit, key }] of this.kernel.open.entries()) {
      const other = theirs[place]?.visit;
      if (kind !== 'task' || !visit || !other) continue;
      const [mine, its] = [await this.kernel.choices(visit), await this.engine.choices(other)];
      if (mine.join() !== its.join())
        throw new Error(`after ${JSON.stringify(act)}, from ${key}: kernel ${mine.join()}, bpmn-engine ${its.join()}`);
    }
  }

  get open(): readonly string[] {
    return this.kernel.open.map((one) => one.key);
  }

  /** The place of an open thing among those that are open. */
  at(key: string): number {
    const found = this.open.indexOf(key);
    if (found < 0) throw new Error(`no ${key} among ${this.open.join(', ')}`);
    return found;
  }
}

function stimulusOf(side: Side, act: Act): Stimulus {
  const values = (scope: ScopeId, given: Data = {}) => Object.entries(given).map(([key, to]) => ({ scope, path: [key], to: to as Json }));
  const one = 'open' in act ? side.open[act.open] : undefined;
  const wait = one?.id ?? id<'w'>('w0');
  const visit = one?.visit ?? id<'v'>('v0');
  switch (act.kind) {
    case 'start':
      return { kind: 'start', at: id(act.at), payload: act.payload ?? {} };
    case 'complete': {
      const scope = act.own ? side.own(visit) : side.root;
      return {
        kind: 'complete',
        visit,
        changes: values(scope, act.values),
        ...(act.outcome === undefined ? {} : { outcome: act.outcome }),
      };
    }
    case 'due':
      return { kind: 'due', timer: wait, occurrence: side.occurrence(wait) };
    case 'message':
      return { kind: 'message', wait, id: 'm', payload: act.values ?? {} };
    case 'answer':
      return { kind: 'answer', job: wait, changes: values(side.root, act.values) };
    case 'jobFailed':
      return { kind: 'jobFailed', job: wait, code: act.code ?? 'broken' };
    case 'fault':
      return { kind: 'fault', visit, code: act.code ?? 'E', payload: null };
    case 'signal':
      return { kind: 'signal', name: act.name, payload: act.values ?? {} };
    case 'change':
      return { kind: 'change', changes: values(side.root, act.values) };
    case 'retry':
      return { kind: 'retry', incident: [...side.incidents.keys()][act.incident] ?? id('w0') };
    case 'return':
      return { kind: 'move', move: { kind: 'return', from: visit, to: side.done(act.to), siblings: 'keep', then: 'flow' } };
    case 'withdraw':
      return { kind: 'move', move: { kind: 'withdraw', visit: side.done(act.element) } };
    case 'cancel':
      return { kind: 'cancel', reason: 'no longer needed' };
  }
}
