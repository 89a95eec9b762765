import { kernelExecutor, type Executor } from '@guicheng/runtime';

export const EXECUTORS = ['kernel', 'bpmn-engine'] as const;
export type ExecutorName = (typeof EXECUTORS)[number];

/** The executor of this name; undefined where this release does not have it. */
export const executorOf = (name: ExecutorName): Executor | undefined => (name === 'kernel' ? kernelExecutor : undefined);
