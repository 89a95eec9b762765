import type { Viewer } from '../../organization/viewer.ts';
import type { CaseRow } from '../../ports/rows.ts';
import { MANY, type CaseQuery, type Views } from '../../ports/views.ts';
import { id } from '../../words/ids.ts';
import { before, END } from '../cursor.ts';
import { wanted, type Wanted } from '../grams.ts';
import { merge } from '../merge.ts';
import { seatSources } from '../places.ts';
import { countsAll, rankOf } from '../visible.ts';
import type { CaseDocument, OutboxDocument, Projected } from './documents.ts';
import type { Hall } from './hall.ts';
import { readableBy, readableCase, rowsOf } from './readable.ts';

type Listed = Pick<CaseDocument, '_id' | 'key' | 'json'>;

/** The lists of cases, the search, and what hangs on a case. */
export const caseViews = (
  hall: Hall,
): Pick<Views, 'cases' | 'case' | 'search' | 'outboxOfCase' | 'definitions' | 'running' | 'runningOf'> => ({
  async cases(viewer, query) {
    const lists = await Promise.all(filtersOf(viewer, query).map((filter) => newest(hall, filter, query.limit + 1)));
    const texts = new Map(lists.flat().map(({ _id, json }) => [_id, json]));
    const { shown, next } = merge(
      lists.map((list) => list.map(({ _id, key }) => ({ key, id: _id }))),
      { limit: query.limit, newest: true },
    );
    return { rows: shown.map(({ id }) => JSON.parse(texts.get(id) ?? 'null') as CaseRow), next };
  },
  case: (viewer, caseId) => readableCase(hall, viewer, caseId),
  async search(viewer, words, limit) {
    const find = async (asked: Wanted): Promise<readonly CaseRow[]> =>
      asked.length === 0 ? [] : rowsOf(await newest(hall, { ...readableBy(viewer), $and: asked.map(oneOf) }, limit));
    const first = await find(wanted(words, true));
    if (first.length >= limit) return first;
    const found = new Map([...first, ...(await find(wanted(words, false)))].map((row) => [row.id, row]));
    return [...found.values()].slice(0, limit);
  },
  async outboxOfCase(viewer, caseId) {
    if (!(await readableCase(hall, viewer, caseId))) return [];
    return rowsOf(
      await hall.reach('read outbox of case', () =>
        hall.collections.outbox.find({ case: caseId }, { json: 1 }).sort({ _id: 1 }).lean<Pick<OutboxDocument, 'json'>[]>(),
      ),
    );
  },
  definitions: async () =>
    rowsOf(await hall.reach('read definitions', () => hall.collections.definition.find({}).sort({ _id: 1 }).lean<Projected[]>())),
  async running(viewer) {
    const found = await hall.reach('count running', () =>
      hall.collections.case.aggregate<{ readonly _id: CaseDocument['definition']; readonly cases: number }>([
        { $match: { ended: false, ...(countsAll(viewer) ? {} : readableBy(viewer)) } },
        { $group: { _id: '$definition', cases: { $sum: 1 } } },
      ]),
    );
    return found.map(({ _id, cases }) => ({ definition: _id, cases })).sort((left, right) => before(left.definition, right.definition));
  },
  async runningOf(viewer, { definition, after, limit }) {
    const filter = { ended: false, definition, _id: { $gt: after }, ...(countsAll(viewer) ? {} : readableBy(viewer)) };
    const found = await hall.reach('read running', () =>
      hall.collections.case.find(filter, { _id: 1 }).sort({ _id: 1 }).limit(limit).lean<readonly Pick<CaseDocument, '_id'>[]>(),
    );
    return found.map(({ _id }) => id<'case'>(_id));
  },
});

/** How many running cases the viewer began; counted no further than badges go. */
export async function countStarted(hall: Hall, viewer: Viewer): Promise<number> {
  const filter = { initiator: viewer.person, ended: false, ...readableBy(viewer) };
  return (await hall.reach('count started', () => hall.collections.case.find(filter, { _id: 1 }).limit(MANY).lean())).length;
}

/** One list for those that the viewer began, else one for each seat. */
function filtersOf(viewer: Viewer, query: CaseQuery): readonly object[] {
  const { status, definition } = query;
  const common = {
    key: { $lt: query.cursor ?? END },
    ...(definition ? { definition } : {}),
    ...(status === 'running' ? { ended: false } : status ? { status } : {}),
  };
  if (query.list === 'started')
    return [{ initiator: viewer.person, ...common, ...(query.flow ? { flow: query.flow } : {}), ...readableBy(viewer) }];
  return seatSources(viewer, query.flow).map(({ place, flow }) => ({
    [query.list === 'choosing' ? 'choosing' : 'readers']: place,
    ...common,
    rank: { $lte: rankOf(viewer.clearance) },
    ...(flow ? { flow } : {}),
  }));
}

const newest = (hall: Hall, filter: object, limit: number): Promise<readonly Listed[]> =>
  hall.reach('read cases', () =>
    hall.collections.case.find(filter, { key: 1, json: 1 }).sort({ key: -1 }).limit(limit).lean<readonly Listed[]>(),
  );

/** Of a word one alternative must be there, of an alternative all grams. */
const oneOf = (word: Wanted[number]): object => ({ $or: word.map((alternative) => ({ grams: { $all: alternative } })) });
