import { enter, finished, throwNow } from './activity.ts';
import { resetComplex } from './complexGateway.ts';
import { raiseConditions } from './conditional.ts';
import { drained } from './drained.ts';
import { joinInclusive } from './inclusiveGateway.ts';
import { join } from './join.ts';
import { renewKeys } from './message.ts';
import { occur } from './occur.ts';
import { placeOf } from './run/place.ts';
import type { Micro, Run } from './run/run.ts';
import { noteStuck } from './stuck.ts';

/** So many micro-steps a step may take; a diagram that runs in circles by itself takes more. */
export const STEP_BUDGET = 10_000;

/** And so many scopes may open in it: a thousand instances of a thousand take few micro-steps, and calls within calls weigh more the deeper they lie. */
const MOST_OPENED = 40_000;

/** Runs until nothing more can happen by itself. False: the budget is used up, and nothing of the step may be kept. */
export function advance(run: Run): boolean {
  let done = 0;
  do {
    for (; done < run.queue.length; done += 1) {
      const micro = run.queue[done];
      if (run.refused) return true;
      if (done >= STEP_BUDGET || run.opened > MOST_OPENED) return false;
      if (micro) microStep(run, micro);
    }
    // Signals are thrown, conditions, inclusive and complex joins asked when all else rests, one after the other.
  } while (throwNext(run) || raiseConditions(run) || joinInclusive(run) || resetComplex(run));
  renewKeys(run);
  noteStuck(run);
  return true;
}

function throwNext(run: Run): boolean {
  if (run.throwing.length === 0) return false;
  const visit = run.throwing.shift();
  if (visit) run.queue.push({ do: 'throw', visit });
  return true;
}

function microStep(run: Run, micro: Micro): void {
  switch (micro.do) {
    case 'join':
      return run.scopes.has(micro.scope) ? join(run, micro.join, micro.scope) : undefined;
    case 'drained':
      return drained(run, micro.scope);
    case 'occur': {
      const wait = run.waits.get(micro.wait);
      return wait && occur(run, { wait, payload: micro.payload, cause: micro.cause });
    }
    default: {
      const token = run.tokens.get(micro.visit);
      if (!token) return;
      const place = placeOf(run, token);
      if (micro.do === 'enter') return enter(run, place, micro.again);
      return micro.do === 'throw' ? throwNow(run, place) : finished(run, place);
    }
  }
}
