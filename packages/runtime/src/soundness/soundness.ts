import type { Diagram, Process } from '../diagram/model.ts';
import type { Text } from '../words/text.ts';
import { Allowance } from './allowance.ts';
import { type Bounds, type Explored, type Gap, type Node, explore, flawKey } from './explore.ts';
import type { Flaw } from './flaw.ts';
import { flawWords } from './flawWords.ts';
import { leftOut } from './leftOut.ts';
import { lostNode } from './lostNode.ts';
import { mayWaitForever } from './mayWaitForever.ts';
import { type ErrorsOf, type Model, modelOf } from './model.ts';
import { neverReached } from './neverReached.ts';
import { placeName } from '../diagram/rules/placeName.ts';
import { playOf } from './playOf.ts';
import type { Problem } from './problem.ts';
import { takenApart } from './takenApart.ts';
import { supposes } from './supposes.ts';

/** What the exploration of a process has come to. */
export interface Soundness {
  /** Sound: every run can come to its end. Not decided: it could not be told, with the reason among the problems. */
  readonly verdict: 'sound' | 'unsound' | 'notDecided';
  /** How many states were looked at. */
  readonly states: number;
  readonly problems: readonly Problem[];
}

const BOUNDS: Bounds = { states: 20_000, work: 1_500_000, afterFlaw: 300, orders: 'needed' };

/** So many states are skimmed for something wrong before everything is tried. */
const SKIMMED = 600;
const AFTER_SKIMMED = 100;

/** What skimming, and each block, may cost. */
const LESS_WORK = 500_000;

/** So many states of a block that is decided alone. */
const APART = 3_000;

/** Whether every run of a process can come to its end, by the kernel's own steps over all choices. */
export function soundnessOf(process: Process, diagram: Diagram, limits: Partial<Bounds> = {}): Soundness {
  const allowance = limits.allowance ?? new Allowance().forProcess();
  const bounds: Bounds = { ...BOUNDS, ...limits, allowance };
  const model = modelOf(process, { errorsOf: errorsIn(diagram, bounds, new Map()) });
  const { explored, certain, supposed } = examined(model, bounds);
  const flaws = (certain.length > 0 ? certain : supposed).map(({ node, flaw }) => told(model, node, flaw));
  const warnings = mayWaitForever({ process, diagram, allowance }, explored.reached);
  if (certain.length > 0) return { verdict: 'unsound', states: explored.nodes.length, problems: [...flaws, ...warnings] };
  const undecided = flaws.map((problem): Problem => ({ ...problem, severity: 'warning', message: ifSupposed(problem.message) }));
  if (explored.gap) undecided.push(notDecided(process, explored.gap));
  const verdict = undecided.length > 0 ? 'notDecided' : 'sound';
  const dead = verdict === 'sound' ? neverReached(process, explored) : [];
  return { verdict, states: explored.nodes.length, problems: [...undecided, ...dead, ...warnings] };
}

/** What the exploration of a process has found. */
export interface Examined {
  readonly explored: Explored;
  /** What is wrong for certain, nearest first. */
  readonly certain: readonly Flawed[];
  /** What would be wrong should conditions come out in a way of which it is not known that they can. */
  readonly supposed: readonly Flawed[];
}

/** Explores a process and looks for the shortest runs to what is wrong. */
export function examined(model: Model, limits: Partial<Bounds> = {}): Examined {
  const bounds: Bounds = { ...BOUNDS, ...limits };
  const explored = searched(model, bounds);
  const found = explored.whole ? flawedNodes(model, explored) : shortest(model, flawedNodes(model, explored), bounds);
  const flawed = found.toSorted((one, other) => one.node.depth - other.node.depth);
  const isSupposed = new Map(flawed.map((one) => [one, supposes(model, one.node)]));
  return {
    explored,
    certain: flawed.filter((one) => !isSupposed.get(one)),
    supposed: flawed.filter((one) => isSupposed.get(one)),
  };
}

/** What is wrong is mostly found in one order of many, with its run; only where it is not, all that are needed are tried. */
function searched(model: Model, bounds: Bounds): Explored {
  const afterFlaw = Math.min(bounds.afterFlaw, AFTER_SKIMMED);
  const work = Math.min(bounds.work ?? LESS_WORK, LESS_WORK);
  const skim = explore(model, { ...bounds, states: Math.min(bounds.states, SKIMMED), work, afterFlaw, orders: 'one' });
  const proved = !skim.skimmed && (!skim.gap || bounds.states <= SKIMMED);
  // An end that is reached twice mostly follows from something else, which other orders show.
  const found = skim.nodes.some((node) => node.flaw && node.flaw.kind !== 'endTwice' && !supposes(model, node));
  if (proved || found) return skim;
  const apart = skim.gap?.why === 'notRun' ? undefined : takenApart(model, { ...bounds, work, states: Math.min(bounds.states, APART) });
  return apart ?? explore(model, bounds);
}

/** The errors in which processes of the same file can end; not known where their own runs could not all be told. */
function errorsIn(diagram: Diagram, bounds: Bounds, known: Map<string, ReadonlySet<string> | undefined>): ErrorsOf {
  return (key) => {
    if (known.has(key)) return known.get(key);
    // Whoever calls itself is not gone into again.
    known.set(key, undefined);
    const called = diagram.processes.find((process) => process.key === key && process.executable);
    if (!called) return undefined;
    const model = modelOf(called, { errorsOf: errorsIn(diagram, bounds, known) });
    const explored = searched(model, bounds);
    const told = !explored.gap && !explored.skimmed && model.free.size === 0 && !explored.nodes.some(({ flaw }) => flaw);
    known.set(key, told ? explored.thrown : undefined);
    return known.get(key);
  };
}

export interface Flawed {
  readonly node: Node;
  readonly flaw: Flaw;
}

/** The nearest of each kind at each place. */
function flawedNodes(model: Model, explored: Explored): readonly Flawed[] {
  const found = new Map<string, Flawed>();
  for (const node of explored.nodes) {
    const { flaw } = node;
    if (flaw && !found.has(flawKey(flaw))) found.set(flawKey(flaw), { node, flaw });
  }
  // Where branches are not joined, that the end is reached twice follows from it.
  const first = [...found.values()].some(({ flaw }) => flaw.kind !== 'endTwice');
  for (const [key, { flaw }] of first ? found : []) if (flaw.kind === 'endTwice') found.delete(key);
  const lost = explored.gap || explored.skimmed ? undefined : lostNode(explored);
  if (lost) found.set('neverEnds', { node: lost, flaw: neverEnding(model, lost) });
  return [...found.values()];
}

/** A run that was found without trying every order may take steps that it need not: the shortest is looked for once more, within bounds. */
function shortest(model: Model, found: readonly Flawed[], bounds: Bounds): readonly Flawed[] {
  const sought = found.filter(({ flaw }) => flaw.kind !== 'neverEnds');
  if (sought.length === 0) return found;
  const states = Math.min(bounds.states, SHORTEST);
  const until = new Set(sought.map(({ flaw }) => flawKey(flaw)));
  const depth = Math.max(...sought.map(({ node }) => node.depth)) - 1;
  const { allowance } = bounds;
  const every = flawedNodes(
    model,
    explore(model, { states, work: LESS_WORK, afterFlaw: states, orders: 'every', until, depth, ...(allowance ? { allowance } : {}) }),
  );
  return found.map((one) => {
    const { node, flaw } = one;
    const shorter = every.find((other) => flawKey(other.flaw) === flawKey(flaw));
    return shorter ?? (node.flaw ? { node: leftOut(model, node, allowance), flaw } : one);
  });
}

/** States that are looked at for a shorter run. */
const SHORTEST = 1_000;

function neverEnding({ pauses }: Model, { state, act }: Node): Flaw {
  const stuck = [
    ...new Set([
      ...state.marking.tokens.map(({ element }) => pauses.get(element) ?? element),
      ...state.marking.arrivals.map(({ join }) => join),
    ]),
  ];
  return { kind: 'neverEnds', element: stuck[0] ?? act.element, stuck };
}

/** A flaw as the studio shows it, with its run. */
export function told(model: Model, node: Node, flaw: Flaw): Problem {
  const { process } = model;
  return {
    rule: flaw.kind,
    severity: flaw.kind === 'endTwice' ? 'warning' : 'error',
    process: process.key,
    element: flaw.element,
    message: flawWords(model, flaw, node),
    play: playOf(model, node, flaw.stuck),
  };
}

/** Where a finding rests on what may never be. */
export const ifSupposed = ({ zh, en }: Text): Text => ({
  zh: `有的分支条件太复杂，不能断定是否都能办完；如果条件真的那样成立：${zh}`,
  en: `Some conditions are too involved to tell whether every case can be finished; should they hold like this: ${en ?? zh}`,
});

function notDecided(process: Process, gap: Gap): Problem {
  return notTold(process, gap.why === 'tooManyChoices' ? gap.element : process.key, gapWords(process, gap));
}

const notTold = (process: Process, element: string, { zh, en = zh }: Text): Problem => ({
  rule: 'notDecided',
  severity: 'warning',
  process: process.key,
  element,
  message: { zh: `不能断定办件是否都能办完：${zh}`, en: `Whether every case can be finished was not decided: ${en}` },
});

/** Why it could not be told, in words. */
export function gapWords(process: Process, gap: Gap): Text {
  switch (gap.why) {
    case 'tooManyStates':
      return {
        zh: `可能的走法超过 ${gap.states} 种，没有全部试完`,
        en: `there are more than ${gap.states} states, and not all were tried`,
      };
    case 'tooMuchWork':
      return {
        zh: `可能的走法太多，试了 ${gap.states} 种以后没有再试`,
        en: `it has too many states at too great a cost; ${gap.states} were tried`,
      };
    case 'tooManyChoices': {
      const { zh, en } = placeName(process, gap.element);
      return { zh: `${zh}可选的组合太多`, en: `${en} has too many combinations to choose from` };
    }
    case 'notRun':
      return gap.refused.expected;
  }
}
