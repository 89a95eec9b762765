import type { Element, Flow } from '../../../diagram/model.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { ElementId } from '../../../words/ids.ts';
import { sameKind } from './fitting.ts';
import type { MigrationMap } from './targets.ts';

/**
 * What the elements and flows of one version probably are in another: the same id where the kind is the same; else the only one of the
 * same name and kind, or of several the one whose neighbours fit best; one without a name by its neighbours alone. What stays open is
 * for the owner to say. Costs as much as there are elements, times those without an equal.
 */
export function suggestMap(old: Plan, next: Plan): MigrationMap {
  const found = new Map<ElementId, ElementId>();
  for (const element of old.process.elements) {
    const same = next.element(element.id);
    if (same && sameKind(element, same)) found.set(element.id, same.id);
  }
  // Each find makes neighbours known, by which others are found.
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const element of old.process.elements) {
      const target = found.has(element.id) ? undefined : likely({ old, next, found }, element);
      if (target) found.set(element.id, target.id);
    }
  }
  return Object.fromEntries([...found, ...flowsBetween(old, next, found)]);
}

interface Looking {
  readonly old: Plan;
  readonly next: Plan;
  readonly found: ReadonlyMap<ElementId, ElementId>;
}

function likely(looking: Looking, element: Element): Element | undefined {
  const { next, found, old } = looking;
  const taken = new Set(found.values());
  const candidates = next.process.elements.filter(
    // What the new version has under an id of the old one is that one, and no other.
    (one) => !taken.has(one.id) && !(old.element(one.id) && one.id !== element.id) && mayBe(looking, element, one),
  );
  const named = element.name.zh === '' ? [] : candidates.filter((one) => one.name.zh === element.name.zh);
  if (named.length === 1) return named[0];
  const scored = (named.length > 0 ? named : candidates.filter((one) => one.name.zh === '' || element.name.zh === ''))
    .map((one) => ({ one, score: commonNeighbours(looking, element, one) }))
    .toSorted((left, right) => right.score - left.score);
  const [best, second] = scored;
  return best && best.score > 0 && best.score > (second?.score ?? 0) ? best.one : undefined;
}

function mayBe({ found }: Looking, element: Element, one: Element): boolean {
  if (!sameKind(element, one) || Boolean(element.many) !== Boolean(one.many)) return false;
  const parent = element.parent === null ? null : found.get(element.parent);
  const host = element.attachedTo === undefined ? undefined : found.get(element.attachedTo);
  return one.parent === parent && one.attachedTo === host && kindsOf(element) === kindsOf(one);
}

const kindsOf = ({ triggers }: Element): string => triggers.map((trigger) => trigger.kind).join();

function commonNeighbours({ old, next, found }: Looking, element: Element, one: Element): number {
  const shared = (olds: readonly ElementId[], news: readonly ElementId[]): number =>
    olds.filter((id) => news.some((other) => found.get(id) === other)).length;
  return (
    shared(
      old.incoming(element.id).map((flow) => flow.from),
      next.incoming(one.id).map((flow) => flow.from),
    ) +
    shared(
      old.outgoing(element.id).map((flow) => flow.to),
      next.outgoing(one.id).map((flow) => flow.to),
    ) +
    // A border has no way in; its host is known to fit already.
    (element.attachedTo === undefined ? 0 : 1)
  );
}

/** Flows into joins count, as branches wait on them: by id, by where they come from, or the only one that is left on both sides. */
function flowsBetween(old: Plan, next: Plan, found: ReadonlyMap<ElementId, ElementId>): readonly (readonly [ElementId, ElementId])[] {
  return old.process.elements.flatMap((element) => {
    const target = found.get(element.id);
    if (!target) return [];
    const into = next.incoming(target);
    const left = new Set<Flow>(into);
    const pairs: [Flow, Flow][] = [];
    const pair = (match: (flow: Flow, one: Flow) => boolean): void => {
      for (const flow of old.incoming(element.id)) {
        if (pairs.some(([known]) => known === flow)) continue;
        const fitting = [...left].filter((one) => match(flow, one));
        const [only] = fitting;
        if (!only || fitting.length > 1) continue;
        pairs.push([flow, only]);
        left.delete(only);
      }
    };
    pair((flow, one) => flow.id === one.id);
    pair((flow, one) => found.get(flow.from) === one.from);
    if (old.incoming(element.id).length - pairs.length === 1) pair(() => true);
    return pairs.map(([flow, one]) => [flow.id as string as ElementId, one.id as string as ElementId] as const);
  });
}
