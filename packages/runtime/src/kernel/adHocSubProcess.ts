import { evaluateCondition } from '../diagram/feel/condition.ts';
import { startable } from './adHocChoices.ts';
import type { Construct } from './construct.ts';
import type { Scope, Token } from './marking.ts';
import { arm } from './run/arm.ts';
import { clearWait, closeVisit, emptyScope } from './run/close.ts';
import { visible } from './run/data.ts';
import { raise } from './run/incident.ts';
import { isActivity } from './run/isActivity.ts';
import { openInside } from './run/border.ts';
import { begin } from './run/open.ts';
import { elementOf, placeOf, type Place } from './run/place.ts';
import type { Run } from './run/run.ts';
import { waitsOf } from './run/wait.ts';
import { endSubProcess } from './subProcess.ts';

/**
 * An ad-hoc sub-process: nothing inside begins by itself, somebody chooses what is done next (`startAdHoc`), as often as they like; in a
 * sequential one nothing while anything else runs. A token that comes over a flow inside makes its activity ready to be chosen. Events that
 * nothing leads to are waited for all the time. It ends when its completion condition holds, asked after each activity; one without a
 * condition ends when somebody says so (`completeAdHoc`).
 */
export const adHocSubProcess: Construct = (run, place) => {
  const { token, element, plan } = place;
  const scope = openInside(run, place, 'adHoc');
  if (!scope) return;
  begin(run, { scope: scope.id, container: element.id, entries: [], from: [token.visit] });
  for (const event of plan.inside(element.id)) {
    if (event.type === 'intermediateCatchEvent' && event.incoming.length === 0)
      arm(run, { element: event, scope: scope.id, visit: token.visit });
  }
  const asleep = startable(plan, scope, []).length === 0 && waitsOf(run, token.visit).every((wait) => wait.scope !== scope.id);
  if (asleep) conclude(run, scope);
};

/** An activity inside is done: whether nothing goes on from it, because the whole ends with it, is ending already, or cannot be told. */
export function endsWith(run: Run, { token, scope }: Place): boolean {
  if (scope.kind !== 'adHoc' || run.parked.some(({ until }) => until === token.visit)) return false;
  const ending = scope.phase === 'ending';
  const { completion } = elementOf(run, scope.id, scope.element).adHoc ?? {};
  if (!ending && !completion) return false;
  const held = completion && !ending ? evaluateCondition(completion, visible(run, scope.id), run.at) : { value: true as const };
  if (held.value === 'neither') {
    raise(run, token, { code: 'conditionUndecided', detail: { condition: completion ?? '', reason: { ...held.reason } } });
    return true;
  }
  if (!held.value) return false;
  closeVisit(run, token, 'completed');
  if (ending) run.queue.push({ do: 'drained', scope: scope.id });
  else conclude(run, scope);
  return true;
}

/**
 * Nothing more is begun inside. What still runs is cancelled, or may come to its end where the diagram says so: activities, and what is being
 * undone. Of what was cut off while it was to be undone, the rest can still be undone with the whole.
 */
export function conclude(run: Run, scope: Scope): void {
  const { cancelRemaining = true } = elementOf(run, scope.id, scope.element).adHoc ?? {};
  run.scopes.set(scope.id, { ...scope, phase: 'ending' });
  if (cancelRemaining) emptyScope(run, scope.id, 'cancelled');
  if (scope.host) for (const wait of waitsOf(run, scope.host)) if (wait.scope === scope.id) clearWait(run, wait, 'cancelled');
  run.queue.push({ do: 'drained', scope: scope.id });
}

/** Something inside has ended while the whole is ending: what only waits to go on does not, and with the last activity it is over. */
export function drainAdHoc(run: Run, scope: Scope): void {
  run.arrivals = run.arrivals.filter((arrival) => arrival.scope !== scope.id);
  const tokens = run.tokens.in('scope', scope.id);
  for (const token of tokens) if (!worksAt(run, token)) closeVisit(run, token, 'cancelled');
  if (!run.tokens.any('scope', scope.id) && !run.scopes.any('parent', scope.id)) endSubProcess(run, scope);
}

/** An event or a gateway to which a border leads while the whole is ending: whether nothing comes of it any more. */
export function comesTooLate(run: Run, { token, element, scope }: Place): boolean {
  if (scope.phase !== 'ending' || isActivity(element)) return false;
  closeVisit(run, token, element.type === 'boundaryEvent' ? 'completed' : 'cancelled');
  run.queue.push({ do: 'drained', scope: scope.id });
  return true;
}

/** Whether a token does something: an activity, or an event that waits until all is undone. */
const worksAt = (run: Run, token: Token): boolean => isActivity(placeOf(run, token).element) || run.scopes.any('host', token.visit);
