import { foldInside } from './compensable.ts';
import type { Construct } from './construct.ts';
import type { Scope } from './marking.ts';
import { closeScope } from './run/close.ts';
import { change, mapped, visible, writeAll } from './run/data.ts';
import { raise } from './run/incident.ts';
import { begin, openScope, tellOpened } from './run/open.ts';
import { placeOf } from './run/place.ts';
import type { Run } from './run/run.ts';

/** Runs another process, or a global task, inside this case: the version of now is pinned, and only what is declared crosses. What is not caught inside comes to its border. */
export const callActivity: Construct = (run, { token, element }) => {
  const key = element.call?.key ?? '';
  const definition = run.plans.pin(key);
  const called = definition && run.plans.get(definition);
  const entries = called?.entries(null) ?? [];
  if (!called || entries.length === 0) return raise(run, token, { code: 'callUnknown', detail: { process: key } });
  const given = mapped(run, element.call?.in ?? [], visible(run, token.scope));
  if (!given.ok) return raise(run, token, { code: 'mappingFailed', detail: given.detail });
  tellOpened(run, token);
  const scope = openScope(run, { parent: token.scope, definition: called.ref, element: element.id, kind: 'call', host: token.visit });
  for (const [name, to] of Object.entries(given.values)) change(run, { scope: scope.id, path: [name], to });
  begin(run, { scope: scope.id, container: null, entries, from: [token.visit] });
};

/** The called process has come to its end: what it gives back is written, then the call goes on. */
export function endCall(run: Run, scope: Scope): void {
  const host = scope.host && run.tokens.get(scope.host);
  if (!host) return;
  const given = mapped(run, placeOf(run, host).element.call?.out ?? [], visible(run, scope.id));
  if (!given.ok) return raise(run, host, { code: 'mappingFailed', detail: given.detail });
  foldInside(run, scope);
  closeScope(run, scope, 'completed');
  writeAll(run, host.scope, given.values);
  run.queue.push({ do: 'finished', visit: host.visit });
}
