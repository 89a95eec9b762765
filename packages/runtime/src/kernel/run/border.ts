import type { Scope } from '../marking.ts';
import { change, mapped, visible, writeAll } from './data.ts';
import { raise } from './incident.ts';
import { openScope, tellOpened } from './open.ts';
import { placeOf, type Place } from './place.ts';
import { scopeOf, type Run } from './run.ts';

/** Opens the inside of a sub-process with what goes in; undefined, with an incident, where that cannot be worked out. */
export function openInside(run: Run, { token, element }: Place, kind: Scope['kind']): Scope | undefined {
  const given = mapped(run, element.input ?? [], element.input ? visible(run, token.scope) : {});
  if (!given.ok) {
    raise(run, token, { code: 'mappingFailed', detail: given.detail });
    return undefined;
  }
  const { definition } = scopeOf(run, token.scope);
  tellOpened(run, token);
  const scope = openScope(run, { parent: token.scope, definition, element: element.id, kind, host: token.visit });
  for (const [name, to] of Object.entries(given.values)) change(run, { scope: scope.id, path: [name], to });
  return scope;
}

/** A sub-process is about to end: what comes out of it is written; false, with an incident, where that cannot be worked out. */
export function takeOut(run: Run, scope: Scope): boolean {
  const host = scope.host && run.tokens.get(scope.host);
  return !host || passOver(run, placeOf(run, host), { side: 'output', seen: scope });
}

/** What a step for people is given as it begins, or gives as it ends, is written where the step can see it. */
export const fill = (run: Run, place: Place, side: 'input' | 'output'): boolean =>
  place.element[side] === undefined || passOver(run, place, { side, seen: place.scope });

function passOver(
  run: Run,
  { token, element }: Place,
  { side, seen }: { readonly side: 'input' | 'output'; readonly seen: Scope },
): boolean {
  const mappings = element[side];
  if (!mappings) return true;
  const given = mapped(run, mappings, visible(run, seen.id));
  if (given.ok) writeAll(run, token.scope, given.values);
  else raise(run, token, { code: 'mappingFailed', detail: { side, ...given.detail } });
  return given.ok;
}
