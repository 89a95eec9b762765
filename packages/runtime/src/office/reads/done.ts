import { peopleOfSeat } from '../../organization/people.ts';
import { personName, seatName } from '../../organization/names.ts';
import type { Organization } from '../../organization/model.ts';
import { taskId, type PersonId, type Seat } from '../../words/ids.ts';
import type { Done, PersonRef, SeatRef } from '../pages.ts';
import type { CaseDraft } from '../record/draft.ts';
import type { Recorder } from '../record/recorder.ts';

/** A person as they are shown. */
export const personRef = (organization: Organization, person: PersonId): PersonRef => ({
  id: person,
  name: personName(organization, person),
});

/** A seat as it is shown: its name and who sits there today. */
export const seatRef = (organization: Organization, seat: Seat): SeatRef => ({
  seat,
  name: seatName(organization, seat),
  people: peopleOfSeat(organization, seat).map((person) => personRef(organization, person)),
});

/** The answer to a command: where the case is now. */
export const doneOf = (recorder: Recorder, draft: CaseDraft): Done => ({
  case: draft.facts.case,
  revision: draft.revision,
  now: draft.facts.tasks.map((task) => ({
    task: taskId(draft.facts.case, task.visit),
    step: recorder.definition(task.definition)?.plan.element(task.element)?.name ?? { zh: task.element },
    seats: task.seats.map((seat) => seatRef(recorder.organization, seat)),
  })),
  ended: draft.facts.endedAt !== null,
});
