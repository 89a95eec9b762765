import type { CaseFacts } from '../case/facts.ts';
import type { Organization } from '../organization/model.ts';
import { personSeat, type Instant } from '../words/ids.ts';
import type { Definition } from './definitions.ts';
import { leaderSeats, withReaders } from './record/tasks.ts';

/** The facts of a case that is to be begun, by the moment at which it is. */
export const firstFacts =
  (definition: Definition, organization: Organization, about: Pick<CaseFacts, 'case' | 'family' | 'initiator' | 'unit'>) =>
  (at: Instant): CaseFacts => ({
    ...about,
    definition: definition.ref,
    title: '',
    number: null,
    status: 'running',
    startedAt: at,
    endedAt: null,
    clearance: definition.process.office.clearance,
    tasks: [],
    doers: {},
    readers: withReaders(about.initiator ? [personSeat(about.initiator)] : [], leaderSeats(organization, about.unit)),
    runs: [],
    deadlines: [],
    stopped: [],
    activities: [],
    completed: {},
    timers: [],
    numbers: [],
    incidents: [],
  });
