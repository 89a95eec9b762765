import type { CaseFacts } from '../../case/facts.ts';
import type { Viewer } from '../../organization/viewer.ts';

/** Whether a person who may read a running case may cancel it: leaders and process owners; its initiator while nobody else has done a step. */
export function mayCancel(viewer: Viewer, facts: CaseFacts): boolean {
  if (facts.endedAt) return false;
  if (viewer.roles.includes('leader') || viewer.roles.includes('processOwner')) return true;
  return facts.initiator === viewer.person && Object.values(facts.doers).every((doer) => doer.person === viewer.person);
}
