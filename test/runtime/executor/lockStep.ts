import type { Process } from '../../../packages/runtime/src/diagram/model.ts';
import { bpmnEngineExecutor } from '../../../packages/runtime/src/executor/bpmn-engine/bpmnEngineExecutor.ts';
import { unsupported } from '../../../packages/runtime/src/kernel/unsupported.ts';
import { plansOf } from '../kernel/harness.ts';
import { Pair } from './pair.ts';
import { numbersFrom, someAct } from './randomly.ts';

const ACTS = 9;

/** A case that goes as the numbers say, on both executors: throws where they differ. How many acts were compared. */
export async function play(processes: readonly Process[], root: string | undefined, seed: number): Promise<number> {
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
    // What ran away runs away again, which takes bpmn-engine seconds each time.
    if ([...pair.kernel.incidents.values()].some(({ code }) => code === 'stepBudget')) return done;
  }
  return ACTS;
}
