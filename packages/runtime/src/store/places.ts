import type { Viewer } from '../organization/viewer.ts';
import type { TaskRow } from '../ports/rows.ts';
import type { TaskQuery } from '../ports/views.ts';
import type { PersonId, ProcessKey, Seat } from '../words/ids.ts';
import { doneKey, openKey } from './cursor.ts';

/** One sorted list that a task stands in: `todo:post:registry@office`, `todo=zhang-wei` where it is signed for, `done=zhang-wei`. */
export type Place = string;

const taken = (list: TaskQuery['list'], person: PersonId): Place => `${list}=${person}`;

/** The lists that a task stands in, and where: what the databases index, so that a page is read off and never sorted. */
export function placesOf(row: TaskRow): { readonly places: readonly Place[]; readonly key: string } {
  if (row.state !== 'open') return { places: row.doneBy ? [taken('done', row.doneBy)] : [], key: doneKey(row) };
  const list = row.attention === 'do' ? 'todo' : 'read';
  const places = row.takenBy ? [taken(list, row.takenBy)] : row.seats.map((seat) => `${list}:${seat}`);
  return { places: [...new Set(places)], key: openKey(row) };
}

/** The list of the cases in which a seat chooses what is begun next. */
export const choosingPlace = (seat: Seat): Place => `choosing:${seat}`;

/** A list to read from, all of it or one flow's part. */
export interface Source<Name extends string = Place> {
  readonly place: Name;
  readonly flow?: ProcessKey;
}

/** The lists that make up a viewer's: one a seat, for a deputised one only the parts of its flows. */
export function sourcesOf(viewer: Viewer, query: Pick<TaskQuery, 'list' | 'flow'>): readonly Source[] {
  const own: Source = { place: taken(query.list, viewer.person), ...(query.flow ? { flow: query.flow } : {}) };
  if (query.list === 'done') return [own];
  return [own, ...seatSources(viewer, query.flow).map((source) => ({ ...source, place: `${query.list}:${source.place}` }))];
}

/** The viewer's seats, each with the flow that it is good for, where it is not good for all. */
export function seatSources(viewer: Viewer, flow?: ProcessKey): readonly Source<Seat>[] {
  return viewer.seats.flatMap(({ seat, flows }): readonly Source<Seat>[] => {
    if (flow) return !flows || flows.includes(flow) ? [{ place: seat, flow }] : [];
    return flows ? flows.map((one) => ({ place: seat, flow: one })) : [{ place: seat }];
  });
}
