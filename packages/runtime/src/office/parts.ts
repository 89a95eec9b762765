import type { Calendar } from '../calendar/calendar.ts';
import type { Clock } from '../words/clock.ts';
import type { Examiner } from '../ports/examiner.ts';
import type { Executor } from '../ports/executor.ts';
import type { Store } from '../ports/store.ts';
import type { Definitions } from './definitions.ts';
import type { House } from './house.ts';
import type { KeptCases } from './keptCases.ts';
import type { Series } from './series.ts';

/** What the office is made of. Whoever opens it picks them: a server, a test, a rehearsal in a browser. */
export interface Parts {
  readonly store: Store;
  readonly executor: Executor;
  readonly examiner: Examiner;
  readonly clock: Clock;
  readonly calendar: Calendar;
  /** Random text of 32 hexadecimal digits: nonces, salts, ids. */
  readonly random: () => string;
  readonly definitions: Definitions;
  readonly house: House;
  readonly numbers: Series;
  readonly kept: KeptCases;
}
