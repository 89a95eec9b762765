import type { Element } from '../../diagram/model.ts';
import type { Plan } from '../../plan/plan.ts';
import type { ScopeId } from '../../words/ids.ts';
import { isJoin } from '../run/leave.ts';
import { planOf, type Run } from '../run/run.ts';
import type { MoveObstacle, Put } from '../stimulus.ts';
import { containerOf } from './standing.ts';

/** Where a token is put: in a live scope, inside sub-processes that are opened around it, outermost first. */
export interface Landing {
  readonly element: Element;
  readonly scope: ScopeId;
  readonly opened: readonly Element[];
}

/** Finds where a token would be put, or why it cannot be; undefined where there is no such element. `near`: the scope that it leaves. */
export function landingOf(run: Run, put: Put, near: ScopeId): Landing | MoveObstacle | undefined {
  if (put.scope !== 'fresh' && !run.scopes.has(put.scope)) return 'scopeFinished';
  const landing = put.scope === 'fresh' ? fresh(run, put, near) : into(run, put, put.scope);
  if (!landing || typeof landing === 'string') return landing;
  return placeObstacle(planOf(run, landing.scope), landing) ?? landing;
}

function into(run: Run, { element: id }: Put, scope: ScopeId): Landing | MoveObstacle | undefined {
  const live = run.scopes.get(scope);
  const element = planOf(run, scope).element(id);
  if (!live || !element) return undefined;
  const container = containerOf(live);
  if (container === undefined) return element.id === live.element ? 'insideMany' : undefined;
  return element.parent === container ? { element, scope, opened: [] } : undefined;
}

/** Outwards from what is left, the first scope in which the sub-processes around the element can be opened. */
function fresh(run: Run, put: Put, near: ScopeId): Landing | undefined {
  for (let scope = run.scopes.get(near); scope; scope = scope.parent ? run.scopes.get(scope.parent) : undefined) {
    const plan = planOf(run, scope.id);
    const element = plan.element(put.element);
    const opened = element && openedBetween(plan, element, containerOf(scope));
    if (element && opened && (opened.length > 0 || element.parent === null)) return { element, scope: scope.id, opened };
  }
  return undefined;
}

/** The containers between; undefined where the element is not inside. */
function openedBetween(plan: Plan, element: Element, container: ReturnType<typeof containerOf>): readonly Element[] | undefined {
  if (container === undefined) return undefined;
  const opened: Element[] = [];
  for (let parent = element.parent; parent !== container; ) {
    const around = parent === null ? undefined : plan.element(parent);
    if (!around) return undefined;
    opened.unshift(around);
    parent = around.parent;
  }
  return opened;
}

/** What no token can be put on, or into. */
function placeObstacle(plan: Plan, { element, opened }: Landing): MoveObstacle | undefined {
  if (opened.some((around) => around.many ?? around.loop)) return 'insideMany';
  if (opened.some((around) => around.eventSubProcess || around.type === 'adHocSubProcess')) return 'noPlace';
  if (element.type === 'startEvent' || element.type === 'boundaryEvent' || element.eventSubProcess || element.forCompensation)
    return 'noPlace';
  return plan.incoming(element.id).some((flow) => isJoin(plan, flow)) ? 'joinItself' : undefined;
}
