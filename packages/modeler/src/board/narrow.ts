import { readsAs } from '@guicheng/runtime/model';
import type { BoardQuery, TaskCard } from '@guicheng/server/contract';

const STATE = { overdue: 'late', today: 'today', soon: 'soon' } as const;

/** The tasks that a query leaves: of one flow, due as asked, and with every typed word in its texts. */
export function narrow(tasks: readonly TaskCard[], query: BoardQuery): readonly TaskCard[] {
  const words = (query.text ?? '').split(/\s+/).filter((word) => word !== '');
  return tasks.filter(
    (task) =>
      (query.flow === undefined || task.flow === query.flow) &&
      (query.due === undefined || task.due?.state === STATE[query.due]) &&
      words.every((word) => textsOf(task).some((text) => readsAs(text, word))),
  );
}

const textsOf = (task: TaskCard): readonly string[] =>
  [task.title, task.number, task.step.zh, task.step.en, task.flowName.zh, task.flowName.en, task.from?.name.zh, task.from?.name.en].filter(
    (text) => typeof text === 'string',
  );
