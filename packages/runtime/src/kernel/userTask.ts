import type { Construct } from './construct.ts';
import { fill } from './run/border.ts';
import { addWait } from './run/wait.ts';
import { within } from './run/within.ts';

/** A task for a person: it opens, and is done when somebody says so (`stimuli/complete.ts`). Who that may be, the office knows. */
export const userTask: Construct = (run, place) => {
  const { token, element, scope } = place;
  if (!fill(run, place, 'input')) return;
  addWait(run, { element, scope: token.scope, visit: token.visit }, { kind: 'task' });
  const { visit, instance } = token;
  const opened = {
    kind: 'taskOpened',
    visit,
    element: element.id,
    scope: token.scope,
    definition: scope.definition,
    within: within(run, token.scope),
  } as const;
  run.effects.push(instance ? { ...opened, instance } : opened);
};
