import type { Construct } from './construct.ts';
import { fill } from './run/border.ts';

/** A task of no kind: nothing is to be done but what it says of data, the token passes. */
export const abstractTask: Construct = (run, place) => {
  if (fill(run, place, 'input') && fill(run, place, 'output')) run.queue.push({ do: 'finished', visit: place.token.visit });
};
