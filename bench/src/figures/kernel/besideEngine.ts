import { EventEmitter } from 'node:events';
import { Engine } from 'bpmn-engine';
import { parseDiagram } from '../../../../packages/runtime/dist/diagram/parse.js';
import { bpmnEngineExecutor } from '../../../../packages/runtime/dist/executor/bpmn-engine/bpmnEngineExecutor.js';
import type { Marking } from '../../../../packages/runtime/dist/kernel/marking.js';
import { step } from '../../../../packages/runtime/dist/kernel/step.js';
import type { Plans, Stimulus } from '../../../../packages/runtime/dist/kernel/stimulus.js';
import type { Snapshot } from '../../../../packages/runtime/dist/ports/executor.js';
import { compile } from '../../../../packages/runtime/dist/plan/compile.js';
import { definitionRef, id } from '../../../../packages/runtime/dist/words/ids.js';
import { benchDiagram, benchVariables } from '../benchDiagram.ts';
import { judged, notRun, type About, type Goal } from '../../report/figure.ts';
import type { Suite } from '../../suite.ts';

const AT = id<'utc'>('2026-11-24T01:00:00.000Z');

const STEP: About = { figure: 'kernel step with JSON both ways, 12 tasks', group: 'quick', unit: 'µs' };
const LARGER: About = { figure: 'kernel step, 60 tasks beside 12', group: 'quick', unit: 'µs' };
const MARKING: About = { figure: 'marking, 60 tasks beside 12', group: 'quick', unit: 'bytes' };
const FASTER: Goal = { kind: 'timesFaster', times: 500 };
const AS_FAST: Goal = { kind: 'timesAtMost', times: 1.5 };
const AS_SMALL: Goal = { kind: 'timesAtMost', times: 1.2, below: 2048 };

/** Such a step takes the second executor tens to hundreds of milliseconds, so a case is enough to tell hundreds of times from thousands. */
const EXECUTOR_CASES = 3;
const onExecutor = (tasks: number): About => ({
  figure: `kernel step beside the bpmn-engine executor, JSON both ways, ${tasks} tasks`,
  group: 'quick',
  unit: 'µs',
});
const [EXECUTOR, EXECUTOR_LARGER] = [onExecutor(12), onExecutor(60)];
const BESIDE_EXECUTOR: Goal = { kind: 'timesFaster', times: 200 };
const LARGER_BESIDE_EXECUTOR: Goal = { kind: 'timesFaster', times: 1000 };

/** The kernel beside bpmn-engine as it comes, beside our executor on it, and beside itself on a diagram five times as large. */
export const besideEngine: Suite = {
  group: 'quick',
  quick: true,
  async measure({ say }) {
    say('the kernel beside bpmn-engine, about half a minute');
    const small = await kernelRun(12);
    const large = await kernelRun(60);
    const engine = await engineRun(12, 5);
    const [atSmall, atLarge] = alternately(small, large);
    const executor = [await executorRun(12, EXECUTOR_CASES), await executorRun(60, 1)] as const;
    const how =
      'bpmn-engine 25.0.1 as it comes: recover from JSON, resume, signal one task, getState to JSON; the same diagram in the same run';
    return [
      judged(STEP, { ours: atSmall, yardstick: engine, reason: how }, FASTER),
      judged(EXECUTOR, { ours: atSmall, yardstick: executor[0], reason: ON_EXECUTOR }, BESIDE_EXECUTOR),
      judged(EXECUTOR_LARGER, { ours: atLarge, yardstick: executor[1], reason: ON_EXECUTOR }, LARGER_BESIDE_EXECUTOR),
      judged(LARGER, { ours: atLarge, yardstick: atSmall, reason: 'turn about, the best of five each' }, AS_FAST),
      judged(MARKING, { ours: large.bytes(), yardstick: small.bytes(), reason: 'the largest of a whole run' }, AS_SMALL),
    ];
  },
  failed: (reason) => [
    notRun(STEP, FASTER, reason),
    notRun(EXECUTOR, BESIDE_EXECUTOR, reason),
    notRun(EXECUTOR_LARGER, LARGER_BESIDE_EXECUTOR, reason),
    notRun(LARGER, AS_FAST, reason),
    notRun(MARKING, AS_SMALL, reason),
  ],
};

const ON_EXECUTOR =
  'the executor of EXECUTOR=bpmn-engine through its port: the snapshot from its text, one task completed, snapshot and effects to their text; the same diagram and conditions in the same run';

interface KernelRun {
  /** Runs a case from start to end; microseconds per completed task. */
  time(cases: number): number;
  bytes(): number;
}

/** The plan of the bench diagram with our conditions; parsing and compiling happen once, as in the office. */
async function benchPlans(tasks: number): Promise<Plans> {
  const parsed = await parseDiagram(benchDiagram(tasks, 'feel'));
  if (!parsed.ok) throw new Error(parsed.culprit);
  const [process] = parsed.diagram.processes;
  if (!process) throw new Error('no process');
  const ref = definitionRef(process.key, 1);
  const plan = compile(process, ref);
  return { root: ref, get: () => plan, pin: () => undefined };
}

/** A step reads the marking's text and leaves its text and its effects'. */
async function kernelRun(tasks: number): Promise<KernelRun> {
  const plans = await benchPlans(tasks);
  const data = { s1: benchVariables(tasks) };

  function act(text: string | null, stimulus: Stimulus): string {
    const marking = text === null ? null : (JSON.parse(text) as Marking);
    const stepped = step({ plans, marking, data: text === null ? {} : data, stimulus, at: AT });
    if (!stepped.ok) throw new Error(stepped.culprit);
    JSON.stringify(stepped.effects);
    return JSON.stringify(stepped.marking);
  }

  function run(each: (text: string) => void): number {
    let text = act(null, { kind: 'start', at: id('start'), payload: benchVariables(tasks) });
    let steps = 0;
    for (let visit = openVisit(text); visit; visit = openVisit(text)) {
      each(text);
      text = act(text, { kind: 'complete', visit, changes: [] });
      steps += 1;
    }
    return steps;
  }

  return {
    time(cases) {
      let steps = 0;
      const begin = performance.now();
      for (let one = 0; one < cases; one += 1) steps += run(() => undefined);
      return ((performance.now() - begin) * 1000) / steps;
    },
    bytes() {
      let most = 0;
      run((text) => {
        most = Math.max(most, Buffer.byteLength(text));
      });
      return most;
    },
  };
}

/** Finding the one open visit is the driver's own work: a text search, so that it costs next to nothing. */
function openVisit(text: string) {
  const found = /"visit":"(v\d+)","kind":"task"/.exec(text)?.[1];
  return found ? id<'v'>(found) : undefined;
}

/** Turn about, so that the machine's moods fall on both; the best of five after warming up. */
function alternately(small: KernelRun, large: KernelRun): readonly [number, number] {
  small.time(300);
  large.time(60);
  const rounds = Array.from({ length: 5 }, () => [small.time(300), large.time(60)] as const);
  return [Math.min(...rounds.map(([one]) => one)), Math.min(...rounds.map(([, one]) => one))];
}

/** Our executor on bpmn-engine, driven as the kernel is above: microseconds per completed task. The first case warms up. */
async function executorRun(tasks: number, cases: number): Promise<number> {
  const plans = await benchPlans(tasks);
  const executor = bpmnEngineExecutor();
  const data = { s1: benchVariables(tasks) };
  let spent = 0;
  let steps = 0;

  async function act(text: string | null, stimulus: Stimulus): Promise<{ readonly text: string; readonly spent: number }> {
    const begin = performance.now();
    const snapshot = text === null ? null : (JSON.parse(text) as Snapshot);
    const advanced = await executor.advance({ plans, snapshot, data: text === null ? {} : data, stimulus, at: AT });
    if (!advanced.ok) throw new Error(advanced.culprit);
    JSON.stringify(advanced.effects);
    const next = JSON.stringify(advanced.snapshot);
    return { text: next, spent: performance.now() - begin };
  }

  for (let one = 0; one <= cases; one += 1) {
    let { text } = await act(null, { kind: 'start', at: id('start'), payload: benchVariables(tasks) });
    for (let [open] = executor.open(JSON.parse(text) as Snapshot); open?.visit; [open] = executor.open(JSON.parse(text) as Snapshot)) {
      const acted = await act(text, { kind: 'complete', visit: open.visit, changes: [] });
      ({ text } = acted);
      if (one === 0) continue;
      spent += acted.spent;
      steps += 1;
    }
  }
  if (steps !== cases * tasks * 0.75) throw new Error(`the executor took ${steps} steps`);
  return (spent * 1000) / steps;
}

/** bpmn-engine as its documentation has it: microseconds per completed task. */
async function engineRun(tasks: number, cases: number): Promise<number> {
  const source = benchDiagram(tasks, 'bpmn-engine');
  let spent = 0;
  let steps = 0;
  for (let one = 0; one < cases; one += 1) {
    const begun = await engineStart(source, tasks);
    let { text } = begun;
    for (let task: string | undefined = begun.task; task; ) {
      const stepped: EngineStepped = await engineStep(text, task);
      // The first case warms up.
      if (one > 0) {
        spent += stepped.spent;
        steps += 1;
      }
      ({ text, task } = stepped);
    }
  }
  // Every run goes through three of every four tasks; anything else would compare unlike things.
  if (steps !== (cases - 1) * tasks * 0.75) throw new Error(`bpmn-engine took ${steps} steps`);
  return (spent * 1000) / steps;
}

interface EngineState {
  readonly text: string;
  readonly task: string | undefined;
}

interface Waiting {
  readonly id: string;
}

async function engineStart(source: string, tasks: number): Promise<EngineState> {
  const engine = new Engine({ name: 'bench', source, variables: { ...benchVariables(tasks) } });
  const listener = new EventEmitter();
  let task: string | undefined;
  listener.on('activity.wait', (api: Waiting) => {
    task = api.id;
  });
  await engine.execute({ listener });
  const text = JSON.stringify(await engine.getState());
  await engine.stop();
  return { text, task };
}

/** `spent`: milliseconds from the stored text to the next, without putting the engine away. */
interface EngineStepped extends EngineState {
  readonly spent: number;
}

async function engineStep(state: string, task: string): Promise<EngineStepped> {
  const begin = performance.now();
  const engine = new Engine().recover(JSON.parse(state));
  const listener = new EventEmitter();
  let next: string | undefined;
  listener.on('activity.wait', (api: Waiting) => {
    next = api.id;
  });
  const execution = await engine.resume({ listener });
  next = undefined;
  execution.signal({ id: task });
  const text = JSON.stringify(await engine.getState());
  const spent = performance.now() - begin;
  // A finished run cannot be stopped: the promise would never settle.
  if (next) await engine.stop();
  return { text, task: next, spent };
}
