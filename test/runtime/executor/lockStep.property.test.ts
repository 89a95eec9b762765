import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import '../../chance.ts';
import { blocks, draw } from '../kernel/blocks.ts';
import { processesIn } from '../kernel/harness.ts';
import { play } from './lockStep.ts';

/** A campaign asks for more. */
const RUNS = Number(process.env.LOCKSTEP_RUNS ?? 1);

const folder = new URL('../kernel/', import.meta.url);
/** Runs in circles by itself, which takes long on bpmn-engine, and is told in a story. */
const diagrams = readdirSync(folder).filter((file) => file.endsWith('.bpmn') && !file.startsWith('runaway'));

test.each(diagrams.map((file) => [file, new URL(file, folder)] as const))(
  'given %s, whatever happens, then both executors have the same waits, timers, completed steps, flows, values and incidents after each act',
  async (_, file) => {
    const processes = await processesIn(readFileSync(file, 'utf8'));
    for (const process of processes) for (let seed = 1; seed <= RUNS; seed += 1) await play(processes, process.key, seed);
  },
);

test('given the shipped flows, whatever happens, then the same', async () => {
  const read = async (file: string) => processesIn(readFileSync(`processes/${file}.bpmn`, 'utf8'));
  const processes = [...(await read('04-electronic-documents')), ...(await read('06-seal-use'))];
  for (const { key } of processes)
    for (let seed = 1; seed <= RUNS * 2; seed += 1) expect(await play(processes, key, seed)).toBeGreaterThan(1);
});

test('given any block-structured process, whatever happens, then the same', async () => {
  await fc.assert(
    fc.asyncProperty(blocks, fc.nat(), async (block, seed) => {
      await play([draw(block).process], undefined, seed + 1);
    }),
    { numRuns: RUNS * 8 },
  );
});
