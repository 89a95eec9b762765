import type { Plans } from '../../../../packages/runtime/dist/kernel/stimulus.js';
import { judged, notRun, type About, type Goal } from '../../report/figure.ts';
import type { Suite } from '../../suite.ts';
import { benchDiagram, benchVariables } from '../benchDiagram.ts';
import { bareStep, type BareMarking } from './bareInterpreter.ts';
import { AT, begun, completed, plansOf, type CaseInMemory } from './caseInMemory.ts';

const BARE: About = { figure: 'kernel step beside a bare interpreter of the same diagram', group: 'quick', unit: 'µs' };
const GOAL: Goal = { kind: 'timesAtMost', times: 4 };

/** Many short rounds: on a machine that does other things, too, some of them are left alone. */
const ROUNDS = 1000;
const CASES = 30;
/** So many rounds until both are compiled. */
const WARMING = 100;

/** What being a full kernel costs: the same diagram, the same FEEL, in memory, on an interpreter of forty lines. */
export const besideBare: Suite = {
  group: 'quick',
  quick: true,
  async measure({ say }) {
    say('the kernel beside a bare interpreter, some seconds');
    const plans = await plansOf(benchDiagram(12, 'feel'));
    let [ours, bare] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let round = 0; round < ROUNDS; round += 1) {
      const took = [timed(CASES, () => kernelRun(plans)), timed(CASES, () => bareRun(plans))] as const;
      if (round >= WARMING) [ours, bare] = [Math.min(ours, took[0]), Math.min(bare, took[1])];
    }
    return [
      judged(
        BARE,
        {
          ours,
          yardstick: bare,
          reason: 'whole cases of the 12-task diagram in memory, without JSON; turn about, the best of nine hundred',
        },
        GOAL,
      ),
    ];
  },
  failed: (reason) => [notRun(BARE, GOAL, reason)],
};

/** Microseconds per step. */
function timed(cases: number, run: () => number): number {
  let steps = 0;
  const begin = performance.now();
  for (let one = 0; one < cases; one += 1) steps += run();
  return ((performance.now() - begin) * 1000) / steps;
}

function kernelRun(plans: Plans): number {
  let now: CaseInMemory = begun(plans, benchVariables(12));
  let steps = 1;
  // One task is open at a time, so finding it costs nothing on either side.
  for (let visit = now.marking.tokens[0]?.visit; visit; visit = now.marking.tokens[0]?.visit) {
    now = completed(plans, now, visit);
    steps += 1;
  }
  return steps;
}

function bareRun(plans: Plans): number {
  const plan = plans.get(plans.root);
  if (!plan) throw new Error('no plan');
  const data = benchVariables(12);
  let marking: BareMarking | null = null;
  let complete: number | null = null;
  let steps = 0;
  do {
    ({ marking } = bareStep(plan, { marking, data, complete, at: AT }));
    complete = marking.tokens[0]?.visit ?? null;
    steps += 1;
  } while (complete !== null);
  return steps;
}
