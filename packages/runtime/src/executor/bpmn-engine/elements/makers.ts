import type { Element } from '../../../diagram/model.ts';
import type { Plan } from '../../../plan/plan.ts';
import { engineId } from '../engine/names.ts';
import { Border } from './border.ts';
import { held } from './held.ts';
import { join } from './join.ts';
import { Many } from './many.ts';
import { type Behaviour, native } from './native.ts';

/** What makes an element in the engine, and what it is told there. */
export interface Making {
  readonly type: string;
  readonly Behaviour: unknown;
  readonly behaviour: Behaviour;
}

/** The engine's own process. */
export const PROCESS = native.Process;

/** Which part of the engine an element becomes: its own where they do what the standard says, ours where they do not. */
export function makerOf(plan: Plan, element: Element): Making {
  const type = `bpmn:${element.type.slice(0, 1).toUpperCase()}${element.type.slice(1)}`;
  return { type, Behaviour: partFor(plan, element), behaviour: behaviourOf(plan, element) };
}

/** What the engine would pass by itself is held as well: else it would run down one branch to its end before another begins. */
function partFor(plan: Plan, element: Element): unknown {
  switch (element.type) {
    case 'parallelGateway':
    case 'inclusiveGateway':
      return plan.incoming(element.id).length > 1 ? join : held;
    case 'subProcess':
      return native.SubProcess;
    case 'boundaryEvent':
      return native.BoundaryEvent;
    default:
      return held;
  }
}

function behaviourOf(plan: Plan, element: Element): Behaviour {
  return {
    ...(element.attachedTo ? { attachedTo: { id: engineId(plan.ref, element.attachedTo) } } : {}),
    ...(element.type === 'boundaryEvent'
      ? { cancelActivity: element.interrupting !== false, eventDefinitions: [{ type: 'bpmn:EventDefinition', Behaviour: Border }] }
      : {}),
    ...(element.eventSubProcess ? { triggeredByEvent: true } : {}),
    ...(element.many ? { loopCharacteristics: { Behaviour: Many } } : {}),
  };
}
