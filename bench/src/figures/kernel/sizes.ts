import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parseDiagram } from '../../../../packages/runtime/dist/diagram/parse.js';
import { compile } from '../../../../packages/runtime/dist/plan/compile.js';
import { definitionRef } from '../../../../packages/runtime/dist/words/ids.js';
import { judged, notRun, type About, type Goal } from '../../report/figure.ts';
import type { Suite } from '../../suite.ts';
import { benchDiagram, benchVariables } from '../benchDiagram.ts';
import { begun, completed, openVisits, plansOf, type CaseInMemory } from './caseInMemory.ts';

const WAITING: About = { figure: '10,000 waiting cases as markings in memory, each', group: 'quick', unit: 'bytes' };
const SIXTY: About = { figure: 'a 60-task diagram from XML to a plan', group: 'quick', unit: 'ms' };
const LARGE: About = { figure: 'a diagram of 3,000 elements from XML to a plan', group: 'quick', unit: 'ms' };
const FOUR_KB: Goal = { kind: 'below', value: 4096 };
const TWENTY: Goal = { kind: 'below', value: 20 };
const SECOND: Goal = { kind: 'below', value: 1000 };

const CASES = 10_000;
/** Of the bench diagram: its elements come to the 3,000 that a file may hold, less four. */
const LARGEST = 1996;

/** What cases weigh that wait, and what it takes to make a diagram ready. */
export const sizes: Suite = {
  group: 'quick',
  quick: true,
  async measure({ say }) {
    say('ten thousand waiting cases, and compiling, some seconds');
    const bytes = await weighed();
    const [sixty, large] = [await compiled(60), await compiled(LARGEST)];
    return [
      judged(
        WAITING,
        { ours: bytes, reason: 'heap in use with them less without them, after collecting garbage; each three steps on, with its data' },
        FOUR_KB,
      ),
      judged(
        SIXTY,
        {
          ours: sixty.ms,
          yardstick: sixty.parsing,
          reason: `${sixty.elements} elements, ${sixty.flows} flows; the best of five; beside it reading the file alone`,
        },
        TWENTY,
      ),
      judged(
        LARGE,
        {
          ours: large.ms,
          yardstick: large.parsing,
          reason: `${large.elements} elements, ${large.flows} flows, in one row; the best of five; beside it reading the file alone`,
        },
        SECOND,
      ),
    ];
  },
  failed: (reason) => [notRun(WAITING, FOUR_KB, reason), notRun(SIXTY, TWENTY, reason), notRun(LARGE, SECOND, reason)],
};

async function weighed(): Promise<number> {
  const plans = await plansOf(benchDiagram(60, 'feel'));
  const waiting = (): CaseInMemory => {
    let now = begun(plans, benchVariables(60));
    for (let step = 0; step < 3; step += 1) {
      const [visit] = openVisits(now);
      if (visit) now = completed(plans, now, visit);
    }
    // As it comes from the store: only what is in it, nothing that it shares with the step it came from.
    return JSON.parse(JSON.stringify({ marking: now.marking, data: now.data })) as CaseInMemory;
  };
  waiting();
  const before = inUse();
  const cases = Array.from({ length: CASES }, waiting);
  const after = inUse();
  if (cases.some((one) => openVisits(one).length !== 1)) throw new Error('a case does not wait');
  return (after - before) / CASES;
}

/** Bytes of the heap that are in use; the collector is asked for by name, so that no flag is needed at the start. */
function inUse(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

interface Compiled {
  readonly ms: number;
  readonly parsing: number;
  readonly elements: number;
  readonly flows: number;
}

async function compiled(tasks: number): Promise<Compiled> {
  const xml = benchDiagram(tasks, 'feel');
  let [least, parsing, elements, flows] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  for (let round = 0; round < 5; round += 1) {
    const begin = performance.now();
    const parsed = await parseDiagram(xml);
    const read = performance.now();
    if (!parsed.ok) throw new Error(`${parsed.culprit}: ${parsed.expected.en}`);
    for (const process of parsed.diagram.processes) {
      compile(process, definitionRef(process.key, 1));
      [elements, flows] = [process.elements.length, process.flows.length];
    }
    least = Math.min(least, performance.now() - begin);
    parsing = Math.min(parsing, read - begin);
  }
  return { ms: least, parsing, elements, flows };
}
