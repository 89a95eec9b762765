import type { OpenTask, RunningDeadline } from '../case/facts.ts';
import type { Deadline } from '../diagram/office.ts';
import type { DefinitionRef, ScopeId } from '../words/ids.ts';
import type { Definition } from './definitions.ts';

/** What limits are looked up in. */
export interface Looking {
  definition(ref: DefinitionRef): Definition | undefined;
  /** The scope that keeps the data of the definition in which a scope runs. */
  root(scope: ScopeId): ScopeId | undefined;
}

/** The name of a clock among those of its case. */
export const limitId = (running: RunningDeadline): string => `${running.deadline}:${running.visit ?? running.scope}`;

/** The deadline as its diagram has it; undefined should the definition be gone. */
export const deadlineOf = (looking: Pick<Looking, 'definition'>, running: RunningDeadline): Deadline | undefined =>
  looking
    .definition(running.definition)
    ?.plan.element(running.element)
    ?.office.deadlines.find((one) => one.id === running.deadline);

/** Whether a clock limits a task: it runs for it, for something that it stands in, or until its step is done. */
export function limitsTask(looking: Looking, running: RunningDeadline, task: OpenTask): boolean {
  if (running.visit !== null && (running.visit === task.visit || task.within.includes(running.visit))) return true;
  const { until } = deadlineOf(looking, running) ?? {};
  return until === task.element && running.definition === task.definition && looking.root(task.scope) === running.scope;
}

export const tasksLimitedBy = (looking: Looking, tasks: readonly OpenTask[], running: RunningDeadline): readonly OpenTask[] =>
  tasks.filter((task) => limitsTask(looking, running, task));

/** The clocks that limit a task, the first to run out first. */
export const limitsOf = (looking: Looking, deadlines: readonly RunningDeadline[], task: OpenTask): readonly RunningDeadline[] =>
  deadlines.filter((running) => limitsTask(looking, running, task)).toSorted((left, right) => (left.due < right.due ? -1 : 1));
