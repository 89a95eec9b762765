import { evaluateCondition } from '../../../diagram/feel/condition.ts';
import type { Flow } from '../../../diagram/model.ts';
import type { IncidentCode } from '../../../ports/executor.ts';
import type { Data, Json } from '../../../words/json.ts';
import type { Visit } from '../body.ts';
import type { Message, Outbound } from '../elements/native.ts';
import { engineId, linkFlow } from '../engine/names.ts';
import { visible } from './data.ts';
import { raise } from './incident.ts';
import { visitBy } from './places.ts';
import { change, elementOf, later, planOf, type Step } from './step.ts';

/** Which flows a visit goes on over, or why that cannot be told. */
type Ways =
  | { readonly ok: true; readonly flows: readonly string[] }
  | { readonly ok: false; readonly code: IncidentCode; readonly detail: Json };

const NO_WAY_ON: Ways = { ok: false, code: 'noWayOn', detail: null };

/** Answers the engine's question over which flows to go on. Without an answer the activity stays where it is, and asks again in each step. */
export function askWays(step: Step, from: Message, answer: (flows: Outbound) => void): void {
  const visit = visitBy(step, from.content.executionId) ?? step.leaving.get(from.content.executionId);
  if (!visit) return;
  step.asking.set(visit.visit, answer);
  if (!visit.stuck) answerInTurn(step, visit);
}

/** What the engine does in one go is done one by one, as everything else: what comes to its end beside it may end it before. */
function answerInTurn(step: Step, visit: Visit): void {
  const turns = turnsOf(step, visit);
  if (turns === 0) return answerWays(step, visit);
  const answerIn = (left: number): void => later(step, visit.visit, () => (left > 1 ? answerIn(left - 1) : answerWays(step, visit)));
  answerIn(turns);
}

/** A sub-process is empty, then done, then goes on; an event at a border and a join that decides go on when their turn comes. */
function turnsOf(step: Step, { scope, element: name, joined }: Visit): number {
  const { type, many } = elementOf(step, scope, name);
  if (type === 'subProcess') return many ? 0 : 2;
  if (type === 'boundaryEvent') return 1;
  return type === 'inclusiveGateway' && !joined && planOf(step, scope).incoming(name).length > 1 ? 1 : 0;
}

/** Works the ways out; where that is not possible, the token stays with an incident. */
export function answerWays(step: Step, visit: Visit): void {
  const answer = step.asking.get(visit.visit);
  if (!answer) return;
  const ways = waysOf(step, visit);
  if (!ways.ok) {
    change(step, visit, { stuck: true });
    return raise(step, visit, { code: ways.code, detail: ways.detail });
  }
  step.asking.delete(visit.visit);
  const { ref } = planOf(step, visit.scope);
  // Two flows to one element are two tokens; the engine would take the second only where the target has another name.
  answer(ways.flows.map((flow) => ({ id: engineId(ref, flow), action: 'take', targetId: flow })));
}

function waysOf(step: Step, visit: Visit): Ways {
  const element = elementOf(step, visit.scope, visit.element);
  const flows = planOf(step, visit.scope).outgoing(visit.element);
  const chosen = step.chosen.get(visit.visit);
  if (chosen) return { ok: true, flows: [chosen.flow] };
  if (element.triggers.some((trigger) => trigger.kind === 'link') && element.type === 'intermediateThrowEvent') {
    return planOf(step, visit.scope).linkTargets(element.id).length > 0 ? { ok: true, flows: [linkFlow(element.id)] } : NO_WAY_ON;
  }
  const data = visible(step, visit.scope);
  if (element.type === 'exclusiveGateway') return oneWay(step, flows, { data, fallBack: element.defaultFlow });
  const unconditional = element.type === 'parallelGateway' || element.type.endsWith('Event') || step.happened.has(visit.visit);
  return unconditional ? { ok: true, flows: flows.map((flow) => flow.id) } : everyWay(step, flows, { data, fallBack: element.defaultFlow });
}

interface Deciding {
  readonly data: Data;
  readonly fallBack: string | undefined;
}

/** Every flow that holds, the default one if no condition does. */
function everyWay(step: Step, flows: readonly Flow[], { data, fallBack }: Deciding): Ways {
  if (flows.every((flow) => flow.condition === undefined && flow.id !== fallBack)) return { ok: true, flows: flows.map(({ id }) => id) };
  const taken: string[] = [];
  let conditionHeld = false;
  for (const flow of flows) {
    if (flow.id === fallBack) continue;
    const held = holds(step, flow, data);
    if (held !== true && held !== false) return held;
    if (!held) continue;
    taken.push(flow.id);
    conditionHeld ||= flow.condition !== undefined;
  }
  if (fallBack && !conditionHeld) taken.push(fallBack);
  return taken.length > 0 ? { ok: true, flows: taken } : NO_WAY_ON;
}

/** The first flow that holds, else the default one. */
function oneWay(step: Step, flows: readonly Flow[], { data, fallBack }: Deciding): Ways {
  for (const flow of flows) {
    if (flow.id === fallBack) continue;
    const held = holds(step, flow, data);
    if (held === true) return { ok: true, flows: [flow.id] };
    if (held !== false) return held;
  }
  return fallBack ? { ok: true, flows: [fallBack] } : NO_WAY_ON;
}

function holds(step: Step, flow: Flow, data: Data): boolean | Extract<Ways, { ok: false }> {
  if (flow.condition === undefined) return true;
  const held = evaluateCondition(flow.condition, data, step.at);
  if (held.value !== 'neither') return held.value;
  return { ok: false, code: 'conditionUndecided', detail: { flow: flow.id, condition: flow.condition, reason: { ...held.reason } } };
}
