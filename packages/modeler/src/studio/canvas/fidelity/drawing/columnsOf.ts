import type { Line } from './kinds.ts';

/** In which column each step stands: one after the last of those before it; lines that lead back do not count. */
export function columnsOf(ids: readonly string[], lines: readonly Line[]): ReadonlyMap<string, number> {
  const after = new Map(ids.map((id) => [id, lines.filter(({ from, to }) => from === id && to !== id).map(({ to }) => to)]));
  const state = new Map<string, 'open' | 'done'>();
  const back = new Set<string>();
  const order: string[] = [];
  const visit = (id: string): void => {
    state.set(id, 'open');
    for (const next of after.get(id) ?? []) {
      if (state.get(next) === 'open') back.add(`${id} ${next}`);
      else if (after.has(next) && !state.has(next)) visit(next);
    }
    state.set(id, 'done');
    order.push(id);
  };
  const entered = new Set(lines.map(({ to }) => to));
  for (const id of [...ids.filter((one) => !entered.has(one)), ...ids]) if (!state.has(id)) visit(id);
  const columns = new Map(ids.map((id) => [id, 0]));
  for (const id of order.toReversed()) {
    for (const next of after.get(id) ?? []) {
      if (columns.has(next) && !back.has(`${id} ${next}`)) columns.set(next, Math.max(columns.get(next) ?? 0, (columns.get(id) ?? 0) + 1));
    }
  }
  return columns;
}
