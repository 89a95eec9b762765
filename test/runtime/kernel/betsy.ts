import { readFileSync } from 'node:fs';
import type { Process } from '../../../packages/runtime/src/diagram/model.ts';
import { unsupported } from '../../../packages/runtime/src/kernel/unsupported.ts';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import type { Data, Json } from '../../../packages/runtime/src/words/json.ts';
import { plansOf, processesIn, Story } from './harness.ts';

/** One case of the suite. */
export interface BetsyCase {
  readonly vars: Data;
  readonly trace: readonly string[];
  readonly delay: number;
  readonly parallel: boolean;
}

export interface BetsyDiagram {
  readonly name: string;
  readonly file: string;
  readonly cases: readonly BetsyCase[];
}

/** The suite's conditions are in no language; FEEL of them, by a closed table of forms. */
const feelOf = (text: string): string =>
  text
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replace(/\$\{([^}]*)\}/g, '$1')
    .replace(/test\.contains\("(\w+)"\)/g, 'contains(test, "$1")')
    .replace(/!\s*(contains\([^)]*\))/g, 'not($1)')
    .replace(/&amp;&amp;/g, 'and')
    // One fixture has a sign too many behind its condition.
    .replace(/\)\s*>\s*$/, ')');

const translated = (xml: string): string =>
  xml.replace(
    /(<(?:\w+:)?(?:conditionExpression|condition|completionCondition|loopCondition|activationCondition|loopCardinality)\b[^>]*>)((?:<!\[CDATA\[[\s\S]*?\]\]>|[^<])*)(<\/)/g,
    (_, open: string, body: string, close: string) => `${open}${feelOf(body)}${close}`,
  );

interface World {
  readonly log: string[];
  marker: boolean;
  readonly busy: { readonly word: string; readonly from: number; readonly to: number }[];
}

/** Runs one case: jobs are the suite's words, messages and signals go to whoever waits or can start, time is the test's. */
export async function runBetsy(folder: string, diagram: BetsyDiagram, one: BetsyCase): Promise<readonly string[]> {
  const processes = await processesIn(translated(readFileSync(`${folder}/${diagram.file}`, 'utf8')));
  const main = processes.find((process) => process.key === diagram.name) ?? processes.find((process) => process.executable) ?? processes[0];
  if (!main) throw new Error('no process');
  const lacking = unsupported(plansOf(processes, main.key));
  if (lacking.length > 0) return [`unsupported ${[...new Set(lacking.map((found) => found.construct))].sort().join(', ')}`];
  const world: World = { log: [], marker: false, busy: [] };
  const house = new House(processes, world, { test: '', ...one.vars });
  if (one.parallel) house.begin('ParallelProcess');
  house.begin(main.key);
  house.settle(one.delay);
  const both = (left: string, right: string): boolean => {
    const [a, b] = [world.busy.find(({ word }) => word === left), world.busy.find(({ word }) => word === right)];
    return a !== undefined && b !== undefined && a.from < b.to && b.from < a.to;
  };
  return [
    ...world.log,
    ...(world.marker ? ['MARKER_exists'] : []),
    ...(both('CREATE_TIMESTAMP_LOG_1', 'CREATE_TIMESTAMP_LOG_2') ? ['EXECUTION_parallel'] : []),
    ...house.incidents,
  ].sort();
}

interface Running {
  readonly story: Story;
  seen: number;
  readonly timers: Map<string, { due: number; occurrence: number }>;
  readonly slow: Map<string, number>;
}

class House {
  readonly #running: Running[] = [];
  readonly #processes: readonly Process[];
  readonly #world: World;
  readonly #vars: Data;
  #now = 0;

  constructor(processes: readonly Process[], world: World, vars: Data) {
    this.#processes = processes;
    this.#world = world;
    this.#vars = vars;
  }

  begin(key: string, at?: string): void {
    const process = this.#processes.find((one) => one.key === key);
    const story = new Story(plansOf(this.#processes, key));
    const running: Running = { story, seen: 0, timers: new Map(), slow: new Map() };
    this.#running.push(running);
    story.start(
      this.#vars,
      at ??
        process?.elements.find((element) => element.type === 'startEvent' && element.parent === null && element.triggers.length === 0)?.id,
    );
    this.#follow(running);
  }

  get incidents(): readonly string[] {
    return this.#running.flatMap(({ story }) =>
      // Tokens that wait for others for ever are a fault of the diagram, which the suite takes as waiting.
      (story.marking?.incidents ?? [])
        .filter((incident) => incident.code !== 'noWayOn' || incident.visit !== null)
        .map((incident) => (incident.code === 'errorUncaught' ? 'ERROR_thrownErrorEvent' : 'ERROR_runtime')),
    );
  }

  /** Lets time pass, always to the next moment at which something is due. */
  settle(delay: number): void {
    for (let round = 0; round < 1000; round += 1) {
      const next = this.#running
        .flatMap((running) => [
          ...[...running.timers].map(([timer, { due }]) => ({ running, timer, job: undefined as string | undefined, due })),
          ...[...running.slow].map(([job, due]) => ({
            running,
            timer: undefined as string | undefined,
            job: job as string | undefined,
            due,
          })),
        ])
        .sort((left, right) => left.due - right.due)[0];
      if (!next || next.due > Math.max(delay, 0)) return;
      this.#now = next.due;
      const { running } = next;
      if (next.job !== undefined) {
        running.slow.delete(next.job);
        if (running.story.now.waits.some((wait) => wait.id === next.job))
          running.story.act({ kind: 'answer', job: id(next.job), changes: [] });
      } else if (next.timer !== undefined) {
        const occurrence = running.timers.get(next.timer)?.occurrence ?? 1;
        running.timers.delete(next.timer);
        running.story.act({ kind: 'due', timer: id(next.timer), occurrence });
      }
      this.#follow(running);
    }
  }

  #follow(running: Running): void {
    while (running.seen < running.story.all.length) {
      const effect = running.story.all[running.seen];
      running.seen += 1;
      if (effect?.kind === 'jobRequested') this.#work(running, effect);
      if (effect?.kind === 'timerSet')
        running.timers.set(effect.timer, { due: this.#now + millisecondsIn(effect.spec.value), occurrence: effect.occurrence });
      if (effect?.kind === 'waitCleared') running.timers.delete(effect.wait);
      if (effect?.kind === 'messageSent') this.#deliver(effect.name);
      if (effect?.kind === 'signalSent') this.#spread(running, effect.name);
    }
  }

  #work(running: Running, { job, element, name }: { readonly job: string; readonly element: string; readonly name: string }): void {
    const { story } = running;
    const wait = story.now.waits.find((one) => one.id === job);
    if (!wait) return;
    const values: { [key: string]: Json } = {};
    const integer = Number(story.values.integerVariable ?? 0);
    switch (name) {
      case 'CREATE_LOG_FILE':
        break;
      case 'CREATE_MARKER_FILE':
        this.#world.marker = true;
        break;
      case 'INCREMENT_INTEGER_VARIABLE_AND_LOG':
        this.#world.log.push('INCREMENT_correct');
        values.integerVariable = integer + 1;
        break;
      case 'INCREMENT_INTEGER_VARIABLE':
        values.integerVariable = integer + 1;
        break;
      case 'SET_STRING_DATA':
        values.data = 'String';
        break;
      case 'LOG_DATA':
        if (story.values.data === 'String') this.#world.log.push('DATA_correct');
        break;
      case 'THROW_ERROR':
        if (wait.visit) story.act({ kind: 'fault', visit: wait.visit, code: 'ERR_CODE', payload: null });
        return;
      case 'WAIT_TEN_SECONDS':
        running.slow.set(job, this.#now + 10_000);
        return;
      case 'CREATE_TIMESTAMP_LOG_1':
      case 'CREATE_TIMESTAMP_LOG_2':
        this.#world.busy.push({ word: name, from: this.#now, to: this.#now + 10_000 });
        running.slow.set(job, this.#now + 10_000);
        return;
      default:
        if (!/^SCRIPT_task\d$/.test(name)) throw new Error(`no word for ${element}: ${name}`);
        this.#world.log.push(name);
    }
    const scope = story.root;
    story.act({ kind: 'answer', job: id(job), changes: Object.entries(values).map(([key, to]) => ({ scope, path: [key], to })) });
  }

  /** To one that waits by that name, else it starts a process. */
  #deliver(name: string): void {
    for (const other of this.#running) {
      const wait = other.story.now.waits.find((one) => one.kind === 'message' && one.name === name);
      if (!wait) continue;
      other.story.act({ kind: 'message', wait: wait.id, id: 'm', payload: {} });
      return this.#follow(other);
    }
    this.#starting('message', name);
  }

  #spread(from: Running, name: string): void {
    for (const other of this.#running) {
      if (other === from || !other.story.now.waits.some((wait) => wait.kind === 'signal' && wait.name === name)) continue;
      other.story.act({ kind: 'signal', name, payload: {} });
      this.#follow(other);
    }
    this.#starting('signal', name);
  }

  #starting(kind: 'message' | 'signal', name: string): void {
    for (const process of this.#processes) {
      const element = process.elements.find(
        (one) =>
          one.parent === null &&
          ((one.type === 'startEvent' && one.triggers.some((trigger) => trigger.kind === kind && trigger.name === name)) ||
            (kind === 'message' && one.type === 'receiveTask' && one.instantiate && one.message?.name === name)),
      );
      if (element) this.begin(process.key, element.id);
    }
  }
}

const millisecondsIn = (value: string): number => {
  const [, hours = '0', minutes = '0', seconds = '0'] = /PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?/.exec(value) ?? [];
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
};
