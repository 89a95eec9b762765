import type { Construct } from './construct.ts';

/** A task of no kind: nothing is to be done, the token passes. */
export const abstractTask: Construct = (run, { token }) => {
  run.queue.push({ do: 'finished', visit: token.visit });
};
