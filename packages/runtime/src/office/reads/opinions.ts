import { eventsOf } from '../caseLog.ts';
import type { Commit } from '../../ports/commit.ts';
import type { Organization } from '../../organization/model.ts';
import type { VisitId } from '../../words/ids.ts';
import type { Definition } from '../definitions.ts';
import type { Opinion } from '../pages.ts';
import { personRef } from './done.ts';

/** What people wrote at their steps, as on a paper 办理单: oldest first; what a return took back stays as history. */
export function opinionsOf(
  log: readonly Commit[],
  organization: Organization,
  definition: (ref: Definition['ref']) => Definition | undefined,
): readonly Opinion[] {
  const opened = new Map<VisitId, { readonly element: string; readonly definition: Definition['ref'] }>();
  const takenBack = new Set<VisitId>();
  const written: (Opinion & { readonly visit: VisitId })[] = [];
  for (const commit of log) {
    const events = eventsOf(commit);
    for (const event of events) {
      if (event.type === 'TaskOpened') opened.set(event.visit, event);
      if (event.type === 'ElementPassed' && event.pass.closed === 'takenBack') takenBack.add(event.pass.visit);
    }
    const completed = events.find((event) => event.type === 'TaskCompleted');
    if (completed?.type !== 'TaskCompleted' || commit.actor.id === 'system') continue;
    const step = opened.get(completed.visit);
    const found = step && definition(step.definition);
    const element = found?.plan.element(completed.element);
    if (!found || !element) continue;
    const by = personRef(organization, commit.actor.id);
    for (const field of found.process.fields.filter((one) => one.type === 'opinion' || one.type === 'longText')) {
      const change = events.find((event) => event.type === 'FieldChanged' && event.field === field.key);
      if (change?.type !== 'FieldChanged' || typeof change.to !== 'string') continue;
      written.push({ by, step: element.name, at: commit.at, field: field.name, words: change.to, history: false, visit: completed.visit });
    }
  }
  return written.map(({ visit, ...opinion }) => ({ ...opinion, history: takenBack.has(visit) }));
}
