import type { Wait } from '../../../ports/executor.ts';
import type { VisitId } from '../../../words/ids.ts';
import type { Data } from '../../../words/json.ts';
import type { Visit } from '../body.ts';
import { tell } from '../step/places.ts';
import { takeFlow } from '../step/put.ts';
import { change, elementOf, planOf, type Step } from '../step/step.ts';
import { crossBoundary } from './boundary.ts';
import { startEventSubProcess } from './eventSubProcess.ts';
import { takeIn } from './message.ts';
import { rearm } from './timer.ts';

/** What came: for which wait, what it carries, and who threw it within the case. */
export interface Occurrence {
  readonly wait: Wait;
  readonly payload: Data;
  readonly cause: VisitId | null;
}

/** What a wait waited for has come: to an event sub-process, to a border, to the event itself or to a gateway before it. */
export function occur(step: Step, { wait, payload, cause }: Occurrence): void {
  const event = elementOf(step, wait.scope, wait.element);
  if (wait.visit === null) {
    used(step, wait, event.interrupting !== false);
    return startEventSubProcess(step, { scope: wait.scope, start: event, payload, cause });
  }
  const visit = step.visits.get(wait.visit);
  if (!visit) return;
  if (event.type === 'boundaryEvent') {
    used(step, wait, event.interrupting !== false);
    crossBoundary(step, { host: visit, event, payload, cause });
  } else if (visit.element === wait.element) caught(step, visit, { wait, payload, cause });
  else chosen(step, visit, { wait, payload, cause });
}

/** Where nothing is interrupted, cycles go on and messages and signals are still waited for. */
function used(step: Step, wait: Wait, interrupting: boolean): void {
  const stays = !interrupting && (wait.kind === 'timer' ? rearm(step, wait) : true);
  if (!stays) step.waits.delete(wait.id);
}

/** A cycle sends a token on each time and stays until it is through. */
function caught(step: Step, visit: Visit, { wait, payload, cause }: Occurrence): void {
  const element = elementOf(step, visit.scope, visit.element);
  takeIn(step, { element, scope: visit.scope }, payload);
  if (wait.kind === 'timer' && rearm(step, wait)) {
    for (const flow of planOf(step, visit.scope).outgoing(element.id)) {
      takeFlow(step, { scope: visit.scope, flow: flow.id }, { parents: [visit.visit], side: visit.side, counts: true });
    }
    return;
  }
  step.waits.delete(wait.id);
  const came = cause && element.type !== 'receiveTask' ? change(step, visit, { from: [...visit.from, cause] }) : visit;
  tell(step, came, { released: true });
}

/** One of the events behind a gateway has come: the token goes to that event and straight on from it. */
function chosen(step: Step, visit: Visit, { wait, payload, cause }: Occurrence): void {
  const plan = planOf(step, visit.scope);
  step.waits.delete(wait.id);
  const flow = plan.outgoing(visit.element).find((one) => one.to === wait.element);
  if (!flow) return;
  takeIn(step, { element: elementOf(step, visit.scope, wait.element), scope: visit.scope }, payload);
  step.chosen.set(visit.visit, { flow: flow.id, cause });
  tell(step, visit, { released: true });
}
