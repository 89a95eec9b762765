import type { ElementId } from '../words/ids.ts';

/**
 * By element, the nearest one that every way on from it comes to; without those whose ways only meet where all is over, or never end. Near to
 * linear in the ways there are (Cooper, Harvey and Kennedy: A Simple, Fast Dominance Algorithm, taken backwards).
 */
export function meetingOf(
  elements: readonly ElementId[],
  behind: ReadonlyMap<ElementId, readonly ElementId[]>,
): ReadonlyMap<ElementId, ElementId> {
  const order = backwards(elements, behind);
  const places = new Map(order.map((id, place) => [id, place]));
  const over = order.length;
  // By place in the order, the place of the nearest that all come to; `over` stands for the end of everything.
  const nearest: (number | undefined)[] = [...order.map(() => undefined), over];
  const common = (one: number, other: number): number => {
    let [left, right] = [one, other];
    while (left !== right) {
      if (left < right) left = nearest[left] ?? over;
      else right = nearest[right] ?? over;
    }
    return left;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (let place = over - 1; place >= 0; place -= 1) {
      const id = order[place];
      const next = (id === undefined ? undefined : behind.get(id)) ?? [];
      let found: number | undefined = next.length === 0 ? over : undefined;
      for (const one of next) {
        const at = places.get(one);
        if (at === undefined || nearest[at] === undefined) continue;
        found = found === undefined ? at : common(found, at);
      }
      if (found === nearest[place]) continue;
      nearest[place] = found;
      changed = true;
    }
  }
  const meeting = new Map<ElementId, ElementId>();
  for (const [place, id] of order.entries()) {
    const at = order[nearest[place] ?? over];
    if (at !== undefined) meeting.set(id, at);
  }
  return meeting;
}

/** From the ends back to where it began: each after all that lies behind it, but for circles. */
function backwards(elements: readonly ElementId[], behind: ReadonlyMap<ElementId, readonly ElementId[]>): readonly ElementId[] {
  const before = new Map<ElementId, ElementId[]>();
  for (const id of elements) before.set(id, []);
  for (const [from, next] of behind) for (const to of next) before.get(to)?.push(from);
  const order: ElementId[] = [];
  const seen = new Set<ElementId>();
  for (const end of elements.filter((id) => (behind.get(id) ?? []).length === 0)) {
    const open = [{ id: end, left: [...(before.get(end) ?? [])] }];
    seen.add(end);
    for (let at = open.at(-1); at; at = open.at(-1)) {
      const next = at.left.pop();
      if (next === undefined) {
        order.push(at.id);
        open.pop();
      } else if (!seen.has(next)) {
        seen.add(next);
        open.push({ id: next, left: [...(before.get(next) ?? [])] });
      }
    }
  }
  return order;
}
