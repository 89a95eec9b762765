import type { Element } from '../../../diagram/model.ts';
import type { Wait } from '../../../ports/executor.ts';
import { id, type ScopeId, type VisitId, type WaitId } from '../../../words/ids.ts';
import { number, type Step } from '../step/step.ts';

/** What is to be waited for: by the element's own visit, by the host of a boundary event, by nobody for the start of an event sub-process. */
export interface Arming {
  readonly element: Element;
  readonly scope: ScopeId;
  readonly visit: VisitId | null;
  /** Waits of which the first to come clears the others. */
  readonly group?: WaitId | undefined;
}

/** Notes a wait. */
export function addWait(step: Step, { element, scope, visit, group }: Arming, about: Pick<Wait, 'kind' | 'name' | 'key' | 'left'>): Wait {
  const wait: Wait = { id: id(`w${number(step)}`), element: element.id, scope, visit, ...about, ...(group ? { group } : {}) };
  step.waits.set(wait.id, wait);
  return wait;
}

/** The waits of a visit, in the order in which they began. */
export const waitsOf = (step: Step, visit: VisitId): readonly Wait[] => [...step.waits.values()].filter((wait) => wait.visit === visit);
