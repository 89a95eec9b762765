import type { Day, PersonId, UnitId } from '../words/ids.ts';
import type { Assignment } from './assignment.ts';
import { directoryOf } from './directory.ts';
import type { Organization, Person } from './model.ts';

/**
 * In which unit a person may start a process by hand (null: in none in particular); undefined where they may not. Assignments that look
 * at a case (a field, a step, an item) admit nobody, since there is none yet.
 */
export function startingUnit(
  organization: Organization,
  person: PersonId,
  process: { readonly starters: readonly Assignment[]; readonly today: Day },
): { readonly unit: UnitId | null } | undefined {
  const found = directoryOf(organization).person(person);
  if (!found?.active) return undefined;
  for (const starter of process.starters) {
    const unit = unitThrough(organization, found, { starter, today: process.today });
    if (unit !== undefined) return { unit };
  }
  return undefined;
}

function unitThrough(
  organization: Organization,
  person: Person,
  through: { readonly starter: Assignment; readonly today: Day },
): UnitId | null | undefined {
  const { starter } = through;
  const own = person.posts[0]?.unit ?? null;
  switch (starter.kind) {
    case 'post': {
      const named = starter.unit.kind === 'named' ? starter.unit.unit : undefined;
      return person.posts.find((held) => held.post === starter.post && (named === undefined || held.unit === named))?.unit;
    }
    case 'leaderInCharge':
      return organization.inCharge.some((charge) => charge.leader === person.id) ? own : undefined;
    case 'initiator':
      return own;
    case 'onDuty':
      return organization.rota.some((entry) => entry.day === through.today && entry.person === person.id) ? own : undefined;
    case 'personInField':
    case 'personOfItem':
    case 'sameAs':
      return undefined;
  }
}
