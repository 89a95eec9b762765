import type { CaseFacts } from '../../case/facts.ts';
import { covers } from '../../organization/clearance.ts';
import type { Viewer } from '../../organization/viewer.ts';
import { keyAndVersion, personSeat } from '../../words/ids.ts';

/** Whether a case is there for this person: one of its readers, cleared for it; a deputy only in the flows deputised. */
export function mayRead(viewer: Viewer, facts: CaseFacts): boolean {
  const { key: flow } = keyAndVersion(facts.definition);
  const readers = new Set([...facts.readers, ...Object.values(facts.doers).map((doer) => personSeat(doer.person))]);
  return (
    covers(viewer.clearance, facts.clearance) &&
    viewer.seats.some((held) => readers.has(held.seat) && (!held.flows || held.flows.includes(flow)))
  );
}
