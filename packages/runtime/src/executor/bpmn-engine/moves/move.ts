import type { Move, Pass } from '../../../ports/executor.ts';
import { type Refused, refuse } from '../../../words/refusal.ts';
import type { Step } from '../step/step.ts';
import { returnTo } from './return.ts';
import { withdraw } from './withdraw.ts';

/** A move of a person over the diagram; what the engine cannot do is refused by name. */
export function move(step: Step, asked: Move, trail: readonly Pass[]): Refused | undefined {
  if (asked.kind === 'return') return returnTo(step, asked, trail);
  if (asked.kind === 'withdraw') return withdraw(step, asked.visit, trail);
  return refuse('unsupported', asked.kind, { zh: 'bpmn-engine 不能执行这种操作', en: `bpmn-engine does not do ${asked.kind}` });
}
