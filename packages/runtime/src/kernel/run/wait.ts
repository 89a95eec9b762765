import type { Element } from '../../diagram/model.ts';
import { id, type ScopeId, type VisitId, type WaitId } from '../../words/ids.ts';
import type { Wait } from '../marking.ts';
import { type Run, number } from './run.ts';

/** What is to be waited for: by the element's own token, by the host of a boundary event, by nobody for the start of an event sub-process. */
export interface Arming {
  readonly element: Element;
  readonly scope: ScopeId;
  readonly visit: VisitId | null;
  /** Waits of which the first to come clears the others. */
  readonly group?: WaitId | undefined;
}

/** Notes a wait in the marking. */
export function addWait(run: Run, { element, scope, visit, group }: Arming, about: Pick<Wait, 'kind' | 'name' | 'key' | 'left'>): Wait {
  const bare = { id: id<'w'>(`w${number(run)}`), element: element.id, scope, visit, kind: about.kind };
  const alone: Wait = about.kind === 'task' ? bare : { ...bare, ...about };
  const wait = group ? { ...alone, group } : alone;
  run.waits.set(wait.id, wait);
  return wait;
}

/** The waits of a visit, in the order in which they began. */
export const waitsOf = (run: Run, visit: VisitId): readonly Wait[] => run.waits.in('visit', visit);
