import type { MoveObstacle } from '../../kernel/stimulus.ts';
import { caseAndVisit, type PersonId, type VisitId } from '../../words/ids.ts';
import type { Text } from '../../words/text.ts';
import { commitsOf, eventsOf, loadCase, trailOf } from '../caseLog.ts';
import { notFound } from '../decide.ts';
import type { Office } from '../office.ts';
import type { ReturnTarget } from '../pages.ts';
import type { Parts } from '../parts.ts';
import { personRef } from './done.ts';

const REASONS: { readonly [reason in MoveObstacle]: Text } = {
  notCompleted: { zh: '这一步还没有办完', en: 'This step is not done yet' },
  notBefore: { zh: '这一步不在当前步骤之前', en: 'This step does not come before the present one' },
  scopeFinished: { zh: '所在的子流程已经结束，请退回到它的入口', en: 'The sub-process it is in is over; send back to its entry instead' },
  branchCut: { zh: '这条分支已经中断', en: 'This branch was cut off' },
  successorTaken: { zh: '下一步已有人签收', en: 'The next step was signed for' },
  successorCompleted: { zh: '下一步已经办完', en: 'The next step is done' },
  notYours: { zh: '这一步不是您办理的', en: 'You did not do this step' },
  interrupted: { zh: '这一步已被中断', en: 'This step was interrupted' },
  instanceOfMany: { zh: '会签中的一份不能单独退回', en: 'One part of a countersigning cannot be sent back to alone' },
};

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
        reason: choice.reason ? REASONS[choice.reason] : null,
        takesBack: choice.takesBack.flatMap((visit) => names.get(visit) ?? []),
      });
    }
    return { ok: true, value: [...latest.values()] };
  };
