import { readFile } from 'node:fs/promises';
import { parseDiagram } from '../../../packages/runtime/src/diagram/parse.ts';
import type { Process } from '../../../packages/runtime/src/diagram/model.ts';
import { type Change, type ScopedData, withChange } from '../../../packages/runtime/src/kernel/change.ts';
import type { Effect } from '../../../packages/runtime/src/kernel/effect.ts';
import type { Marking, Pass, Scope, Wait } from '../../../packages/runtime/src/kernel/marking.ts';
import { markingKey } from '../../../packages/runtime/src/kernel/markingKey.ts';
import { choices } from '../../../packages/runtime/src/kernel/moves/choices.ts';
import { dataScopes } from '../../../packages/runtime/src/kernel/run/data.ts';
import { step } from '../../../packages/runtime/src/kernel/step.ts';
import type { Move, MoveChoice, MoveKind, Plans, Stimulus } from '../../../packages/runtime/src/kernel/stimulus.ts';
import { compile } from '../../../packages/runtime/src/plan/compile.ts';
import type { Plan } from '../../../packages/runtime/src/plan/plan.ts';
import { type DefinitionRef, definitionRef, id, type Instant, type VisitId } from '../../../packages/runtime/src/words/ids.ts';
import type { Data, Json } from '../../../packages/runtime/src/words/json.ts';
import type { Refused } from '../../../packages/runtime/src/words/refusal.ts';

/** The moment of every story. */
export const AT: Instant = id('2026-11-24T01:00:00.000Z');

/** Reads the processes of a diagram that lies beside the story. */
export async function processesOf(file: string): Promise<readonly Process[]> {
  return processesIn(await readFile(new URL(file, import.meta.url), 'utf8'));
}

export async function processesIn(xml: string): Promise<readonly Process[]> {
  const parsed = await parseDiagram(xml);
  if (!parsed.ok) throw new Error(`${parsed.culprit}: ${parsed.expected.en ?? parsed.expected.zh}`);
  return parsed.diagram.processes;
}

/** Definitions of one diagram; the first process is the root unless another is named. */
export function plansOf(processes: readonly Process[], root?: string): Plans {
  const plans = new Map<DefinitionRef, Plan>(
    processes.map((process) => [definitionRef(process.key, 1), compile(process, definitionRef(process.key, 1))]),
  );
  const first = processes.find((process) => (root ? process.key === root : true));
  if (!first) throw new Error(`no process ${root}`);
  return {
    root: definitionRef(first.key, 1),
    get: (ref) => plans.get(ref),
    pin: (key) => [...plans.keys()].find((ref) => ref === `${key}@1`),
  };
}

/** A case in a story: each act steps the kernel, keeps its data and trail as the office would, and checks what must always hold. */
export class Story {
  marking: Marking | null = null;
  data: ScopedData = {};
  trail: Pass[] = [];
  effects: readonly Effect[] = [];
  readonly stimuli: Stimulus[] = [];
  readonly all: Effect[] = [];
  readonly plans: Plans;
  readonly #checked: boolean;

  /** `checked`: false where so much is done that checking each step takes too long. */
  constructor(plans: Plans, checked = true) {
    this.plans = plans;
    this.#checked = checked;
  }

  get now(): Marking {
    if (!this.marking) throw new Error('the story has not begun');
    return this.marking;
  }

  /** Another story that goes on from here; of what was before it knows the trail only. */
  fork(): Story {
    const other = new Story(this.plans);
    other.marking = this.marking;
    other.data = this.data;
    other.trail = [...this.trail];
    return other;
  }

  get key(): string {
    return markingKey(this.now);
  }

  /** Asks without acting when it is refused. */
  try(stimulus: Stimulus): Refused | undefined {
    const stepped = step({ plans: this.plans, marking: this.marking, data: this.data, stimulus, at: AT, trail: this.trail });
    if (!stepped.ok) return stepped;
    this.marking = stepped.marking;
    this.effects = stepped.effects;
    this.stimuli.push(stimulus);
    this.all.push(...stepped.effects);
    for (const effect of stepped.effects) {
      if (effect.kind === 'changed') for (const change of effect.changes) this.data = withChange(this.data, change);
      if (effect.kind === 'passed' || effect.kind === 'retold') this.trail.push(effect.pass);
      if (effect.kind === 'scopeClosed') this.data = withChange(this.data, { scope: effect.scope, path: [], to: undefined });
    }
    if (this.#checked) this.#mustHold();
    return undefined;
  }

  act(stimulus: Stimulus): this {
    const refused = this.try(stimulus);
    if (refused) throw new Error(`${stimulus.kind} was refused: ${refused.code} ${refused.culprit}`);
    return this;
  }

  start(payload: Data = {}, at?: string): this {
    const plan = this.plans.get(this.plans.root);
    return this.act({ kind: 'start', at: id(at ?? plan?.entries(null)[0]?.id ?? 'start'), payload });
  }

  /** The open task of an element; of a multi-instance the one with this index. */
  task(element: string, index?: number): Wait {
    const found = this.now.waits.find((wait) => {
      const token = this.now.tokens.find((one) => one.visit === wait.visit);
      return wait.kind === 'task' && wait.element === element && (index === undefined || token?.instance?.index === index);
    });
    if (!found) throw new Error(`no open task ${element} among ${this.open.join(', ')}`);
    return found;
  }

  visitOf(element: string, index?: number) {
    return this.task(element, index).visit ?? id<'v'>('none');
  }

  /** Completes a task; the values go to the case, or with `own` to the item or call that the task is in. */
  complete(
    element: string,
    values: Data = {},
    more: { readonly index?: number; readonly outcome?: string; readonly own?: boolean } = {},
  ): this {
    const { scope, visit } = this.task(element, more.index);
    const [own = this.root] = dataScopes(new Map(this.now.scopes.map((one) => [one.id, one])), scope);
    const changes = Object.entries(values).map(([key, to]): Change => ({ scope: more.own ? own : this.root, path: [key], to }));
    return this.act({ kind: 'complete', visit: visit ?? id('none'), changes, ...(more.outcome ? { outcome: more.outcome } : {}) });
  }

  answer(element: string, values: Data = {}): this {
    const changes = Object.entries(values).map(([key, to]): Change => ({ scope: this.root, path: [key], to }));
    return this.act({ kind: 'answer', job: this.wait('job', element).id, changes });
  }

  wait(kind: Wait['kind'], element: string): Wait {
    const found = this.now.waits.find((wait) => wait.kind === kind && wait.element === element);
    if (!found) throw new Error(`no ${kind} ${element} among ${this.open.join(', ')}`);
    return found;
  }

  due(element: string): this {
    const timer = this.wait('timer', element);
    return this.act({ kind: 'due', timer: timer.id, occurrence: (timer.fired ?? 0) + 1 });
  }

  message(element: string, payload: Data = {}): this {
    return this.act({ kind: 'message', wait: this.wait('message', element).id, id: 'm1', payload });
  }

  /** The last completed visit of an element. */
  done(element: string) {
    const pass = this.trail.findLast((one) => one.element === element && one.closed === 'completed');
    if (!pass) throw new Error(`${element} was never completed`);
    return pass.visit;
  }

  move(move: Move): this {
    return this.act({ kind: 'move', move });
  }

  returnTo(from: string, to: string, how: { readonly siblings?: 'keep' | 'redo'; readonly then?: 'flow' | 'straightBack' } = {}): this {
    return this.move({
      kind: 'return',
      from: this.visitOf(from),
      to: this.done(to),
      siblings: how.siblings ?? 'keep',
      then: how.then ?? 'flow',
    });
  }

  withdraw(element: string): this {
    return this.move({ kind: 'withdraw', visit: this.done(element) });
  }

  /** Jumps a task, or several, to steps of the scope of the first; `fresh/step` opens the sub-process around it. */
  jump(from: readonly string[], to: readonly string[]): this {
    return this.move(this.jumping(from, to));
  }

  jumping(from: readonly string[], to: readonly string[]): Extract<Move, { kind: 'jump' }> {
    const take = from.map((element) => this.visitOf(element));
    const scope = this.now.tokens.find((token) => token.visit === take[0])?.scope ?? this.root;
    const put = to.map((step) =>
      step.startsWith('fresh/') ? { element: id<'bpmn'>(step.slice(6)), scope: 'fresh' as const } : { element: id<'bpmn'>(step), scope },
    );
    return { kind: 'jump', take, put };
  }

  /** The visits whose tokens stand at an element. */
  stands(element: string | undefined): readonly VisitId[] {
    return this.now.tokens.filter((token) => token.element === element).map((token) => token.visit);
  }

  /** Moves of this kind from a visit, null for those of the case as a whole: by the place that they lead to. */
  movesOf(kind: MoveKind, from: MoveChoice['visit']): readonly MoveChoice[] {
    return choices({ plans: this.plans, marking: this.now, data: this.data, at: AT, trail: this.trail, from, kinds: [kind] });
  }

  choices(element: string): Record<string, string> {
    const found = choices({
      plans: this.plans,
      marking: this.now,
      data: this.data,
      at: AT,
      trail: this.trail,
      from: this.visitOf(element),
    });
    return Object.fromEntries(found.map((choice) => [choice.element, choice.reason ?? 'legal']));
  }

  get root() {
    const [root] = this.now.scopes;
    if (!root) throw new Error('no root scope');
    return root.id;
  }

  get values(): Data {
    return this.data[this.root] ?? {};
  }

  /** Open waits, sorted: `task a`. */
  get open(): readonly string[] {
    return this.now.waits.map((wait) => `${wait.kind} ${wait.element}`).sort();
  }

  /** Tasks only. */
  get tasks(): readonly string[] {
    return this.now.waits
      .filter((wait) => wait.kind === 'task')
      .map((wait) => wait.element as string)
      .sort();
  }

  get incidents(): readonly string[] {
    return this.now.incidents.map((incident) => `${incident.code} ${incident.element}`);
  }

  get ended(): string | undefined {
    const ended = this.all.find((effect) => effect.kind === 'ended');
    return ended?.kind === 'ended' ? ended.how : undefined;
  }

  /** Elements passed in the last step, in order. */
  get passed(): readonly string[] {
    return this.effects.flatMap((effect) => (effect.kind === 'passed' && effect.pass.closed !== 'takenBack' ? [effect.pass.element] : []));
  }

  /** Replays all stimuli from nothing. */
  replayed(): Marking | null {
    const again = new Story(this.plans);
    for (const stimulus of this.stimuli) again.act(stimulus);
    return again.marking;
  }

  #mustHold(): void {
    const marking = this.now;
    const restored = JSON.parse(JSON.stringify(marking)) as Marking;
    if (JSON.stringify(restored) !== JSON.stringify(marking)) throw new Error('the marking does not survive JSON');
    this.marking = restored;
    const visits = new Set(marking.tokens.map((token) => token.visit));
    const scopes = new Set(marking.scopes.map((scope) => scope.id));
    for (const wait of marking.waits) {
      if (wait.visit !== null && !visits.has(wait.visit)) throw new Error(`wait ${wait.id} of a visit that is over`);
      if (!scopes.has(wait.scope)) throw new Error(`wait ${wait.id} in a scope that is over`);
    }
    for (const token of marking.tokens) if (!scopes.has(token.scope)) throw new Error(`token ${token.visit} in a scope that is over`);
    for (const scope of marking.scopes) {
      if (scope.host && !visits.has(scope.host)) throw new Error(`scope ${scope.id} without its host`);
      if (scope.parent && !scopes.has(scope.parent)) throw new Error(`scope ${scope.id} without its parent`);
    }
    for (const scope of marking.scopes)
      if (!lives(marking, scope)) throw new Error(`nothing is left in scope ${scope.id} of ${scope.element}`);
    for (const token of marking.tokens) {
      const waits = marking.waits.some((wait) => wait.visit === token.visit);
      const stands = marking.incidents.some((incident) => incident.visit === token.visit);
      const hosts = marking.scopes.some((scope) => scope.host === token.visit);
      if (!waits && !stands && !hosts) throw new Error(`token ${token.visit} at ${token.element} waits for nothing`);
    }
  }
}

/** Only items that are done, what stands still at its end, where somebody chooses what begins, and a case that has ended are kept empty. */
function lives(marking: Marking, { id: scope, parent, kind, host, phase }: Scope): boolean {
  if (kind === 'adHoc' && phase === 'running') return true;
  if (marking.incidents.some(({ visit }) => visit !== null && visit === host)) return true;
  const inside = [...marking.tokens, ...marking.arrivals, ...marking.parked.map(({ token }) => token)].some((one) => one.scope === scope);
  return inside || parent === null || kind === 'item' || marking.scopes.some((one) => one.parent === scope);
}

/** A story over the diagram of a file beside it. */
export const storyOf = async (file: string, root?: string): Promise<Story> => new Story(plansOf(await processesOf(file), root));

/** Diagrams that were read: the stories of a suite tell of the same few again and again, and reading takes longer than most stories. */
const read = new Map<string, Promise<Plans>>();

/** A story over a diagram written in the test, from compact lines. */
export async function storyIn(xml: string, root?: string): Promise<Story> {
  const key = `${root ?? ''} ${xml}`;
  const plans = read.get(key) ?? processesIn(xml).then((processes) => plansOf(processes, root));
  read.set(key, plans);
  return new Story(await plans);
}

export type { Json };
