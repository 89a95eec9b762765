import type { RunningLimit, Text } from '@guicheng/server/contract';

/** A time limit by its name and the step that it is for, once where both are the same. */
export function limitName({ name, step }: Pick<RunningLimit, 'name' | 'step'>): Text {
  if (step.zh === '' || step.zh === name.zh) return name;
  return { zh: `${name.zh}（${step.zh}）`, en: `${name.en ?? name.zh} (${step.en ?? step.zh})` };
}
