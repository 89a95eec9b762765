import type { ScopeId } from '../../../words/ids.ts';
import type { Visit } from '../body.ts';
import { closeScope } from '../step/close.ts';
import { mapped, visible, write, writeAll } from '../step/data.ts';
import { raise } from '../step/incident.ts';
import { openScope, tellOpened } from '../step/open.ts';
import { activityOf, tell } from '../step/places.ts';
import { elementOf, later, scopeOf, type Step } from '../step/step.ts';
import { notRun } from '../support/unsupported.ts';
import { begin } from './scope.ts';

/** Runs another process of the engine inside this case: the version of now is pinned, and only what is declared crosses. */
export function call(step: Step, visit: Visit): void {
  const { call: asked } = elementOf(step, visit.scope, visit.element);
  const definition = step.plans.pin(asked?.key ?? '');
  const called = definition && step.plans.get(definition);
  const entries = called?.entries(null) ?? [];
  if (!called || entries.length === 0) return raise(step, visit, { code: 'callUnknown', detail: { process: asked?.key ?? '' } });
  step.refused ??= notRun(called);
  if (step.refused) return;
  const given = mapped(step, asked?.in ?? [], visible(step, visit.scope));
  if (!given.ok) return raise(step, visit, { code: 'mappingFailed', detail: given.detail });
  tellOpened(step, visit);
  const before = new Set(step.live.processes().map((process) => process.executionId));
  const activity = activityOf(step, visit.scope, visit.element);
  const content = { id: activity.id, type: 'bpmn:CallActivity', executionId: visit.exec, calledElement: called.ref };
  activity.broker.publish('event', 'activity.call', { ...content, parent: parentOf(step, visit) }, { type: 'call' });
  const started = step.live.processes().find((process) => !before.has(process.executionId));
  const exec = started?.executionId ?? null;
  const scope = openScope(step, {
    parent: visit.scope,
    definition: called.ref,
    element: visit.element,
    kind: 'call',
    host: visit.visit,
    exec,
  });
  for (const [name, to] of Object.entries(given.values)) write(step, { scope: scope.id, path: [name], to });
  begin(step, scope, { container: null, entries, from: [visit.visit] });
}

/** Where the call stands, as the engine's own events say it: by this it finds the way back. */
function parentOf(step: Step, { scope }: Visit): object {
  const path: { readonly id: string; readonly type: string; readonly executionId: string | null }[] = [];
  for (let around = step.scopes.get(scope); around; around = around.parent === null ? undefined : step.scopes.get(around.parent)) {
    if (around.exec === null) continue;
    const ends = around.kind === 'process' || around.kind === 'call';
    path.push({
      id: ends ? around.definition : `${around.definition}/${around.element}`,
      type: ends ? 'bpmn:Process' : 'bpmn:SubProcess',
      executionId: around.exec,
    });
    if (ends) break;
  }
  const [own, ...outer] = path;
  return { ...own, ...(outer.length > 0 ? { path: outer } : {}) };
}

/** The called process has come to its end: what it gives back is written, then the call goes on. */
export function endCall(step: Step, id: ScopeId): void {
  const scope = step.scopes.get(id);
  const host = scope?.host ? step.visits.get(scope.host) : undefined;
  if (!scope || !host) return;
  const given = mapped(step, elementOf(step, host.scope, host.element).call?.out ?? [], visible(step, scope.id));
  if (!given.ok) return raise(step, host, { code: 'mappingFailed', detail: given.detail });
  closeScope(step, scopeOf(step, id), 'completed');
  writeAll(step, host.scope, given.values);
  later(step, host.visit, () => tell(step, host, { released: true }));
}
