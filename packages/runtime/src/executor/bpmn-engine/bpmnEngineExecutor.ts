import type { Executor, MoveKind, Snapshot } from '../../ports/executor.ts';
import { id } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';
import { BrokenPromise } from '../../words/refusal.ts';
import { advance } from './advance.ts';
import type { Body } from './body.ts';
import { choices } from './moves/choices.ts';
import { dataScopes } from './step/data.ts';
import { LISTENERS } from './step/listeners.ts';
import { openStep } from './step/step.ts';
import { NO_ENGINE } from './engine/live.ts';
import { unsupported } from './support/unsupported.ts';

/** Runs cases on bpmn-engine; what it listens to is given by a test only. It is for servers: no browser loads it. */
export function bpmnEngineExecutor(listeners = LISTENERS): Executor {
  return {
    name: 'bpmn-engine',
    unsupported,
    async advance({ snapshot, ...input }) {
      const advanced = await advance({ ...input, body: snapshot && bodyIn(snapshot), listeners });
      if (!advanced.ok) return advanced;
      return { ok: true, snapshot: snapshotOf(advanced.body, snapshot?.definition ?? input.plans.root), effects: advanced.effects };
    },
    async choices({ plans, snapshot, trail, from, kinds = HAD }) {
      if (from === null || !kinds.some((kind) => HAD.includes(kind))) return [];
      // No expression is evaluated for this, so neither data nor the moment matter.
      const step = openStep({ plans, data: {}, at: id('1970-01-01T00:00:00.000Z') }, bodyIn(snapshot), NO_ENGINE);
      return choices(step, trail, from).filter(({ move }) => kinds.includes(move));
    },
    dataScopes: (snapshot, scope) => dataScopes(new Map(bodyIn(snapshot).scopes.map((one) => [one.id, one])), scope),
    open: (snapshot) => bodyIn(snapshot).waits.map(({ id: wait, kind, element, visit }) => ({ id: wait, kind, element, visit })),
    definitions: (snapshot) => [...new Set(bodyIn(snapshot).scopes.map((scope) => scope.definition))],
  };
}

/** The moves that it does; any other is refused at the click. */
const HAD: readonly MoveKind[] = ['return', 'withdraw'];

const snapshotOf = (body: Body, definition: Snapshot['definition']): Snapshot => ({
  executor: 'bpmn-engine',
  format: 1,
  definition,
  body: body as unknown as Json,
});

function bodyIn({ executor, format, body }: Snapshot): Body {
  if (executor !== 'bpmn-engine' || format !== 1) throw new BrokenPromise(`not a case of bpmn-engine: ${executor}, format ${format}`);
  return body as unknown as Body;
}
