import type { Day, PersonId, UnitId } from '../words/ids.ts';
import type { Assignment } from './assignment.ts';
import { directoryOf } from './directory.ts';
import type { Organization, Person } from './model.ts';

/**
 * In which units a person may start a process by hand (null: in none in particular), the likeliest first; none where they may not.
 * Assignments that look at a case (a field, a step, an item) admit nobody, since there is none yet.
 */
export function startingUnits(
  organization: Organization,
  person: PersonId,
  process: { readonly starters: readonly Assignment[]; readonly today: Day },
): readonly (UnitId | null)[] {
  const found = directoryOf(organization).person(person);
  if (!found?.active) return [];
  return [...new Set(process.starters.flatMap((starter) => unitsThrough(organization, found, { starter, today: process.today })))];
}

function unitsThrough(
  organization: Organization,
  person: Person,
  through: { readonly starter: Assignment; readonly today: Day },
): readonly (UnitId | null)[] {
  const { starter } = through;
  const own = person.posts.length > 0 ? person.posts.map((held) => held.unit) : [null];
  switch (starter.kind) {
    case 'post': {
      const named = starter.unit.kind === 'named' ? starter.unit.unit : undefined;
      const held = person.posts.filter(
        ({ post, unit }) => post === directoryOf(organization).postCalled(starter.post) && (named === undefined || unit === named),
      );
      return held.map(({ unit }) => unit);
    }
    case 'leaderInCharge':
      return organization.inCharge.some((charge) => charge.leader === person.id) ? own : [];
    case 'initiator':
      return own;
    case 'onDuty':
      return organization.rota.some((entry) => entry.day === through.today && entry.person === person.id) ? own : [];
    case 'named': {
      const { postCalled } = directoryOf(organization);
      const posts = new Set(starter.posts.map(postCalled));
      if (starter.people.includes(person.id)) return own;
      return person.posts.filter(({ post }) => posts.has(post)).map(({ unit }) => unit);
    }
    case 'personInField':
    case 'personOfItem':
    case 'sameAs':
      return [];
  }
}
