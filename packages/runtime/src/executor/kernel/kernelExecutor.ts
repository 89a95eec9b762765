import { adHocChoices } from '../../kernel/adHocChoices.ts';
import type { Compensable, Marking } from '../../kernel/marking.ts';
import { choices } from '../../kernel/moves/choices.ts';
import { examine } from '../../kernel/moves/migration/examine.ts';
import { movingOf } from '../../kernel/moves/migration/moving.ts';
import { dataScopes } from '../../kernel/run/data.ts';
import { openRun } from '../../kernel/run/run.ts';
import { step } from '../../kernel/step.ts';
import { unsupported } from '../../kernel/unsupported.ts';
import type { Executor, Snapshot } from '../../ports/executor.ts';
import { id, type DefinitionRef, type Instant } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';
import { BrokenPromise } from '../../words/refusal.ts';

const NEVER: Instant = id('1970-01-01T00:00:00.000Z');

/** Runs cases on the kernel; the snapshot's body is the marking as it is. */
export const kernelExecutor: Executor = {
  name: 'kernel',
  unsupported,
  async advance({ snapshot, ...input }) {
    const stepped = step({ ...input, marking: snapshot && markingIn(snapshot) });
    if (!stepped.ok) return stepped;
    return { ok: true, snapshot: snapshotOf(stepped.marking, input.plans.root), effects: stepped.effects };
  },
  async choices({ plans, snapshot, trail, ...asked }) {
    // No expression is evaluated for this, so neither data nor the moment matter.
    return choices({ plans, marking: markingIn(snapshot), data: {}, at: NEVER, trail, ...asked });
  },
  migration({ plans, snapshot, to, map }) {
    const run = openRun({ plans, marking: markingIn(snapshot), data: {}, at: NEVER });
    const moving = movingOf(run, { kind: 'migrate', to, map });
    return moving ? examine(run, moving) : { places: [], obstacles: [], changes: [] };
  },
  restored(before, now) {
    const marking = markingIn(before);
    return snapshotOf({ ...marking, next: Math.max(marking.next, markingIn(now).next) }, before.definition);
  },
  standing(snapshot) {
    const { scopes, tokens, arrivals, incidents } = markingIn(snapshot);
    return { scopes, tokens, arrivals, incidents };
  },
  adHocChoices: ({ plans, snapshot }) => adHocChoices(plans, markingIn(snapshot)),
  dataScopes(snapshot, scope) {
    return dataScopes(new Map(markingIn(snapshot).scopes.map((one) => [one.id, one])), scope);
  },
  open: (snapshot) =>
    markingIn(snapshot)
      .waits.filter(({ met }) => !met)
      .map(({ id, kind, element, visit }) => ({ id, kind, element, visit })),
  definitions(snapshot) {
    const { scopes, undoable } = markingIn(snapshot);
    return [...new Set([...scopes.map((scope) => scope.definition), ...undoable.flatMap(calledBefore)])];
  },
};

/** A call that is over may have to be opened again, to undo what was done in it. */
const calledBefore = ({ definition, inner }: Compensable): readonly DefinitionRef[] => [
  ...(definition ? [definition] : []),
  ...inner.flatMap(calledBefore),
];

const snapshotOf = (marking: Marking, root: DefinitionRef): Snapshot => ({
  executor: 'kernel',
  format: marking.format,
  definition: marking.scopes.find((scope) => scope.parent === null)?.definition ?? root,
  body: marking as unknown as Json,
});

/** A marking is read as it was written: formats have numbers, and this kernel reads all it ever wrote. */
function markingIn({ executor, format, body }: Snapshot): Marking {
  if (executor !== 'kernel' || format !== 1) throw new BrokenPromise(`not a marking of the kernel: ${executor}, format ${format}`);
  return body as unknown as Marking;
}
