import type { CaseQuery, TaskQuery } from '../../ports/views.ts';
import { id } from '../../words/ids.ts';
import { notFound } from '../decide.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';
import { caseCard, taskCard } from './cards.ts';
import { showingOf } from './showing.ts';

/** The board: 待办, 待阅, 已办. */
export const tasks =
  (parts: Parts): Office['tasks'] =>
  async (who, query) => {
    const viewer = await parts.house.viewer(who);
    if (!viewer) return notFound(who);
    const asked: TaskQuery = {
      list: query.list,
      limit: query.limit,
      ...(query.flow ? { flow: id(query.flow) } : {}),
      ...(query.cursor ? { cursor: query.cursor } : {}),
    };
    const page = await parts.store.views.tasks(viewer, asked);
    const showing = await showingOf(
      parts,
      page.rows.map((row) => row.definition),
    );
    return { ok: true, value: { rows: page.rows.map((row) => taskCard(showing, row)), next: page.next } };
  };

/** Cases that I began, or all that I may read. */
export const cases =
  (parts: Parts): Office['cases'] =>
  async (who, query) => {
    const viewer = await parts.house.viewer(who);
    if (!viewer) return notFound(who);
    const asked: CaseQuery = {
      list: query.list,
      limit: query.limit,
      ...(query.flow ? { flow: id(query.flow) } : {}),
      ...(query.flow && query.version ? { definition: id(`${query.flow}@${query.version}`) } : {}),
      ...(query.status ? { status: query.status } : {}),
      ...(query.cursor ? { cursor: query.cursor } : {}),
    };
    const page = await parts.store.views.cases(viewer, asked);
    const showing = await showingOf(parts, []);
    return { ok: true, value: { rows: page.rows.map((row) => caseCard(showing, row)), next: page.next } };
  };

export const search =
  (parts: Parts): Office['search'] =>
  async (who, words) => {
    const viewer = await parts.house.viewer(who);
    if (!viewer) return notFound(who);
    const found = words.trim() === '' ? [] : await parts.store.views.search(viewer, words.trim().slice(0, 100), 20);
    const showing = await showingOf(parts, []);
    return { ok: true, value: found.map((row) => caseCard(showing, row)) };
  };

export const counts =
  (parts: Parts): Office['counts'] =>
  async (who) => {
    const viewer = await parts.house.viewer(who);
    return viewer ? { ok: true, value: await parts.store.views.counts(viewer, parts.clock.now()) } : notFound(who);
  };
