import type { Construct } from './construct.ts';
import { fill } from './run/border.ts';
import { addWait } from './run/wait.ts';
import { within } from './run/within.ts';

/** A task for a person: it opens, and is done when somebody says so (`stimuli/complete.ts`). Who that may be, the office knows. */
export const userTask: Construct = (run, place) => {
  const { token, element, scope } = place;
  if (!fill(run, place, 'input')) return;
  addWait(run, { element, scope: token.scope, visit: token.visit }, { kind: 'task' });
  const { visit, scope: at, instance } = token;
  const { definition } = scope;
  const around = within(run, at);
  // Written out twice, as copying costs as much as all the rest here.
  if (instance) run.effects.push({ kind: 'taskOpened', visit, element: element.id, scope: at, definition, within: around, instance });
  else run.effects.push({ kind: 'taskOpened', visit, element: element.id, scope: at, definition, within: around });
};
