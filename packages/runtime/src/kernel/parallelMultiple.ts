import type { Data } from '../words/json.ts';
import type { Wait } from './marking.ts';
import { elementOf } from './run/place.ts';
import type { Run } from './run/run.ts';
import { rearm } from './timer.ts';

/**
 * A parallel multiple event happens when all its triggers have come, in whatever order. Notes the one that has, with what it carries; gives
 * what all of them carried once the last is there, before that nothing.
 */
export function allCome(run: Run, wait: Wait, payload: Data): Data | undefined {
  run.waits.set(wait.id, { ...wait, met: true, ...(Object.keys(payload).length > 0 ? { payload } : {}) });
  const waits = together(run, wait);
  const whole = waits.length === elementOf(run, wait.scope, wait.element).triggers.length && waits.every(({ met }) => met);
  return whole ? Object.assign({}, ...waits.map((one) => one.payload ?? {})) : undefined;
}

/** The waits of one event that wait for the same token, or in the same scope for nobody. */
export const together = (run: Run, { element, visit, scope }: Wait): readonly Wait[] =>
  (visit === null ? run.waits.in('start', scope) : run.waits.in('visit', visit)).filter((wait) => wait.element === element);

/** It has happened and may do so again: all its triggers are waited for anew, unless one of them is a moment that will not come again. */
export function awaitAnew(run: Run, wait: Wait): void {
  for (const come of together(run, wait)) {
    const { met: _, payload: _carried, ...one } = come;
    run.waits.set(one.id, one);
    if (one.kind === 'timer' && !rearm(run, one)) return dropAll(run, one);
    const { name, key } = one;
    if (name === undefined || (one.kind !== 'message' && one.kind !== 'signal')) continue;
    run.effects.push({ kind: 'subscribed', wait: one.id, to: one.kind, name, ...(key === undefined ? {} : { key }) });
  }
}

/** None of its triggers is waited for any more; all of them have come. */
export function dropAll(run: Run, wait: Wait): void {
  for (const one of together(run, wait)) run.waits.delete(one.id);
}
