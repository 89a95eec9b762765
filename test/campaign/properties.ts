import * as fc from 'fast-check';
import { checkDiagram } from '../../packages/runtime/src/diagram/check.ts';
import { Judge } from '../../packages/runtime/src/soundness/judge.ts';
import type { Judgement, JudgedFinding } from '../../packages/runtime/src/soundness/judgement.ts';
import { unsupported } from '../../packages/runtime/src/kernel/unsupported.ts';
import { play } from '../runtime/executor/lockStep.ts';
import { chanceFrom } from '../runtime/soundness/randomRun.ts';
import { failsBy } from '../runtime/soundness/failsBy.ts';
import { anyDiagrams, drawnAny } from './anyDiagram.ts';
import { drawnSound } from './drawnSound.ts';
import { forBoth } from './forBoth.ts';
import { Broken, type Chance, Going, type Read, read } from './going.ts';
import { soundPieces } from './soundPiece.ts';
import { slips, spoilt } from './spoilt.ts';

/** How much is asked of each generated diagram. */
export interface Effort {
  /** Random runs of what is called sound in which everything is checked after each step. */
  readonly runs: number;
  /** Random runs of it in which only whether it gets stuck is looked at. */
  readonly quick: number;
}

/** What was found out about the diagrams, so that a property that looks at nothing is seen. */
export type Counts = Map<string, number>;

const count = (counts: Counts, what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);

export interface Checking {
  readonly effort: Effort;
  readonly counts: Counts;
}

/** A property of generated diagrams, each with the seed of its random runs. */
export type Checked = (given: Checking) => fc.IAsyncProperty<[string, number]>;

/** What is built of sound blocks is found sound, every run of it ends, and every run can still end after whatever move is legal. */
export const soundOnes: Checked = ({ effort, counts }) =>
  fc.asyncProperty(soundPieces.map(drawnSound), fc.nat(), async (xml, seed) => {
    const drawing = await readable(xml);
    const judgement = judged(drawing);
    count(counts, judgement.verdict);
    if (judgement.verdict === 'unsound')
      broken(drawing, `called unsound: ${judgement.findings.map(({ message }) => message.en).join('; ')}`);
    const chance = chanceFrom(seed);
    for (let run = 0; run < effort.runs; run += 1) {
      const going = new Going(drawing, chance);
      randomly(going, counts);
      if (going.story.ended === undefined && !going.toTheEnd()) going.broken('does not end');
    }
    if (judgement.verdict === 'sound') oftenNeverStuck(drawing, { chance, times: effort.quick });
    movedAndEnded(drawing, { chance, counts });
  });

/** Drawn by somebody who knows nothing, or by somebody who slipped. */
const anything = fc.oneof(
  { weight: 2, arbitrary: anyDiagrams.map(drawnAny) },
  { weight: 3, arbitrary: fc.tuple(soundPieces, slips).map(([piece, made]) => spoilt(drawnSound(piece), made)) },
);

/** Of any diagram: what is called sound never gets stuck; what is called unsound fails by its own counter-example. */
export const anyOnes: Checked = ({ effort, counts }) =>
  fc.asyncProperty(anything, fc.nat(), async (xml, seed) => {
    const drawing = await read(xml);
    if (!drawing || !isRunnable(drawing)) return count(counts, 'refused by the rules');
    const judgement = judged(drawing);
    count(counts, judgement.verdict);
    for (const finding of judgement.findings)
      if (!failsBy(drawing.process, finding)) broken(drawing, `its run does not show ${shortly(finding)}`);
    const chance = chanceFrom(seed);
    const isSound = judgement.verdict === 'sound';
    for (let run = 0; run < (isSound ? effort.runs : 1); run += 1) {
      const going = new Going(drawing, chance);
      randomly(going, counts);
      if (isSound) neverStuck(going);
    }
    if (!isSound) return;
    oftenNeverStuck(drawing, { chance, times: effort.quick });
    movedAndEnded(drawing, { chance, counts });
  });

/** On bpmn-engine, wherever it says that it runs a diagram, a case has the same waits, completed steps and status after each stimulus. */
export const onBoth: Checked = ({ counts }) =>
  fc.asyncProperty(fc.oneof({ weight: 9, arbitrary: forBoth }, { weight: 1, arbitrary: anything }), fc.nat(), async (xml, seed) => {
    const drawing = await read(xml);
    if (!drawing || !isRunnable(drawing)) return count(counts, 'refused by the rules');
    const compared = await play(drawing.diagram.processes, drawing.process.key, seed + 1).catch((error: unknown) =>
      broken(drawing, `seed ${seed + 1}: ${String(error)}`),
    );
    count(counts, compared > 1 ? 'compared' : 'not run by bpmn-engine');
  });

export const PROPERTIES: { readonly [name: string]: Checked } = { sound: soundOnes, any: anyOnes, engine: onBoth };

/** Rules about what an office wants of a diagram; without them it runs all the same. */
const OF_THE_OFFICE: ReadonlySet<string> = new Set(['nobodyAssigned', 'unknownName', 'neverFilled']);

const isRunnable = ({ diagram, plans }: Read): boolean =>
  checkDiagram(diagram).every(({ severity, rule }) => severity !== 'error' || OF_THE_OFFICE.has(rule)) && unsupported(plans).length === 0;

async function readable(xml: string): Promise<Read> {
  const found = await read(xml);
  if (!found) throw new Error(`cannot be read:\n${xml}`);
  if (!isRunnable(found)) {
    const errors = checkDiagram(found.diagram).filter(({ severity, rule }) => severity === 'error' && !OF_THE_OFFICE.has(rule));
    broken(found, `refused by the rules: ${errors.map(({ rule }) => rule).join()}`);
  }
  return found;
}

const judged = ({ diagram, process }: Read): Judgement => new Judge([diagram]).of(process, diagram);

function broken(drawing: Read, what: string): never {
  throw new Broken(what, { read: drawing, stimuli: [] });
}

const shortly = ({ property, elements, run }: JudgedFinding): string =>
  `${property} at ${elements.join()}: ${run.map(({ what, element }) => `${what} ${element}`).join(', ')}`;

/** So many acts, each checked. */
const ACTS = 25;

function randomly(going: Going, counts: Counts): void {
  for (let acts = 0; acts < ACTS && going.anything(); acts += 1) {
    if (!going.over && going.chance() < 0.1) {
      going.mustMigrateToItself();
      count(counts, 'migrated');
    }
  }
  going.mustReplay();
}

function oftenNeverStuck(drawing: Read, { chance, times }: { readonly chance: Chance; readonly times: number }): void {
  for (let run = 0; run < times; run += 1) neverStuck(new Going(drawing, chance, { quick: true }));
}

function neverStuck(going: Going): void {
  for (let acts = 0; acts < ACTS && going.anything(); acts += 1);
  if (going.story.now.incidents.length > 0) going.broken('called sound and stands still');
  if (going.story.ended === undefined && going.possible.length === 0) going.broken('called sound and gets stuck');
}

/** Legal moves between what happens: a run that could end can still end. */
function movedAndEnded(drawing: Read, { chance, counts }: { readonly chance: Chance; readonly counts: Counts }): void {
  const going = new Going(drawing, chance);
  for (let acts = 0; acts < ACTS && !going.over; acts += 1) {
    const move = chance() < 0.3 ? going.move() : undefined;
    if (move) count(counts, move);
    else if (!going.anything()) break;
  }
  if (going.story.now.incidents.length > 0) going.broken('stands still after moves');
  if (going.story.ended === undefined && !endsSomehow(going)) going.broken('does not end after moves');
}

/** In one of some runs on from here. */
function endsSomehow(going: Going): boolean {
  const tries = Array.from({ length: 10 }, () => going.fork());
  return going.fork().toTheEnd() || tries.some((other) => endedAnyhow(other));
}

function endedAnyhow(going: Going): boolean {
  for (let acts = 0; acts < 150 && going.anything(); acts += 1);
  return going.story.ended !== undefined;
}
