import type { TaskCard } from '@guicheng/server/contract';

/** The decisions that all of these tasks offer. */
export function shared(tasks: readonly TaskCard[]): TaskCard['quick'] {
  const [first, ...others] = tasks;
  return (first?.quick ?? []).filter((option) => others.every((task) => task.quick.some((one) => one.value === option.value)));
}
