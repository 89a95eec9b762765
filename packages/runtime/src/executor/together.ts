import type { Executor, Snapshot } from '../ports/executor.ts';
import { BrokenPromise } from '../words/refusal.ts';

/** Several executors as one: new cases begin on the first, and each case is run by the one that it began with. */
export function executorsTogether(begins: Executor, others: readonly Executor[]): Executor {
  const of = ({ executor }: Snapshot): Executor => {
    const found = [begins, ...others].find((one) => one.name === executor);
    if (!found) throw new BrokenPromise(`no executor ${executor} is loaded`);
    return found;
  };
  return {
    name: begins.name,
    unsupported: (plans) => begins.unsupported(plans),
    advance: (input) => (input.snapshot ? of(input.snapshot) : begins).advance(input),
    choices: (input) => of(input.snapshot).choices(input),
    standing: (snapshot) => of(snapshot).standing?.(snapshot),
    adHocChoices: (input) => of(input.snapshot).adHocChoices?.(input) ?? [],
    dataScopes: (snapshot, scope) => of(snapshot).dataScopes(snapshot, scope),
    open: (snapshot) => of(snapshot).open(snapshot),
    migration: (input) => of(input.snapshot).migration?.(input),
    restored: (before, now) => of(now).restored?.(before, now),
    definitions: (snapshot) => of(snapshot).definitions(snapshot),
  };
}
