import type { Construct } from './construct.ts';
import { mapped, visible } from './run/data.ts';
import { raise } from './run/incident.ts';
import { addWait } from './run/wait.ts';

/** Work for a handler: it is asked once, by an id of its own, and the token waits for the answer. */
export const job: Construct = (run, { token, element }) => {
  const { job } = element;
  if (!job || job.type === 'set' || job.type === 'decide') return;
  const input = mapped(run, job.input, visible(run, token.scope));
  if (!input.ok) return raise(run, token, { code: 'mappingFailed', detail: input.detail });
  const wait = addWait(run, { element, scope: token.scope, visit: token.visit }, { kind: 'job' });
  run.effects.push({
    kind: 'jobRequested',
    job: wait.id,
    element: element.id,
    scope: token.scope,
    type: job.type,
    name: job.name,
    input: input.values,
  });
};
