import { caseAndVisit, type PersonId, type VisitId } from '../../words/ids.ts';
import type { Text } from '../../words/text.ts';
import { commitsOf, eventsOf, loadCase, trailOf } from '../caseLog.ts';
import { notFound } from '../decide.ts';
import { MOVE_REASONS } from '../moveReasons.ts';
import type { Office } from '../office.ts';
import type { ReturnTarget } from '../pages.ts';
import type { Parts } from '../parts.ts';
import { personRef } from './done.ts';

/** Where a task may be sent back to, and where not, with the reason: one entry per step, its latest visit. */
export const returns =
  (parts: Parts): Office['returns'] =>
  async (who, task) => {
    const viewer = await parts.house.viewer(who);
    const ids = caseAndVisit(task);
    const row = viewer && ids && (await parts.store.views.task(viewer, task));
    const loaded = row && (await loadCase(parts.store, row.case));
    const snapshot = loaded?.head.snapshot;
    if (!row || !ids || !loaded || !snapshot || row.state !== 'open') return notFound(task);
    const log = await commitsOf(parts.store, row.case);
    const plans = await parts.definitions.plans(loaded.facts.definition, parts.executor.definitions(snapshot));
    const choices = await parts.executor.choices({ plans, snapshot, trail: trailOf(log), from: ids.visit });
    const organization = await parts.house.organization();
    const done = new Map<VisitId, { readonly by: PersonId | 'system'; readonly at: string }>();
    const names = new Map<VisitId, Text>();
    for (const commit of log) {
      for (const event of eventsOf(commit)) {
        if (event.type === 'TaskCompleted') done.set(event.visit, { by: commit.actor.id, at: commit.at });
        if (event.type === 'TaskOpened')
          names.set(
            event.visit,
            (await parts.definitions.get(event.definition))?.plan.element(event.element)?.name ?? { zh: event.element },
          );
      }
    }
    const latest = new Map<string, ReturnTarget>();
    for (const choice of choices) {
      const name = choice.move === 'return' ? names.get(choice.visit) : undefined;
      if (!name) continue;
      const last = done.get(choice.visit);
      latest.delete(choice.element);
      latest.set(choice.element, {
        visit: choice.visit,
        element: choice.element,
        step: name,
        by: last && last.by !== 'system' ? personRef(organization, last.by) : null,
        at: last?.at ?? null,
        legal: choice.legal,
        reason: choice.reason ? MOVE_REASONS[choice.reason] : null,
        takesBack: choice.takesBack.flatMap((visit) => names.get(visit) ?? []),
      });
    }
    return { ok: true, value: [...latest.values()] };
  };
