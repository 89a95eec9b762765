import type { Construct } from './construct.ts';
import { subscribe } from './message.ts';

/** Waits for its message; one that names none waits under its own id. One that instantiates begins a case with it (`stimuli/start.ts`). */
export const receiveTask: Construct = (run, { token, element }) =>
  subscribe(run, { element, scope: token.scope, visit: token.visit }, element.message ?? { name: element.id });
