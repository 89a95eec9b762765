import type { Construct } from './construct.ts';
import { job } from './job.ts';
import { send } from './message.ts';

/** With a message it sends this and goes on, as a throw event does; without one it is a job for a handler. */
export const sendTask: Construct = (run, place) => {
  const { element, token } = place;
  if (!element.message) return job(run, place);
  if (send(run, place, element.message)) run.queue.push({ do: 'finished', visit: token.visit });
};
