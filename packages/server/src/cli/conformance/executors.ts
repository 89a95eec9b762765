import { bpmnEngineExecutor, kernelExecutor, type Executor } from '@guicheng/runtime';

export const EXECUTORS = ['kernel', 'bpmn-engine'] as const;
export type ExecutorName = (typeof EXECUTORS)[number];

const HAD: { readonly [Name in ExecutorName]: Executor } = { kernel: kernelExecutor, 'bpmn-engine': bpmnEngineExecutor() };

/** The executor of this name. */
export const executorOf = (name: ExecutorName): Executor => HAD[name];
