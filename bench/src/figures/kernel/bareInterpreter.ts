import type { Plan } from '../../../../packages/runtime/dist/plan/plan.js';
import { evaluateCondition } from '../../../../packages/runtime/dist/diagram/feel/condition.js';
import type { ElementId, Instant } from '../../../../packages/runtime/dist/words/ids.js';
import type { Data } from '../../../../packages/runtime/dist/words/json.js';

/** Where a case of the bare interpreter stands. */
export interface BareMarking {
  readonly next: number;
  readonly tokens: readonly { readonly visit: number; readonly element: ElementId }[];
}

export interface BareEffect {
  readonly kind: 'taskOpened' | 'taskClosed' | 'took' | 'ended';
  readonly element: string;
}

/**
 * The yardstick of a step: tokens, tasks, exclusive gateways, ends, and nothing else – no scopes, events, joins, trail, incidents, moves.
 * Pure as the kernel is, over the same plan and with the same FEEL, so that what is compared is what being a full kernel costs.
 */
export function bareStep(
  plan: Plan,
  { marking, data, complete, at }: { marking: BareMarking | null; data: Data; complete: number | null; at: Instant },
): { readonly marking: BareMarking; readonly effects: readonly BareEffect[] } {
  const effects: BareEffect[] = [];
  let next = marking?.next ?? 1;
  const done = marking?.tokens.find(({ visit }) => visit === complete);
  const tokens = marking ? marking.tokens.filter((token) => token !== done) : [];
  const queue: ElementId[] = [];
  const leave = (element: ElementId): void => {
    const flows = plan.outgoing(element);
    const choosing = plan.element(element)?.type === 'exclusiveGateway' && flows.length > 1;
    const held = flows.find(({ condition }) => condition && evaluateCondition(condition, data, at).value === true);
    const fallBack = flows.find(({ id }) => id === plan.element(element)?.defaultFlow);
    for (const flow of choosing ? [held ?? fallBack].filter((one) => one !== undefined) : flows) {
      effects.push({ kind: 'took', element: flow.id });
      queue.push(flow.to);
    }
  };
  if (done) effects.push({ kind: 'taskClosed', element: done.element });
  if (done) leave(done.element);
  else for (const entry of plan.entries(null)) leave(entry.id);
  for (let element = queue.shift(); element; element = queue.shift()) {
    const type = plan.element(element)?.type;
    if (type !== 'userTask') {
      leave(element);
      continue;
    }
    tokens.push({ visit: next, element });
    next += 1;
    effects.push({ kind: 'taskOpened', element });
  }
  if (tokens.length === 0) effects.push({ kind: 'ended', element: plan.process.key });
  return { marking: { next, tokens }, effects };
}
