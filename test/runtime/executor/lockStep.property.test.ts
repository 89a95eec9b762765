import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Process } from '../../../packages/runtime/src/diagram/model.ts';
import { bpmnEngineExecutor } from '../../../packages/runtime/src/executor/bpmn-engine/bpmnEngineExecutor.ts';
import { unsupported } from '../../../packages/runtime/src/kernel/unsupported.ts';
import { blocks, draw } from '../kernel/blocks.ts';
import { plansOf, processesIn } from '../kernel/harness.ts';
import { Pair } from './pair.ts';
import { numbersFrom, someAct } from './randomly.ts';

const ACTS = 9;
/** A campaign asks for more. */
const RUNS = Number(process.env.LOCKSTEP_RUNS ?? 1);

/** A case that goes as the numbers say, on both executors: throws where they differ. How many acts were compared. */
async function play(processes: readonly Process[], root: string | undefined, seed: number): Promise<number> {
  const plans = plansOf(processes, root);
  const main = plans.get(plans.root);
  if (!main || unsupported(plans).length > 0 || bpmnEngineExecutor().unsupported(plans).length > 0) return 0;
  const all = processes.flatMap((process) => plans.get(plans.pin(process.key) ?? plans.root) ?? []);
  const starts = main.process.elements.filter((one) => one.parent === null && (one.type === 'startEvent' || one.instantiate === true));
  const next = numbersFrom(seed);
  const first = starts[next(Math.max(starts.length, 1))] ?? main.entries(null)[0];
  const pair = new Pair(plans);
  if (await pair.act({ kind: 'start', at: first?.id ?? '', payload: { items: ['a', 'b'], x: true } })) return 0;
  for (let done = 1; done < ACTS; done += 1) {
    const act = someAct(pair, all, next);
    // A second token where one stands: bpmn-engine says so, and the two part here.
    if (!act || (await pair.act(act))?.code === 'unsupported') return done;
  }
  return ACTS;
}

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
