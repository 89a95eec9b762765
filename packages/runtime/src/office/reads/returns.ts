import { caseAndVisit, type PersonId, type VisitId } from '../../words/ids.ts';
import type { Text } from '../../words/text.ts';
import { commitsOf, definitionsOf, eventsOf, loadCase, trailOf } from '../caseLog.ts';
import { notFound } from '../decide.ts';
import { MOVE_REASONS } from '../moveReasons.ts';
import type { Office } from '../office.ts';
import type { ReturnTarget } from '../pages.ts';
import type { Parts } from '../parts.ts';
import { personRef } from './done.ts';
import { showingOf } from './showing.ts';
import { visitsOf } from './visits.ts';

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
    for (const commit of log) {
      for (const event of eventsOf(commit)) {
        if (event.type === 'TaskCompleted') done.set(event.visit, { by: commit.actor.id, at: commit.at });
      }
    }
    const showing = await showingOf(parts, definitionsOf(loaded.facts, log));
    const visits = visitsOf(log, loaded.facts.definition);
    const nameOf = (visit: VisitId): Text | undefined => {
      const at = visits.get(visit);
      return at && (showing.definition(at.definition)?.plan.element(at.element)?.name ?? { zh: at.element });
    };
    const latest = new Map<string, ReturnTarget>();
    // Newest first: of a step done more than once, in several calls too, the last time is offered.
    for (const choice of choices) {
      const { visit } = choice;
      if (choice.move !== 'return' || !visit) continue;
      const name = nameOf(visit);
      const step = `${visits.get(visit)?.definition} ${choice.element}`;
      if (!name || (latest.has(step) && (latest.get(step)?.legal || !choice.legal))) continue;
      const last = done.get(visit);
      latest.set(step, {
        visit,
        element: choice.element,
        step: name,
        by: last && last.by !== 'system' ? personRef(organization, last.by) : null,
        at: last?.at ?? null,
        legal: choice.legal,
        reason: choice.reason ? MOVE_REASONS[choice.reason] : null,
        takesBack: choice.takesBack.flatMap((visit) => nameOf(visit) ?? []),
      });
    }
    return { ok: true, value: [...latest.values()].toReversed() };
  };
