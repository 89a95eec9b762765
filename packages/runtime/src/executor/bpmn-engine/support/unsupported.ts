import { constructsOf } from '../../../diagram/constructs/all.ts';
import type { Element } from '../../../diagram/model.ts';
import { everyPlan } from '../../../plan/everyPlan.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { Executor, Plans } from '../../../ports/executor.ts';
import { type Refused, refuse } from '../../../words/refusal.ts';
import type { Text } from '../../../words/text.ts';
import { ALSO_NOT_RUN, EVENTS_NOT_RUN, NOT_RUN } from './notRun.ts';
import { twoTokensIn } from './twoTokens.ts';

type Unsupported = ReturnType<Executor['unsupported']>[number];

/** All that these definitions, and what they call, hold and bpmn-engine does not run. Asked at publish, and when a case begins. */
export const unsupported = (plans: Plans): readonly Unsupported[] => everyPlan(plans).flatMap(lackingIn);

/** The refusal of a case of this definition, by the first thing in it that is not run. */
export function notRun(plan: Plan): Refused | undefined {
  const [lacking] = lackingIn(plan);
  return lacking && refuse('unsupported', lacking.element, lacking.reason);
}

const known = new WeakMap<Plan, readonly Unsupported[]>();

/** What of one definition is not run. Worked out once. */
export function lackingIn(plan: Plan): readonly Unsupported[] {
  const lacking = known.get(plan) ?? [
    ...plan.process.elements.flatMap((element) => lackingOf(plan, element)),
    ...twoTokensIn(plan).map((element) => named(element, 'twoTokens', ALSO_NOT_RUN.twoTokens)),
  ];
  known.set(plan, lacking);
  return lacking;
}

function lackingOf(plan: Plan, element: Element): readonly Unsupported[] {
  const constructs = constructsOf(element);
  const found = constructs.flatMap((construct) => {
    const reason = NOT_RUN[construct];
    return reason ? [named(element.id, construct, reason)] : [];
  });
  const kinds = [...element.triggers.map(({ kind }) => kind), ...(element.parallelMultiple ? ['parallelMultiple'] : [])];
  const event = kinds.map((kind) => EVENTS_NOT_RUN[kind]).find((reason) => reason !== undefined);
  const [place = element.type] = constructs;
  if (event) found.push(named(element.id, place, event));
  if (element.compensatedBy && !element.forCompensation && NOT_RUN.compensationHandler) {
    found.push(named(element.id, 'compensationHandler', NOT_RUN.compensationHandler));
  }
  if (element.owns ?? element.input ?? element.output) found.push(named(element.id, 'ownData', ALSO_NOT_RUN.ownData));
  if (element.many && element.call) found.push(named(element.id, 'manyCalls', ALSO_NOT_RUN.manyCalls));
  const container = element.type === 'subProcess' && !element.eventSubProcess;
  if (container && plan.entries(element.id).length === 0) found.push(named(element.id, 'noEntry', ALSO_NOT_RUN.noEntry));
  return found;
}

const named = (element: Unsupported['element'], construct: string, reason: Required<Text>): Unsupported => ({ element, construct, reason });
