import type { Diagram, Process } from '../../packages/runtime/src/diagram/model.ts';
import { parseDiagram } from '../../packages/runtime/src/diagram/parse.ts';
import type { Marking } from '../../packages/runtime/src/kernel/marking.ts';
import { markingKey } from '../../packages/runtime/src/kernel/markingKey.ts';
import { choices } from '../../packages/runtime/src/kernel/moves/choices.ts';
import { step } from '../../packages/runtime/src/kernel/step.ts';
import type { Plans, Stimulus } from '../../packages/runtime/src/kernel/stimulus.ts';
import { definitionRef, id } from '../../packages/runtime/src/words/ids.ts';
import type { Data } from '../../packages/runtime/src/words/json.ts';
import { compile } from '../../packages/runtime/src/plan/compile.ts';
import { AT, plansOf, Story } from '../runtime/kernel/harness.ts';
import { possible, type Possible } from './possible.ts';
import { livingIn, sizeOf } from './sizeOf.ts';

/** A diagram that was generated, read. */
export interface Read {
  readonly xml: string;
  readonly diagram: Diagram;
  readonly process: Process;
  readonly plans: Plans;
  /** Names that conditions ask for. */
  readonly names: readonly string[];
}

/** Reads a generated diagram; its first process is the one that runs. Refused by the parser = undefined. */
export async function read(xml: string): Promise<Read | undefined> {
  const parsed = await parseDiagram(xml);
  const [process] = parsed.ok ? parsed.diagram.processes : [];
  if (!parsed.ok || !process) return undefined;
  const names = [...new Set(xml.match(/\b(?:n|again)\d+\b/g) ?? [])];
  return { xml, diagram: parsed.diagram, process, plans: plansOf(parsed.diagram.processes), names };
}

/** What does not hold, with all that is needed to see it again. */
export class Broken extends Error {
  constructor(what: string, { read, stimuli }: { readonly read: Read; readonly stimuli: readonly Stimulus[] }) {
    super(`${what}\n${read.xml}\nstimuli: ${JSON.stringify(stimuli)}`);
  }
}

export type Chance = () => number;

/** A case of a generated diagram that goes as chance has it; every step is checked. */
export class Going {
  readonly read: Read;
  readonly story: Story;
  readonly chance: Chance;

  readonly #quick: boolean;
  /** How large the marking was when the case first was in a state. */
  readonly #sizes = new Map<string, number>();

  constructor(read: Read, chance: Chance, how: { readonly story?: Story; readonly quick?: boolean } = {}) {
    this.read = read;
    this.chance = chance;
    this.#quick = how.quick === true;
    this.story = how.story ?? new Story(read.plans, !this.#quick);
    if (!how.story) this.#begin();
  }

  /** Another case in the same place, for one that has not ended. */
  fork(): Going {
    return new Going(this.read, this.chance, { story: this.story.fork() });
  }

  /** A yes or no for each name; `quiet`: no loop goes round once more. */
  values(quiet = false): Data {
    return Object.fromEntries(this.read.names.map((name) => [name, name.startsWith('again') && quiet ? false : this.chance() < 0.5]));
  }

  get possible(): readonly Possible[] {
    return this.#open ? possible(this.read.plans, this.story.now, this.values()) : [];
  }

  get #open(): boolean {
    return this.story.ended === undefined;
  }

  get over(): boolean {
    return !this.#open || this.story.now.incidents.length > 0;
  }

  /** Something of what can happen; whether there was anything. */
  anything(): boolean {
    const all = this.over ? [] : this.possible;
    const one = pick(all, this.chance);
    if (one) this.act(one.stimulus);
    return one !== undefined;
  }

  /** Does it, from a copy as well: what is kept must be all there is. */
  act(stimulus: Stimulus): void {
    if (this.#quick) return this.must(() => this.story.act(stimulus));
    const { plans, marking, data, trail } = this.story;
    const copy = JSON.parse(JSON.stringify({ marking, data, trail })) as Pick<Story, 'marking' | 'data' | 'trail'>;
    const fromCopy = step({ plans, ...copy, stimulus, at: AT });
    this.must(() => this.story.act(stimulus));
    if (!fromCopy.ok) this.broken(`refused from a copy: ${fromCopy.code} ${fromCopy.culprit}`);
    else if (!same([fromCopy.marking, fromCopy.effects], [this.story.marking, this.story.effects]))
      this.broken('a copy of the marking gives another step');
    this.mustHold();
  }

  must(does: () => unknown): void {
    try {
      does();
    } catch (error) {
      this.broken(String(error));
    }
  }

  broken(what: string): never {
    const incidents = this.story.marking ? this.story.incidents.join() : '';
    throw new Broken(`${what} ${incidents}`.trim(), { read: this.read, stimuli: this.story.stimuli });
  }

  /** An ended case has nothing open; what is kept is about what lives. */
  mustHold(): void {
    const { tokens, waits, arrivals, scopes, parked, undoable, resetting } = this.story.now;
    const ends = this.story.all.filter(({ kind }) => kind === 'ended').length;
    if (ends > 1) this.broken(`the case has ended ${ends} times`);
    if (!this.#open) {
      const left = { tokens, waits, arrivals, parked, undoable, resetting };
      const open = Object.entries(left).filter(([, list]) => list.length > 0);
      if (open.length > 0 || scopes.length > 1) this.broken(`the case has ended and still has ${open.map(([name]) => name).join()}`);
    }
    const ids = new Set(scopes.map((scope) => scope.id));
    for (const [what, list] of Object.entries({ arrivals, undoable, resetting }))
      if (list.some(({ scope }) => !ids.has(scope))) this.broken(`${what} of a scope that is over`);
    for (const { until } of parked)
      if (tokens.every(({ visit }) => visit !== until)) this.broken('something is parked for a visit that is over');
    this.#mustStaySmall();
  }

  /** The marking is as large as what lives, however long the case has run: coming back to where it was does not make it larger. */
  #mustStaySmall(): void {
    const { now } = this.story;
    const size = sizeOf(now);
    const living = livingIn(now);
    if (size > EMPTY + living * EACH) this.broken(`${living} things live in it, and the marking has ${size} characters`);
    // What stands still may do so for more than one reason.
    if (now.incidents.length > 0) return;
    // The rounds of a loop are counted, and nothing else of them is kept.
    const key = markingKey(now).replace(/#\d+(?=[[{])/g, '#');
    const before = this.#sizes.get(key);
    if (before === undefined) this.#sizes.set(key, size);
    else if (size > before)
      this.broken(`${before} characters of marking have become ${size} where the case has come back to the same state`);
  }

  /** Doing again all that was done comes to the same marking. */
  mustReplay(): void {
    this.must(() => {
      if (!same(this.story.replayed(), this.story.marking)) throw new Error('a replay gives another marking');
    });
  }

  /** Does what is needed, and no loop once more, until the case ends; whether it did. */
  toTheEnd(most = 200): boolean {
    for (let steps = 0; !this.over && steps < most; steps += 1) {
      const all = possible(this.read.plans, this.story.now, this.values(true)).filter(({ needed }) => needed);
      const first = all.find(({ stimulus }) => stimulus.kind === 'completeAdHoc') ?? pick(all, this.chance);
      if (!first) return false;
      this.act(first.stimulus);
    }
    return !this.#open;
  }

  /** A legal move of any kind, if there is one: every one that is told of must be done. */
  move(): string | undefined {
    const { plans, story } = this;
    const { now: marking, data, trail } = story;
    const open = marking.waits.flatMap(({ kind, visit }) => (kind === 'task' && visit ? [visit] : []));
    const done = trail.filter(({ closed }) => closed === 'completed').map(({ visit }) => visit);
    const from = pick([...open, ...open, ...done.slice(-3), null], this.chance) ?? null;
    const kinds = ['return', 'withdraw', 'jump', 'addInstance', 'removeInstance', 'compensate'] as const;
    const legal = choices({ plans, marking, data, at: AT, trail, from, kinds }).filter((choice) => choice.legal);
    const kind = pick([...new Set(legal.map(({ move }) => move))], this.chance);
    const choice = pick(
      legal.filter(({ move }) => move === kind),
      this.chance,
    );
    if (!choice || !choice.visit) return undefined;
    const { visit, element } = choice;
    switch (choice.move) {
      case 'return':
        if (from) this.act({ kind: 'move', move: { kind: 'return', from, to: visit, siblings: 'keep', then: 'flow' } });
        break;
      case 'withdraw':
        this.act({ kind: 'move', move: { kind: 'withdraw', visit } });
        break;
      case 'jump':
        if (from) this.act({ kind: 'move', move: { kind: 'jump', take: [from], put: [{ element, scope: choice.scope ?? 'fresh' }] } });
        break;
      case 'addInstance':
        this.act({ kind: 'move', move: { kind: 'addInstance', host: visit, items: [3] } });
        break;
      case 'removeInstance':
        this.act({ kind: 'move', move: { kind: 'removeInstance', visit } });
        break;
      case 'compensate':
        this.act({ kind: 'move', move: { kind: 'compensate', visits: [visit] } });
        break;
      case 'reopen':
        break;
    }
    return choice.move;
  }

  get plans(): Plans {
    return this.read.plans;
  }

  /** Going over to the same drawing as another version changes nothing but the version. */
  mustMigrateToItself(): void {
    const { story, read } = this;
    const { key } = read.process;
    const next = definitionRef(key, 2);
    const plan = compile(read.process, next);
    const plans: Plans = { ...read.plans, get: (ref) => (ref === next ? plan : read.plans.get(ref)) };
    const { now: marking, data, trail } = story;
    const stepped = step({ plans, marking, data, stimulus: { kind: 'move', move: { kind: 'migrate', to: next, map: {} } }, at: AT, trail });
    if (!stepped.ok) this.broken(`going over to the same drawing is refused: ${stepped.culprit} ${stepped.expected.en}`);
    const back = JSON.parse(JSON.stringify(stepped.marking).replaceAll(`"${key}@2"`, `"${key}@1"`)) as Marking;
    if (!same(back, marking)) this.broken('going over to the same drawing changes the marking');
  }

  #begin(): void {
    const { process, plans } = this.read;
    const starts = process.elements.filter(({ parent, type, instantiate }) => parent === null && (type === 'startEvent' || instantiate));
    const behind = (at: (typeof starts)[number]) =>
      at.type === 'eventBasedGateway' ? process.flows.flatMap(({ from, to }) => (from === at.id ? [to] : [])) : [at.id];
    const at = pick(starts.flatMap(behind), this.chance) ?? plans.get(plans.root)?.entries(null)[0]?.id ?? id<'bpmn'>('start');
    this.act({ kind: 'start', at, payload: this.values(), values: this.values() });
  }
}

/** So many characters has a marking of nothing, and so many more it may have for each thing that lives in it, with what it waits for. */
const EMPTY = 150;
const EACH = 400;

/** One of a list, as chance has it. */
export const pick = <One>(list: readonly One[], chance: Chance): One | undefined => list[Math.floor(chance() * list.length)];

/** As JSON sees it. */
const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);
