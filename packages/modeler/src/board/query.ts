import type { BoardQuery } from '@guicheng/server/contract';

const ARRANGE: readonly BoardQuery['arrange'][] = ['urgency', 'flow', 'post', 'list'];
const DUE: readonly NonNullable<BoardQuery['due']>[] = ['overdue', 'today', 'soon'];

/** The query that an address asks for; what it says wrongly it does not say. Null: the address says nothing. */
export function queryIn(search: URLSearchParams, own: BoardQuery['arrange']): BoardQuery | null {
  if (!['by', 'flow', 'q', 'due'].some((name) => search.has(name))) return null;
  const flow = search.get('flow');
  const text = search.get('q');
  const due = DUE.find((one) => one === search.get('due'));
  return {
    arrange: ARRANGE.find((one) => one === search.get('by')) ?? own,
    ...(flow ? { flow } : {}),
    ...(text ? { text: text.slice(0, 100) } : {}),
    ...(due ? { due } : {}),
  };
}

/** The address of a query, to be sent to a colleague. */
export const addressOf = ({ arrange, flow, text, due }: BoardQuery): string =>
  new URLSearchParams({ by: arrange, ...(flow ? { flow } : {}), ...(due ? { due } : {}), ...(text ? { q: text } : {}) }).toString();

/** Whether two queries show the same. */
export const sameQuery = (one: BoardQuery, other: BoardQuery): boolean => addressOf(one) === addressOf(other);
