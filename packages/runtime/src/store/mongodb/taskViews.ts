import type { Viewer } from '../../organization/viewer.ts';
import type { TaskRow } from '../../ports/rows.ts';
import { MANY, type TaskQuery, type Views } from '../../ports/views.ts';
import { before, END } from '../cursor.ts';
import { merge } from '../merge.ts';
import { sourcesOf, type Source } from '../places.ts';
import { isHolder, rankOf } from '../visible.ts';
import type { TaskDocument } from './documents.ts';
import type { Hall } from './hall.ts';
import { readableCase, rowsOf } from './readable.ts';

type Listed = Pick<TaskDocument, '_id' | 'key' | 'json'>;

/** The lists of tasks: of each seat no more than a page is read, by its index, and merged. */
export const taskViews = (hall: Hall): Pick<Views, 'tasks' | 'task' | 'tasksOfCase'> => ({
  async tasks(viewer, query) {
    const lists = await Promise.all(sourcesOf(viewer, query).map((source) => readList(hall, { viewer, query, source })));
    const texts = new Map(lists.flat().map(({ _id, json }) => [_id, json]));
    const { shown, next } = merge(
      lists.map((list) => list.map(({ _id, key }) => ({ key, id: _id }))),
      { limit: query.limit, newest: query.list === 'done' },
    );
    return { rows: shown.map(({ id }) => JSON.parse(texts.get(id) ?? 'null') as TaskRow), next };
  },
  async task(viewer, task) {
    const found = await hall.reach('read task', () => hall.collections.task.findById(task, { json: 1 }).lean<Listed>());
    const row = found && (JSON.parse(found.json) as TaskRow);
    return row && (isHolder(viewer, row) || (await readableCase(hall, viewer, row.case))) ? row : undefined;
  },
  async tasksOfCase(viewer, caseId) {
    const found = await hall.reach('read tasks of case', () =>
      hall.collections.task.find({ case: caseId }, { json: 1 }).lean<readonly Listed[]>(),
    );
    const rows = [...rowsOf<TaskRow>(found)].sort((left, right) => before(left.openedAt, right.openedAt) || before(left.id, right.id));
    return (await readableCase(hall, viewer, caseId)) ? rows : rows.filter((row) => isHolder(viewer, row));
  },
});

/** How many different tasks stand in a viewer's lists; counted no further than badges go. */
export async function countTasks(
  hall: Hall,
  viewer: Viewer,
  of: Pick<TaskQuery, 'dueBefore'> & { readonly list: 'todo' | 'read' },
): Promise<number> {
  const query = { ...of, limit: MANY - 1 };
  const lists = await Promise.all(
    sourcesOf(viewer, query).map((source) =>
      hall.reach('count tasks', () =>
        hall.collections.task.find(listFilter({ viewer, query, source }), { _id: 1 }).limit(MANY).lean<readonly { _id: string }[]>(),
      ),
    ),
  );
  return Math.min(new Set(lists.flat().map(({ _id }) => _id)).size, MANY);
}

interface Asked {
  readonly viewer: Viewer;
  readonly query: TaskQuery;
  readonly source: Source;
}

/** The next of one list, one more than the page. */
const readList = (hall: Hall, asked: Asked): Promise<readonly Listed[]> =>
  hall.reach('read list', () =>
    hall.collections.task
      .find(listFilter(asked), { key: 1, json: 1 })
      .sort({ key: asked.query.list === 'done' ? -1 : 1 })
      .limit(asked.query.limit + 1)
      .lean<readonly Listed[]>(),
  );

function listFilter({ viewer, query, source }: Asked): object {
  const down = query.list === 'done';
  const until = query.dueBefore && !down ? { $lt: query.dueBefore } : {};
  return {
    places: source.place,
    key: { ...(down ? { $lt: query.cursor ?? END } : { $gt: query.cursor ?? '' }), ...until },
    rank: { $lte: rankOf(viewer.clearance) },
    ...(down ? {} : { barred: { $ne: viewer.person } }),
    ...(source.flow ? { flow: source.flow } : {}),
    ...(query.element ? { element: query.element } : {}),
  };
}
