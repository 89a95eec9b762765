import type { BoardQuery, TaskCard, Text } from '@guicheng/server/contract';
import type { Word } from '../words/zh.ts';

/** A column of the board: its heading is a word of ours or a name of the office. */
export interface Column {
  readonly key: string;
  readonly heading: { readonly word: Word } | { readonly text: Text };
  readonly tasks: readonly TaskCard[];
}

type State = 'late' | 'today' | 'soon' | 'later';
const STATES: readonly State[] = ['late', 'today', 'soon', 'later'];

const urgencyOf = (task: TaskCard): State => task.due?.state ?? 'later';

/** The tasks in columns; inside a column they stay in the order in which they came, which is that of their deadlines. */
export function arrange(tasks: readonly TaskCard[], by: BoardQuery['arrange']): readonly Column[] {
  switch (by) {
    case 'urgency':
      return STATES.map((state) => ({ key: state, heading: { word: state }, tasks: tasks.filter((task) => urgencyOf(task) === state) }));
    case 'flow':
      return grouped(tasks, (task) => ({ key: task.flow, text: task.flowName }));
    case 'post':
      return grouped(tasks, (task) => {
        const [seat] = task.seats;
        return seat ? { key: seat.seat, text: seat.name } : { key: '', text: { zh: '—' } };
      });
    case 'list':
      return [{ key: 'list', heading: { word: 'arrangeList' }, tasks }];
  }
}

/** One column a group, the fullest first. */
function grouped(tasks: readonly TaskCard[], of: (task: TaskCard) => { readonly key: string; readonly text: Text }): readonly Column[] {
  const columns = new Map<string, { readonly text: Text; readonly tasks: TaskCard[] }>();
  for (const task of tasks) {
    const { key, text } = of(task);
    const column = columns.get(key) ?? { text, tasks: [] };
    column.tasks.push(task);
    columns.set(key, column);
  }
  return [...columns]
    .map(([key, column]) => ({ key, heading: { text: column.text }, tasks: column.tasks }))
    .toSorted((left, right) => right.tasks.length - left.tasks.length);
}

/**
 * How many cards stand side by side in each column, so that a full column uses the room of the empty ones: every column that holds
 * something has one lane, the lanes that are left go to whichever column is longest. Empty columns have none.
 */
export function lanes(counts: readonly number[], room: number): readonly number[] {
  const given: number[] = counts.map((count) => (count > 0 ? 1 : 0));
  for (let left = room - given.reduce((sum, one) => sum + one, 0); left > 0; left -= 1) {
    let longest = -1;
    for (const [index, count] of counts.entries()) {
      const height = count / (given[index] ?? 1);
      if (count > (given[index] ?? 0) && (longest < 0 || height > (counts[longest] ?? 0) / (given[longest] ?? 1))) longest = index;
    }
    if (longest < 0) break;
    given[longest] = (given[longest] ?? 0) + 1;
  }
  return given;
}
