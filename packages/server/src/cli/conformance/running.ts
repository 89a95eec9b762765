import {
  withChange,
  type Effect,
  type Executor,
  type Instant,
  type Json,
  type Plans,
  type ScopedData,
  type Snapshot,
  type Stimulus,
} from '@guicheng/runtime';

/** What a case waits for, by the ids of its waits. */
interface Subscription {
  readonly to: 'message' | 'signal';
  readonly name: string;
  readonly key: Json;
}

type Scope = NonNullable<Extract<Effect, { kind: 'jobRequested' }>['scope']>;

/** One case as its executor's port shows it: what it holds, what it waits for, what went wrong in it. */
export class Running {
  readonly plans: Plans;
  /** The moment, in milliseconds, at which each armed timer fires, with its occurrence. */
  readonly timers = new Map<string, { readonly due: number; readonly occurrence: number }>();
  /** Jobs that take their time, and until when. */
  readonly slow = new Map<string, number>();
  readonly incidents = new Map<string, { readonly element: string; readonly code: string; readonly visit: string | null }>();
  readonly #executor: Executor;
  readonly #subscriptions = new Map<string, Subscription>();
  #snapshot: Snapshot | null = null;
  #data: ScopedData = {};
  #root: Scope | undefined;

  constructor(executor: Executor, plans: Plans) {
    this.#executor = executor;
    this.plans = plans;
  }

  get snapshot(): Snapshot | null {
    return this.#snapshot;
  }

  /** Steps the case; its effects, in order, or why it refused. */
  async advance(stimulus: Stimulus, at: Instant): Promise<readonly Effect[] | string> {
    const stepped = await this.#executor.advance({ plans: this.plans, snapshot: this.#snapshot, data: this.#data, stimulus, at });
    if (!stepped.ok) return `${stimulus.kind} was refused at ${stepped.culprit}: expected ${stepped.expected.en ?? stepped.expected.zh}`;
    this.#snapshot = stepped.snapshot;
    for (const effect of stepped.effects) this.#keep(effect);
    return stepped.effects;
  }

  /** Whether it still waits for this. */
  waitsFor(wait: string): boolean {
    return this.#snapshot !== null && this.#executor.open(this.#snapshot).some((one) => one.id === wait);
  }

  /** The waits for a message or a signal of this name. A message with a key goes to those with the same, or with none. */
  waiting(to: Subscription['to'], name: string, key: Json = null): readonly string[] {
    return [...this.#subscriptions]
      .filter(([wait, one]) => one.to === to && one.name === name && fits(one.key, key) && this.waitsFor(wait))
      .map(([wait]) => wait);
  }

  /** The values that a scope sees, inner over outer. */
  valuesIn(scope: Scope | undefined): { readonly [name: string]: Json | undefined } {
    return Object.assign(
      {},
      ...this.#scopes(scope)
        .map((one) => this.#data[one] ?? {})
        .toReversed(),
    );
  }

  /** Where a value that is set in a scope is kept: with the definition that it belongs to. */
  keeperOf(scope: Scope | undefined): Scope | undefined {
    return this.#scopes(scope).at(-1);
  }

  #scopes(scope: Scope | undefined): readonly Scope[] {
    const seen = scope !== undefined && this.#snapshot ? this.#executor.dataScopes(this.#snapshot, scope) : [];
    if (seen.length > 0) return seen;
    return this.#root === undefined ? [] : [this.#root];
  }

  #keep(effect: Effect): void {
    switch (effect.kind) {
      case 'changed':
        for (const change of effect.changes) this.#data = withChange(this.#data, change);
        return;
      case 'scopeOpened':
        this.#root ??= effect.scope;
        return;
      case 'scopeClosed':
        if (effect.scope !== this.#root) this.#data = withChange(this.#data, { scope: effect.scope, path: [], to: undefined });
        return;
      case 'subscribed':
        this.#subscriptions.set(effect.wait, { to: effect.to, name: effect.name, key: effect.key ?? null });
        return;
      case 'waitCleared':
        this.timers.delete(effect.wait);
        this.slow.delete(effect.wait);
        return;
      case 'incident':
        this.incidents.set(effect.incident.id, effect.incident);
        return;
      case 'incidentResolved':
        this.incidents.delete(effect.incident);
        return;
      default:
        return;
    }
  }
}

const fits = (mine: Json, its: Json): boolean => mine === null || its === null || JSON.stringify(mine) === JSON.stringify(its);
