import type { Place } from './run/place.ts';
import type { Run } from './run/run.ts';

/** What it means that a token comes to an element, and again after an incident there. */
export type Construct = (run: Run, place: Place) => void;
