import type { PersonId, UnitId } from '../words/ids.ts';
import { directoryOf, unitAndAbove } from './directory.ts';
import type { Organization } from './model.ts';

/** The active leaders in charge (分管) of a unit; of the nearest unit above that has one, where it has none itself. */
export function leadersInCharge(organization: Organization, unit: UnitId): readonly PersonId[] {
  const directory = directoryOf(organization);
  for (const above of unitAndAbove(directory, unit)) {
    const leaders = organization.inCharge
      .filter((charge) => charge.unit === above && directory.person(charge.leader)?.active)
      .map((charge) => charge.leader);
    if (leaders.length > 0) return leaders;
  }
  return [];
}
