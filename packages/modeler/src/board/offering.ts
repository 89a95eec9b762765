import type { TaskCard } from '@guicheng/server/contract';
import { en } from '../words/en.ts';
import { zh } from '../words/zh.ts';
import type { List } from './tasks.ts';

/** Ends a task that asks for no decision. */
export const NO_DECISION = '';

const HAVE_READ: TaskCard['quick'] = [{ value: NO_DECISION, name: { zh: zh.haveRead, en: en.haveRead }, manner: 'forward' }];

/** A task with what its card offers. What came only to be read and may be done with others is read with one click: 已阅. */
export const offering =
  (list: List) =>
  (task: TaskCard): TaskCard =>
    list === 'read' && task.batch && task.quick.length === 0 && task.state === 'open' ? { ...task, quick: HAVE_READ } : task;
