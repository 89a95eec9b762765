import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import '../../chance.ts';
import { parseDiagram } from '../../../packages/runtime/src/diagram/parse.ts';
import type { Process } from '../../../packages/runtime/src/diagram/model.ts';
import { explore } from '../../../packages/runtime/src/soundness/explore.ts';
import { Judge } from '../../../packages/runtime/src/soundness/judge.ts';
import type { Judgement } from '../../../packages/runtime/src/soundness/judgement.ts';
import { lostNode } from '../../../packages/runtime/src/soundness/lostNode.ts';
import { modelOf } from '../../../packages/runtime/src/soundness/model.ts';
import { takenApart } from '../../../packages/runtime/src/soundness/takenApart.ts';
import { anyProcesses, drawnAny } from './anyProcess.ts';
import { drawnSound, soundBlocks } from './blockProcess.ts';
import { chanceFrom, RandomRuns } from './randomRun.ts';
import { failsBy } from './failsBy.ts';

interface Read {
  readonly process: Process;
  readonly judgement: Judgement;
  /** Names that conditions ask for. */
  readonly names: readonly string[];
}

async function read(xml: string): Promise<Read> {
  const parsed = await parseDiagram(xml);
  const [process] = parsed.ok ? parsed.diagram.processes : [];
  if (!parsed.ok || !process) throw new Error(xml);
  return { process, judgement: new Judge([parsed.diagram]).of(process, parsed.diagram), names: [...new Set(xml.match(/\bn\d+\b/g) ?? [])] };
}

const RUNS = 10;

/** So many times as many cases for a campaign. */
const TIMES = Number(process.env.CAMPAIGN ?? '1');

test('whatever is built of sound blocks is found sound, and no run of it gets stuck', async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(soundBlocks, fc.nat(), async (block, seed) => {
      const { process, judgement, names } = await read(drawnSound(block));
      if (judgement.verdict === 'undecided') return;
      told += 1;
      expect(judgement).toMatchObject({ verdict: 'sound', findings: [] });
      const runs = new RandomRuns(process, names);
      const chance = chanceFrom(seed);
      for (let run = 0; run < RUNS; run += 1) expect(runs.run(chance).how).not.toBe('stuck');
    }),
    { numRuns: 30 * TIMES },
  );
  expect(told).toBeGreaterThan(20);
});

test('of any process: what is called sound never gets stuck, and what is called unsound fails by its own counter-example', async () => {
  const told = { sound: 0, unsound: 0, undecided: 0 };
  await fc.assert(
    fc.asyncProperty(anyProcesses, fc.nat(), async (any, seed) => {
      const { process, judgement, names } = await read(drawnAny(any));
      told[judgement.verdict] += 1;
      if (judgement.verdict === 'sound') {
        const runs = new RandomRuns(process, names);
        const chance = chanceFrom(seed);
        for (let run = 0; run < RUNS; run += 1) expect(runs.run(chance).how).not.toBe('stuck');
      }
      for (const finding of judgement.findings) expect(failsBy(process, finding)).toBe(true);
    }),
    { numRuns: 70 * TIMES },
  );
  expect(told.sound).toBeGreaterThan(5);
  expect(told.unsound).toBeGreaterThan(20);
});

test('leaving orders out changes no verdict', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyProcesses.map(drawnAny), soundBlocks.map(drawnSound)), async (xml) => {
      const { process } = await read(xml);
      const model = modelOf(process, { called: false });
      const every = explore(model, { states: 300, afterFlaw: 300, orders: 'every' });
      const needed = explore(model, { states: 300, afterFlaw: 300, orders: 'needed' });
      if (every.gap || needed.gap) return;
      compared += 1;
      const isFlawed = ({ nodes }: typeof every): boolean => nodes.some(({ flaw }) => flaw);
      expect(isFlawed(needed)).toBe(isFlawed(every));
      // What is shown to be sound block by block is sound.
      const apart = takenApart(model, { states: 300, afterFlaw: 300, orders: 'needed' });
      if (apart) expect([isFlawed(every), lostNode(every)]).toEqual([false, undefined]);
      if (isFlawed(every)) return;
      const places = ({ reached }: typeof every): readonly string[] => [...reached].filter((element) => !element.includes('~')).sort();
      expect(places(needed)).toEqual(places(every));
      expect(needed.nodes.some(({ state }) => state.ended)).toBe(every.nodes.some(({ state }) => state.ended));
    }),
    { numRuns: 30 * TIMES },
  );
  expect(compared).toBeGreaterThan(12);
});
