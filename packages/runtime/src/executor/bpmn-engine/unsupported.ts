import type { Executor } from '../../ports/executor.ts';
export const unsupported: Executor['unsupported'] = () => [];
