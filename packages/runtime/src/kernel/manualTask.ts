import type { Construct } from './construct.ts';
import { userTask } from './userTask.ts';

/** Work outside the office's computers: somebody ticks it off, so for the case it is a task for a person like any other. */
export const manualTask: Construct = userTask;
