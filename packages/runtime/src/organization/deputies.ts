import type { Day, PersonId, ProcessKey } from '../words/ids.ts';
import { directoryOf } from './directory.ts';
import type { Deputy, Organization } from './model.ts';

/** The deputyships that a person exercises on a day; for somebody who has left nobody deputises. */
export const deputyshipsOf = (organization: Organization, by: PersonId, today: Day): readonly Deputy[] =>
  organization.deputies.filter(
    (deputy) => deputy.by === by && isInForce(deputy, today) && directoryOf(organization).person(deputy.of)?.active === true,
  );

/** Who deputises for a person in a flow on a day; never chained: a deputy's deputy is not among them. */
export const deputiesOf = (
  organization: Organization,
  of: PersonId,
  when: { readonly today: Day; readonly flow: ProcessKey },
): readonly PersonId[] =>
  organization.deputies
    .filter(
      (deputy) =>
        deputy.of === of &&
        isInForce(deputy, when.today) &&
        (deputy.flows === 'all' || deputy.flows.includes(when.flow)) &&
        directoryOf(organization).person(deputy.by)?.active === true,
    )
    .map((deputy) => deputy.by);

/** The first and the last day count. */
const isInForce = (deputy: Deputy, today: Day): boolean => deputy.from <= today && today <= deputy.to;
