import {
  evaluateCondition,
  id,
  officialCalendar,
  beginsWithOthers,
  startsOn,
  timerDue,
  type Effect,
  type Element,
  type Executor,
  type Instant,
  type Json,
  type Process,
  type Stimulus,
  type TimerSpec,
} from '@guicheng/runtime';
import { plansOf } from './plansOf.ts';
import { Running } from './running.ts';
import { startOf } from './starts.ts';
import { say, type World } from './words.ts';

/** How many steps the cases of one run may take together; the longest known needs some fifty. */
const STEPS = 20_000;

/** When every run begins. */
const BEGIN = Date.parse('2026-01-05T01:00:00.000Z');

/** Thrown where a run does not come to rest. */
export class NeverRests extends Error {
  override readonly name = 'NeverRests';
}

/** What is to be seen to: something that a case asks of the world. */
interface Errand {
  readonly running: Running;
  readonly effect: Effect;
}

/** What a house is opened with. */
interface Opening {
  readonly executor: Executor;
  readonly processes: readonly Process[];
  readonly world: World;
  readonly vars: { readonly [name: string]: Json };
}

/** A case that begins when a timer says so. */
interface Planned {
  readonly process: Process;
  readonly at: string;
  readonly timer: TimerSpec;
  readonly occurrence: number;
  readonly due: number;
}

/**
 * The cases of one run, over the executor's port alone: words are said, messages and signals go to whoever waits or can begin, and time
 * is moved on to whatever comes next. What nobody waits for yet is kept. One after the other, first come first served.
 */
export class House {
  readonly #given: Opening;
  readonly #cases: Running[] = [];
  readonly #errands: Errand[] = [];
  readonly #kept: { readonly name: string; readonly key?: Json }[] = [];
  readonly #planned: Planned[] = [];
  readonly #begun = new Set<string>();
  /** What went wrong beside incidents: refusals, words of no table. */
  readonly complaints: string[] = [];
  #now = BEGIN;
  #steps = 0;

  constructor(given: Opening) {
    this.#given = given;
  }

  /** Begins a case of a process at its own start; where that is a timer, when its time comes. */
  async begin(process: Process): Promise<void> {
    const start = startOf(process);
    const timer = start?.triggers.flatMap((trigger) => (trigger.kind === 'timer' && !trigger.timer.feel ? [trigger.timer] : []))[0];
    if (!start) this.complaints.push(`${process.key} has nowhere to begin`);
    else if (timer) this.#plan({ process, at: start.id, timer, occurrence: 1 });
    else if (!this.#mayBegin(start)) return;
    else await this.#beginAt(process, start.id);
  }

  /** Where nothing but conditions begins a case, one of them holds with the variables; nothing else is there that could make it. */
  #mayBegin({ triggers }: Element): boolean {
    const conditions = triggers.flatMap((trigger) => (trigger.kind === 'conditional' ? [trigger.condition] : []));
    if (conditions.length === 0 || conditions.length < triggers.length) return true;
    return conditions.some((condition) => evaluateCondition(condition, this.#given.vars, this.#instant()).value === true);
  }

  async #beginAt(process: Process, at: string, by?: { readonly kind: 'message' | 'signal'; readonly name: string }): Promise<void> {
    const running = new Running(this.#given.executor, plansOf(this.#given.processes, process));
    this.#cases.push(running);
    await this.#act(running, { kind: 'start', at: id(at), payload: {}, values: this.#given.vars, ...(by ? { by } : {}) });
  }

  /** A cycle plans its next time when one has come, until it is through. */
  #plan(planned: Omit<Planned, 'due'>): void {
    const found = timerDue(officialCalendar(), planned.timer, { from: this.#instant(), occurrence: planned.occurrence });
    if (found.ok) this.#planned.push({ ...planned, due: Date.parse(found.due) });
    else this.complaints.push(`the timer ${planned.at} cannot be counted: ${planned.timer.value}`);
  }

  async #beginPlanned(planned: Planned): Promise<void> {
    this.#planned.splice(this.#planned.indexOf(planned), 1);
    const times = Number(/^R(\d+)/.exec(planned.timer.value)?.[1] ?? Infinity);
    if (planned.timer.form === 'cycle' && planned.occurrence < times) this.#plan({ ...planned, occurrence: planned.occurrence + 1 });
    await this.#beginAt(planned.process, planned.at);
  }

  /** Sees to all that is asked now, and then lets so many milliseconds pass, from one thing that is due to the next. */
  async settle(delay: number): Promise<void> {
    for (;;) {
      await this.#seeTo();
      if (await this.#startNext()) continue;
      const next = this.#next();
      if (!next && (await this.#endNext())) continue;
      if (!next || next.due > BEGIN + delay) return;
      this.#now = Math.max(this.#now, next.due);
      await next.come();
    }
  }

  /** Whether anything was begun of a process. */
  hasBegun = (process: Process): boolean => this.#cases.some((one) => one.plans.root.startsWith(`${process.key}@`));

  /** The incidents that are open. Tokens that wait for others for ever are a fault of the diagram, which the suites take as waiting. */
  get incidents(): readonly { readonly element: string; readonly code: string }[] {
    return this.#cases
      .flatMap((running) => [...running.incidents.values()])
      .filter(({ code, visit }) => code !== 'noWayOn' || visit !== null);
  }

  async #act(running: Running, stimulus: Stimulus): Promise<void> {
    this.#steps += 1;
    if (this.#steps > STEPS) throw new NeverRests(`after ${STEPS} steps it still goes on`);
    const effects = await running.advance(stimulus, this.#instant());
    if (typeof effects === 'string') this.complaints.push(effects);
    else for (const effect of effects) this.#errands.push({ running, effect });
  }

  async #seeTo(): Promise<void> {
    for (let errand = this.#errands.shift(); errand; errand = this.#errands.shift()) await this.#run(errand);
  }

  async #run({ running, effect }: Errand): Promise<void> {
    switch (effect.kind) {
      case 'jobRequested':
        return this.#work(running, effect);
      case 'taskOpened':
        // Nobody is there to decide anything: whoever has the task says that it is done.
        if (running.waitsFor(this.#waitOf(running, effect.visit)))
          await this.#act(running, { kind: 'complete', visit: effect.visit, changes: [] });
        return;
      case 'timerSet':
        return this.#arm(running, effect);
      case 'messageSent':
        if (!(await this.#deliver(running, effect))) this.#kept.push(effect);
        return;
      case 'signalSent':
        return this.#spread(running, effect);
      case 'subscribed':
        return this.#bringKept(running, effect);
      default:
        return;
    }
  }

  #waitOf(running: Running, visit: string): string {
    const open = running.snapshot ? this.#given.executor.open(running.snapshot) : [];
    return open.find((one) => one.kind === 'task' && one.visit === visit)?.id ?? '';
  }

  async #work(running: Running, effect: Extract<Effect, { kind: 'jobRequested' }>): Promise<void> {
    const { job, element, scope, name } = effect;
    if (!running.waitsFor(job)) return;
    // Only scripts have words; another machine has nothing to do here.
    const said = { word: name.trim(), values: running.valuesIn(scope), now: this.#now };
    const outcome = effect.type === 'script' ? say(this.#given.world, said) : { sets: {} };
    if (!outcome) this.complaints.push(`“${said.word}” at ${element} is no word of the suite`);
    else if ('until' in outcome) running.slow.set(job, outcome.until);
    else if ('throws' in outcome) await this.#fail(running, { job, code: outcome.throws });
    else {
      const keeper = running.keeperOf(scope);
      const changes = Object.entries(outcome.sets).flatMap(([key, to]) => (keeper ? [{ scope: keeper, path: [key], to }] : []));
      await this.#act(running, { kind: 'answer', job, changes });
    }
  }

  async #fail(running: Running, what: { readonly job: string; readonly code: string }): Promise<void> {
    const open = running.snapshot ? this.#given.executor.open(running.snapshot) : [];
    const visit = open.find((one) => one.id === what.job)?.visit;
    if (visit) await this.#act(running, { kind: 'fault', visit, code: what.code, payload: null });
  }

  #arm(running: Running, { timer, spec, occurrence, element }: Extract<Effect, { kind: 'timerSet' }>): void {
    const found = timerDue(officialCalendar(), spec, { from: this.#instant(), occurrence });
    if (found.ok) running.timers.set(timer, { due: Date.parse(found.due), occurrence });
    else this.complaints.push(`the timer ${element} cannot be counted: ${spec.value}`);
  }

  /** To one that waits, of others first; else it begins something. Whether anybody took it. */
  async #deliver(from: Running, { name, key }: { readonly name: string; readonly key?: Json }): Promise<boolean> {
    for (const other of [...this.#cases.filter((one) => one !== from), from]) {
      const [wait] = other.waiting('message', name, key ?? null);
      if (wait === undefined) continue;
      await this.#act(other, { kind: 'message', wait: id(wait), id: `m${this.#steps}`, payload: {} });
      return true;
    }
    return this.#startAllOn('message', name);
  }

  async #bringKept(running: Running, { to, name }: Extract<Effect, { kind: 'subscribed' }>): Promise<void> {
    const place = to === 'message' ? this.#kept.findIndex((one) => one.name === name) : -1;
    const early = this.#kept[place];
    if (early && (await this.#deliver(running, early))) this.#kept.splice(place, 1);
  }

  /** The case that threw it has heard it already. */
  async #spread(from: Running, { name }: { readonly name: string }): Promise<void> {
    const hearing = this.#cases.filter((other) => other !== from && other.waiting('signal', name).length > 0);
    for (const other of hearing) await this.#act(other, { kind: 'signal', name, payload: {} });
    await this.#startAllOn('signal', name, new Set(hearing.map(({ plans }) => plans.root)));
  }

  /** Where several have to come to begin a case, one that waits at its beginning has heard it instead. */
  async #startAllOn(kind: 'message' | 'signal', name: string, heard: ReadonlySet<string> = new Set()): Promise<boolean> {
    const found = this.#given.processes
      .flatMap((process) => startsOn(process, kind, name).map((at) => ({ process, at })))
      .filter(({ process, at }) => !heard.has(plansOf(this.#given.processes, process).root) || !beginsWithOthers(process, at));
    for (const { process, at } of found) await this.#beginAt(process, at.id, { kind, name });
    return found.length > 0;
  }

  /** In an ad-hoc sub-process somebody decides what is done next: here each thing once, in the order of the diagram. */
  async #startNext(): Promise<boolean> {
    for (const [place, running] of this.#cases.entries()) {
      const startable = this.#choices(running).flatMap(({ scope, start }) => start.map((element) => ({ scope, element })));
      const next = startable.find(({ scope, element }) => !this.#begun.has(`${place} ${scope} ${element}`));
      if (!next) continue;
      this.#begun.add(`${place} ${next.scope} ${next.element}`);
      await this.#act(running, { kind: 'startAdHoc', scope: next.scope, element: next.element });
      return true;
    }
    return false;
  }

  /** And where no condition ends it, they say that it is done once there is nothing else to do. */
  async #endNext(): Promise<boolean> {
    for (const running of this.#cases) {
      const scope = this.#choices(running).find(({ complete }) => complete)?.scope;
      if (scope === undefined) continue;
      await this.#act(running, { kind: 'completeAdHoc', scope });
      return true;
    }
    return false;
  }

  #choices = ({ plans, snapshot }: Running) => (snapshot && this.#given.executor.adHocChoices?.({ plans, snapshot })) ?? [];

  #next(): { readonly due: number; readonly come: () => Promise<void> } | undefined {
    const ahead = this.#cases.flatMap((running) => [
      ...[...running.timers].map(([timer, { due, occurrence }]) => ({
        due,
        come: async () => {
          running.timers.delete(timer);
          if (running.waitsFor(timer)) await this.#act(running, { kind: 'due', timer: id(timer), occurrence });
        },
      })),
      ...[...running.slow].map(([job, due]) => ({
        due,
        come: async () => {
          running.slow.delete(job);
          if (running.waitsFor(job)) await this.#act(running, { kind: 'answer', job: id(job), changes: [] });
        },
      })),
    ]);
    const begins = this.#planned.map((planned) => ({ due: planned.due, come: () => this.#beginPlanned(planned) }));
    return [...begins, ...ahead].toSorted((left, right) => left.due - right.due)[0];
  }

  #instant = (): Instant => id(new Date(this.#now).toISOString());
}
